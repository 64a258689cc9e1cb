/** Alphabets whose letters pass for one another's. */
const LOOKALIKES = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** True when one label holds letters of two alphabets that look alike, e.g. a Cyrillic “а” among Latin letters. */
export const mixesAlphabets = (host: string): boolean =>
  host.split(".").some((label) => LOOKALIKES.filter((script) => script.test(label)).length > 1);
