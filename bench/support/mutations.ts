import { OWN_CASES, readCases } from "@/eval/cases";

/** What is put into commands: quotes, operators and expansions left open, and a few words with a meaning. */
export const PIECES = [
  "$(", ")", "`", "'", '"', "|", "&&", ";", "\n", "<<EOF", "EOF", "{", "}", "$X", "${", "\\", ">", "<(", "rm -rf /", "eval ", "\0", "é", "=", "*", "~", " ",
  "((", "))", "[[", "]]", "<<<", ">(", "@(", "!", "$'\\x72", "\u202e", "case x in ", ";;", " esac", "for i in ", "do ", "done", "if ", "then ", "fi", "function f ", "&", "#", "sudo ", "bash -c ",
] as const; // prettier-ignore

/** Every command of our own cases. */
export const seeds = (): string[] =>
  readCases(OWN_CASES).flatMap(({ input }) => (typeof input.command === "string" ? [input.command] : []));

/** Numbers below `bound`, the same for the same seed. */
export function numbers(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state >>> 3) % bound;
  };
}

/** A command with up to six pieces put in, each in place of some characters. */
export function mutated(commands: readonly string[], next: (bound: number) => number): string {
  let text = commands[next(commands.length)] as string;
  for (let edits = next(7); edits > 0; edits--) {
    const at = next(text.length + 1);
    text = text.slice(0, at) + PIECES[next(PIECES.length)] + text.slice(at + next(7));
  }
  return text;
}
