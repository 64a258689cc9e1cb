const MIN_LENGTH = 12;
const COMMON = /password|passwort|qwert|letmein|welcome|admin|12345|gatehouse|claude/i;
const SEQUENCE = /(.)\1{3,}|0123|1234|2345|3456|4567|5678|6789|abcd|bcde|cdef/i;

export type Strength = { level: 0 | 1 | 2 | 3 | 4; advice: string };

const kindsIn = (password: string) =>
  [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(password)).length;

/** A hint, not a gate: length counts most, and words that everyone tries first count against it. */
export function strengthOf(password: string, personal: readonly string[] = []): Strength {
  if (password === "")
    return { level: 0, advice: `At least ${MIN_LENGTH} characters; a few unrelated words are good.` };
  if (password.length < MIN_LENGTH)
    return { level: 1, advice: `${MIN_LENGTH - password.length} more characters needed.` };
  const told = personal.some((word) => word.length > 3 && password.toLowerCase().includes(word.toLowerCase()));
  if (told || COMMON.test(password) || SEQUENCE.test(password))
    return { level: 2, advice: "Has a part that is easily guessed." };
  const distinct = new Set(password).size;
  if (password.length >= 20 && distinct >= 10) return { level: 4, advice: "Strong." };
  return password.length >= 16 || (kindsIn(password) >= 3 && distinct >= 9)
    ? { level: 4, advice: "Strong." }
    : { level: 3, advice: "Good. Longer is better." };
}
