import { matchesOf } from "./matches";
/** What a search goes by, as far as its command line says so: names, sizes, ages, owners, words in files. */

const QUOTED = String.raw`(?:'([^']*)'|"([^"]*)"|(\S+))`;
const TEST = new RegExp(
  String.raw`(?:^|\s)-(?:i?name|i?path|i?wholename|i?regex|size|[acm]time|[acm]min|used|user|group|newer\w*|inum|perm)\s+${QUOTED}`,
  "g",
);
const SEARCH = new RegExp(String.raw`(?:^|[|\s])[ef]?grep(?:\s+-\S+)*\s+${QUOTED}`, "g");
/** Tests that are words by themselves, and the words for them. */
const FLAGS: readonly (readonly [RegExp, RegExp])[] = [
  [/\s-empty\b/, /\bempty\b|\bzero\b/i],
  [/\s-no(?:user|group)\b/, /\bno(?:user|group)\b|\bown/i],
];

/** `exact`: what only one file has. */
export type Selection = { values: readonly string[]; flags: readonly RegExp[]; exact: readonly string[] };

const MAX_READ = 4_000;

export function selectionOf(command: string): Selection {
  const text = command.slice(0, MAX_READ);
  const values = [...matchesOf(text, TEST), ...matchesOf(text, SEARCH)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? "",
  );
  const exact = matchesOf(text, /\s-(?:inum|samefile)\s+([\w./~-]{3,})/g).map(([, value = ""]) => value);
  return { exact, values, flags: FLAGS.flatMap(([test, words]) => (test.test(text) ? [words] : [])) };
}

/** Whether a request names all of it, and there is something to name. */
export function selects(sentence: string, { values, flags }: Selection): boolean {
  if (values.length + flags.length === 0) return false;
  const lower = sentence.toLowerCase();
  return values.every((value) => valueNamed(lower, value)) && flags.every((words) => words.test(sentence));
}

/** `'*.tmp'` by "tmp", `+100M` by "100"; a name of nothing but signs by these signs. */
function valueNamed(lower: string, value: string): boolean {
  const pieces = value.toLowerCase().match(/\d+|[a-z]{2,}/g);
  if (pieces === null) return value.replace(/[*?\\]/g, "") !== "" && lower.includes(value.replace(/[*?\\]/g, ""));
  return pieces.every((piece) => (/^\d/.test(piece) ? numberNamed(lower, piece) : lower.includes(piece)));
}

const NUMBERS: Readonly<Record<string, RegExp>> = {
  "0": /\bzero\b|\bempty\b|\b0\b|\ba day\b|\bone day\b|\b24 hours\b/,
  "1": /\bone\b|\ba (?:day|minute|kilobyte|megabyte|gigabyte)\b/,
  "2": /\btwo\b/,
  "3": /\bthree\b/,
  "4": /\bfour\b/,
  "5": /\bfive\b/,
  "6": /\bsix\b/,
  "7": /\bseven\b|\ba week\b|\bone week\b/,
  "10": /\bten\b/,
  "14": /\btwo weeks\b|\bfourteen\b/,
  "30": /\ba month\b|\bone month\b|\bthirty\b/,
  "365": /\ba year\b|\bone year\b/,
};

const numberNamed = (lower: string, digits: string): boolean =>
  new RegExp(`(?<!\\d)${digits}(?!\\d)`).test(lower) || NUMBERS[digits]?.test(lower) === true;
