import type { SimpleCommand, Span, Word } from "../../../shell/types";
import { isKnown, literal, WordBuilder } from "../../../shell/word";
import type { Block } from "./syntax";

/** What an expression or a pipeline gives, as far as it follows from the text. Several words are a list, or what it may be. */
export type Value = {
  words: readonly Word[];
  table: ReadonlyMap<string, Value> | null;
  block: Block | null;
  /** A script block made of a text: calling it runs that text. */
  isCode: boolean;
  /** Lists of several ways in one: which item stands where is not known. */
  mixed: boolean;
  /** Commands that print it, where it comes out of a pipeline. */
  commands: readonly SimpleCommand[];
};

export const NOTHING: Value = { words: [], table: null, block: null, isCode: false, mixed: false, commands: [] };

export const valueOf = (words: readonly Word[], commands: readonly SimpleCommand[] = []): Value => ({
  ...NOTHING,
  words,
  commands,
});

/** Something that is only known when it runs. */
export function unknown(asWritten: string, span: Span, from: readonly SimpleCommand[] = [], variables: readonly string[] = []): Word {
  return { ...literal(asWritten, span), unknownAt: 0, from, variables };
} // prettier-ignore

/** Something that is only known when it runs, made of what these hold. */
export function madeOf(asWritten: string, span: Span, parts: readonly Value[]): Word {
  const words = parts.flatMap((part) => [...part.words, ...(part.table === null ? [] : tableWords(part.table))]);
  const from = [...words.flatMap((word) => word.from), ...parts.flatMap((part) => part.commands)];
  const variables = words.flatMap((word) => word.variables);
  return unknown(asWritten, span, [...new Set(from)].slice(0, MAX_PARTS), [...new Set(variables)].slice(0, MAX_PARTS));
}

/** Words and commands that are followed at once; nobody writes more. */
const MAX_PARTS = 600;

/** Of a list without end the rest is something that is not known. */
export const bounded = (words: readonly Word[]): readonly Word[] =>
  words.length <= MAX_PARTS ? words : [...words.slice(0, MAX_PARTS), unknown("$rest", words[MAX_PARTS] as Word)];

const tableWords = (table: ReadonlyMap<string, Value>): Word[] => [...table.values()].flatMap(({ words }) => words);

/** Words one behind the other, as in a string in quotes. What may be several things is not known. */
export function spliced(values: readonly Value[], span: Span, verbatimAt: number | null): Word {
  const builder = new WordBuilder();
  for (const { words, commands } of values) {
    const [only] = words;
    if (only === undefined) continue;
    if (words.length === 1) builder.word(only, false);
    else builder.unknown("$list", words.some(({ value }) => value === "") ? "list" : null, [...new Set(words.flatMap((word) => word.from))].slice(0, MAX_PARTS)); // prettier-ignore
    if (only.from.length === 0) builder.add(commands.slice(0, MAX_PARTS));
  }
  return builder.build(span, verbatimAt);
}

/** The text of a value that is one known word. */
export const textOf = (value: Value | undefined): string | null => {
  const [only] = value?.words ?? [];
  return only !== undefined && value?.words.length === 1 && isKnown(only) ? only.value : null;
};

/** Both of two values: what a variable may hold, or a list of all. */
export function both(a: Value, b: Value): Value {
  if (a === NOTHING) return b;
  if (b === NOTHING) return a;
  return {
    words: bounded([...new Set([...a.words, ...b.words])]),
    table: bothTables(a.table, b.table),
    block: bothBlocks(a.block, b.block),
    isCode: a.isCode || b.isCode,
    mixed: a.mixed || b.mixed,
    commands: [...new Set([...a.commands, ...b.commands])].slice(0, MAX_PARTS),
  };
}

function bothTables(a: Value["table"], b: Value["table"]): Value["table"] {
  if (a === null || b === null || a === b) return a ?? b;
  const entries = new Map(a);
  for (const [key, value] of b) {
    const other = entries.get(key);
    entries.set(key, other === undefined || other === value ? value : both(other, value));
  }
  return entries;
}

/** Either may be what is called, so that both are read. */
const bothBlocks = (a: Block | null, b: Block | null): Block | null =>
  a === null || b === null || a === b ? (a ?? b) : { ...a, parameters: [...a.parameters, ...b.parameters], body: [...a.body, ...b.body] }; // prettier-ignore
