import { NEIGHBOURS, POPULAR } from "./popular-names";

/** Names so short have neighbours by chance. */
const MIN_LENGTH = 5;
/** In names of this length another letter mostly makes another word; letters swapped, left out or doubled do not. */
const MIN_SUBSTITUTED = 6;
/** Longer than any popular name and a letter. */
const MAX_LENGTH = 40;

type Names = {
  popular: ReadonlySet<string>;
  known: ReadonlySet<string>;
  withoutLetter: ReadonlyMap<string, readonly string[]>;
};

/** Python and Rust do not tell `_`, `-` and `.` apart. */
const comparable = (name: string, ecosystem: string): string =>
  ecosystem === "PyPI" || ecosystem === "crates.io"
    ? name.toLowerCase().replaceAll(/[-_.]+/g, "-")
    : name.toLowerCase();

const namesOf = (text: string | undefined): string[] => (text ?? "").split(/\s+/).filter((name) => name !== "");

function* lessOneLetter(name: string): Generator<string> {
  for (let at = 0; at < name.length; at++) if (name[at] !== name[at - 1]) yield name.slice(0, at) + name.slice(at + 1);
}

/** By what is left of each popular name without one of its letters, so that a look-up costs as many steps as a name has letters. */
function indexOf(ecosystem: string): Names {
  const popular = new Set(namesOf(POPULAR[ecosystem]));
  const withoutLetter = new Map<string, string[]>();
  for (const name of popular) {
    if (name.length < MIN_LENGTH || name.startsWith("@")) continue;
    for (const rest of lessOneLetter(name)) withoutLetter.set(rest, [...(withoutLetter.get(rest) ?? []), name]);
  }
  return { popular, known: new Set(namesOf(NEIGHBOURS[ecosystem])), withoutLetter };
}

const INDEX: ReadonlyMap<string, Names> = new Map(Object.keys(POPULAR).map((one) => [one, indexOf(one)] as const));

/** Among the names that most projects use, or of good standing. */
export function isWellKnown(name: string, ecosystem: string): boolean {
  const names = INDEX.get(ecosystem);
  const text = comparable(name, ecosystem);
  return names !== undefined && (names.popular.has(text) || names.known.has(text));
}

/** The popular package that a name is one letter, or two swapped letters, away from; null for a name of its own. */
export function lookAlike(name: string, ecosystem: string): string | null {
  const names = INDEX.get(ecosystem);
  if (names === undefined || name.startsWith("@") || name.length > MAX_LENGTH || isWellKnown(name, ecosystem))
    return null;
  const text = comparable(name, ecosystem);
  const [left] = names.withoutLetter.get(text) ?? [];
  if (left !== undefined) return left;
  for (const rest of lessOneLetter(text)) {
    // A number behind a name is how its next version is called.
    if (rest.length >= MIN_LENGTH && names.popular.has(rest) && !(text.startsWith(rest) && /\d$/.test(text)))
      return rest;
    const other = names.withoutLetter.get(rest)?.find((one) => one.length === text.length && isOneStep(text, one));
    if (other !== undefined) return other;
  }
  return null;
}

/** Two names of one length: one letter differs, or two that stand side by side are swapped. */
function isOneStep(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at]) at++;
  if (a.slice(at + 1) === b.slice(at + 1))
    return a.length >= MIN_SUBSTITUTED && !/\d/.test((a[at] ?? "") + (b[at] ?? ""));
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
