import { emit } from "../../../shell/emit";
import { cannotTell, NO_STDIN, spend, type Frame, type Reader } from "../../../shell/frame";
import { placeIn, type Unit } from "../../../shell/parse";
import { outputOf } from "../../../shell/static-output";
import type { FileRedirect, SimpleCommand, Span, Stdin, Word } from "../../../shell/types";
import { literal } from "../../../shell/word";
import type { Block, Statement } from "./syntax";
import { spliced, unknown, type Value, valueOf } from "./values";

/** PowerShell at one point. The shell's own reader collects the calls, so that both end in the same commands. */
export type State = {
  reader: Reader;
  frame: Frame;
  variables: Map<string, Value>;
  /** All that a name may stand for: which definition holds where it is called is not followed. */
  functions: Map<string, readonly Block[]>;
  /** Calls of functions that are being read, so that one that calls itself with the same is read once. */
  calling: string[];
  called: Set<string>;
  unit: Unit;
  /** Where `Pop-Location` goes back to. */
  places: (string | null)[];
  /** A connection that the text opens by itself. */
  socket: { to: Word | null };
  /** Reads statements; `captured` where what they give is not shown. A method, so that calls need not import what reads them. */
  walk: (state: State, statements: readonly Statement[], captured: boolean) => Value;
};

export const place = ({ unit }: State, { start, end }: Span): Span => placeIn(unit, start, end);

export function doubt(state: State, reason: string, span: Span): void {
  cannotTell(state.reader, reason, place(state, span));
}

export function define(state: State, name: string, block: Block): void {
  const known = state.functions.get(name) ?? [];
  if (!known.includes(block)) state.functions.set(name, [...known, block]);
}

/** What a stage gets from the one before it. */
export function stdinOf(input: Value, span: Span): Stdin {
  if (input.commands.length > 0) return { ...NO_STDIN, from: input.commands };
  return input.words.length === 0 ? NO_STDIN : { ...NO_STDIN, text: spliced([input], span, null) };
}

export type Doing = { stdin?: Stdin; redirects?: readonly FileRedirect[] };

/** Adds a call under the name by which the other shells know what it does. */
export function does(state: State, span: Span, name: string, args: readonly Word[], { stdin = NO_STDIN, redirects = [] }: Doing = {}): SimpleCommand {
  const at = place(state, span);
  spend(state.reader, at);
  const call = { assignments: new Map<string, Word>(), redirects, span: at };
  return emit(state.reader, { ...state.frame, stdin }, [literal(name, at), ...args], call);
} // prettier-ignore

/** What a call prints. */
export function printed(state: State, command: SimpleCommand): Value {
  const text = outputOf(command, state.reader);
  const word = text === null ? unknown("$(...)", command, [command]) : { ...literal(text.replace(/\r?\n$/, ""), command), from: [command] }; // prettier-ignore
  return valueOf([word], [command]);
}
