import { parse, type ParsedScript } from "unbash";
import type { Span } from "./types";

/** Longer commands are not read: nobody would, and a reader's time must be bounded. UTF-16 units. */
export const MAX_COMMAND_LENGTH = 65_536;
/** Syntax nodes visited for one command, nested scripts included. */
export const MAX_NODES = 8_000;
/** Scripts inside scripts (`bash -c`, `eval`, decoded text, functions). */
export const MAX_SCRIPT_DEPTH = 12;
/** Substitutions inside substitutions, and programs that run programs. */
export const MAX_NESTING = 16;

/** The parser looks ahead from each one, and nobody writes so many. */
const MAX_BACKQUOTES = 2_000;

/** Thrown while reading and caught by `readShell`: the rest of the command cannot be told. */
export class Unreadable extends Error {
  constructor(
    readonly why: string,
    readonly span: Span,
    /** It is readable, and more than is read. */
    readonly isTooMuch = true,
  ) {
    super(why);
  }
}

/** A text being parsed and where its offsets lie in the tool's input. */
export type Unit = {
  source: string;
  /** Added to offsets; null when the text does not stand verbatim in the input: then all of it lies at `whole`. */
  shift: number | null;
  whole: Span;
};

/** Offsets in a unit as offsets in the tool's input. The parser's may lie a step beyond the end of broken text. */
export function placeIn({ source, shift, whole }: Unit, start: number, end: number): Span {
  if (shift === null) return whole;
  const last = source.length;
  return { start: Math.min(start, last) + shift, end: Math.min(end, last) + shift };
}

/** @throws Unreadable when the text is not valid bash or too long */
export function parseUnit(unit: Unit): ParsedScript {
  if (unit.source.length > MAX_COMMAND_LENGTH) throw new Unreadable("is too long to be read through", unit.whole);
  if (backquotesIn(unit.source) > MAX_BACKQUOTES) throw new Unreadable("holds too many backquotes", unit.whole);
  const script = parse(unit.source);
  assertParsed(script, unit);
  return script;
}

/** Nested scripts are parsed lazily and carry their own errors. */
export function assertParsed(script: ParsedScript | undefined, unit: Unit): asserts script is ParsedScript {
  if (script === undefined) throw new Unreadable("has a nested command that cannot be read", unit.whole, false);
  const error = script.errors?.[0];
  if (error === undefined) return;
  const at = Math.min(error.pos, unit.source.length);
  throw new Unreadable("is not valid shell syntax", placeIn(unit, at, Math.min(at + 1, unit.source.length)), false);
}

function backquotesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("`"); at !== -1; at = text.indexOf("`", at + 1)) count++;
  return count;
}
