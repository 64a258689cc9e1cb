import type { Command } from "unbash";
import { expandWord, expandWords, runNested } from "./expand";
import type { Frame, Reader } from "./frame";
import { placeIn, type Unit } from "./parse";
import type { Word } from "./types";
import { literal } from "./word";

type Assignment = Extract<Command["suffix"][number], { type: "Assignment" }>;

const valuesOf = (reader: Reader, frame: Frame, unit: Unit, { value }: Assignment): readonly Word[] =>
  value.type === "Word"
    ? [expandWord(reader, frame, unit, value)]
    : value.elements.flatMap((word) => [...expandWords(reader, frame, unit, word)]);

/**
 * `X=value` before a program, or by itself.
 * @param stays without a program the assignment stays in the shell; before one it is for that program only
 */
export function assign(
  reader: Reader,
  frame: Frame,
  unit: Unit,
  part: Assignment,
  into: Map<string, Word>,
  stays: boolean,
): void {
  const { name } = part;
  if (part.index !== undefined) runNested(reader, frame, unit, part.index);
  const words = valuesOf(reader, frame, unit, part);
  const first = words[0] ?? literal("", placeIn(unit, part.pos, part.end));
  const old = part.append === true && part.value.type === "Word" ? frame.variables.get(name)?.[0] : undefined;
  const value =
    old === undefined ? first : { ...first, value: old.value + first.value, from: [...old.from, ...first.from] };
  into.set(name, value);
  if (stays) frame.variables.set(name, words.length > 1 ? words : [value]);
}

/** `declare X=...`, `export X=...`: the word `X=value`, and the variable is set. */
export function declare(reader: Reader, frame: Frame, unit: Unit, part: Assignment, argv: readonly Word[]): Word {
  const { name } = part;
  const words = valuesOf(reader, frame, unit, part);
  const place = placeIn(unit, part.pos, part.end);
  // `declare -n`: the value is whatever the variable of that name holds later.
  if (argv.some((word) => /^-[a-zA-Z]*n/.test(word.value))) frame.variables.delete(name);
  else frame.variables.set(name, words);
  const value = words[0] ?? literal("", place);
  const unknownAt = value.unknownAt === -1 ? -1 : value.unknownAt + name.length + 1;
  return { ...value, ...place, value: `${name}=${value.value}`, unknownAt, verbatimAt: null };
}
