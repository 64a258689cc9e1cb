import { resolvePath } from "../paths";
import { MAX_COMMAND_LENGTH, Unreadable } from "./parse";
import type { SimpleCommand, Span, Word } from "./types";

/** Commands and variables that one word may take its value from. */
const MAX_PARTS = 1_000;
const NO_COMMANDS: readonly SimpleCommand[] = [];
const NO_NAMES: readonly string[] = [];

/** The place of what no text shows. */
export const NOWHERE: Span = { start: 0, end: 0 };

/** A word whose value is known and stands nowhere verbatim. */
export function literal(value: string, span: Span): Word {
  return {
    value,
    unknownAt: -1,
    glob: false,
    from: NO_COMMANDS,
    variables: NO_NAMES,
    verbatimAt: null,
    start: span.start,
    end: span.end,
  };
}

/** What a variable holds when it cannot be told. */
export const unknownValue = (name: string, span: Span): Word => ({
  ...literal(`$${name}`, span),
  unknownAt: 0,
  variables: [name],
});

/** A value that may not be known, as a variable's. */
export const literalOr = (value: string | null, name: string, span: Span): Word =>
  value === null ? unknownValue(name, span) : literal(value, span);

/** Some number: as good as any other in a name, but nothing to count or choose by. */
export const SOME_NUMBER: Word = { ...literal("0", NOWHERE), variables: ["#"] };
export const isSomeNumber = ({ variables }: Word): boolean => variables.includes("#");

export const isKnown = (word: Word): boolean => word.unknownAt === -1;

/** The path that a word stands for; null when it is not known. */
export const pathNamed = (word: Word, cwd: string | null, home: string): string | null =>
  isKnown(word) ? resolvePath(word.value, cwd, home) : null;

/** The same word with its first `count` characters cut off: the value of `--opt=value`, the file of `@file`. */
export function after(word: Word, count: number): Word {
  return {
    ...word,
    value: word.value.slice(count),
    unknownAt: word.unknownAt === -1 ? -1 : Math.max(0, word.unknownAt - count),
    verbatimAt: word.verbatimAt === null ? null : word.verbatimAt + count,
  };
}

/** Collects the pieces of a word from left to right. */
export class WordBuilder {
  value = "";
  unknownAt = -1;
  glob = false;
  from: SimpleCommand[] | null = null;
  variables: string[] | null = null;

  text(value: string): void {
    this.value += value;
  }

  /** An expansion that is only known when it runs. */
  unknown(asWritten: string, variable: string | null, from: readonly SimpleCommand[] = NO_COMMANDS): void {
    if (this.unknownAt === -1) this.unknownAt = this.value.length;
    this.value += asWritten;
    if (variable !== null) (this.variables ??= []).push(variable);
    this.add(from);
  }

  /** Another word's value, e.g. a variable's. */
  word(word: Word, quoted: boolean): void {
    if (word.unknownAt !== -1 && this.unknownAt === -1) this.unknownAt = this.value.length + word.unknownAt;
    this.value += word.value;
    if (word.glob && !quoted) this.glob = true;
    for (const name of word.variables) (this.variables ??= []).push(name);
    this.add(word.from);
    this.assertModest();
  }

  add(from: readonly SimpleCommand[]): void {
    for (const command of from) (this.from ??= []).push(command);
  }

  /** `a=$a$a` over and over doubles each time. */
  private assertModest(): void {
    const parts = (this.from?.length ?? 0) + (this.variables?.length ?? 0);
    if (this.value.length > MAX_COMMAND_LENGTH || parts > MAX_PARTS)
      throw new Unreadable("builds up a text without bounds", NOWHERE);
  }

  build(span: Span, verbatimAt: number | null): Word {
    return {
      value: this.value,
      unknownAt: this.unknownAt,
      glob: this.glob,
      from: this.from ?? NO_COMMANDS,
      variables: this.variables ?? NO_NAMES,
      verbatimAt,
      start: span.start,
      end: span.end,
    };
  }
}
