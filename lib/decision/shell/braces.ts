import type { Word } from "./types";

const MAX_WORDS = 64;

/** `a{b,c}d` → `abd`, `acd`. Ranges (`{1..9}`) stand for names like any glob. Too many alternatives: not known. */
export function expandBraces(word: Word): readonly Word[] {
  let values = [word.value];
  for (let round = 0; round < 8; round++) {
    const next = values.flatMap(expandFirst);
    if (next.length > MAX_WORDS) return [{ ...word, unknownAt: 0, glob: true }];
    if (next.length === values.length && next.every((value, i) => value === values[i])) break;
    values = next;
  }
  const ranged = values.some((value) => /\{[^{}]*\.\.[^{}]*\}/.test(value));
  return values.map((value) => ({ ...word, value, glob: word.glob || ranged, verbatimAt: null }));
}

/** Expands the first innermost brace list of a value. `${...}` is no list. */
function expandFirst(value: string): string[] {
  const found = /(?<!\$)\{([^{}]*,[^{}]*)\}/.exec(value);
  if (found === null) return [value];
  const before = value.slice(0, found.index);
  const after = value.slice(found.index + found[0].length);
  return (found[1] as string).split(",").map((piece) => before + piece + after);
}
