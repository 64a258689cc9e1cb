import type { Function as ShellFunction, ParsedScript } from "unbash";
import type { Opaque } from "../types";
import { decoderOf, type Disguise } from "./disguise";
import { MAX_NESTING, MAX_NODES, Unreadable, type Unit } from "./parse";
import type { FileRedirect, ShellScene, SimpleCommand, Span, Stdin, Where, Word } from "./types";

/** What one reading collects. Shared by everything nested in it. */
export type Reader = {
  readonly scene: ShellScene;
  readonly commands: SimpleCommand[];
  readonly opaque: Opaque[];
  readonly disguised: Disguise[];
  readonly files: Map<string, string>;
  isCut: boolean;
  nodes: number;
  /** Scripts and function calls being read inside one another. */
  depth: number;
  /** Substitutions being read inside one another. */
  nesting: number;
  /** Calls of functions being read inside one another, so that one that calls itself comes to an end. */
  readonly calling: FunctionCall[];
  /** Functions that something called. */
  readonly called: Set<string>;
  /** What runs once the command line is through: handlers of `trap`. */
  readonly deferred: (() => void)[];
  /** Bodies of `>(...)` that wait for the command whose output they get. */
  feeds: ((command: SimpleCommand) => void)[];
  /** The same by the number of a descriptor, for as long as it is open. */
  readonly fed: Map<number, (command: SimpleCommand) => void>;
  /** Pipes with a name that the command line makes: what reads one waits for what is written to it. */
  readonly fifos: Set<string>;
  /** Reads a nested script; returns the commands it runs. A method, so that expansion and walking need not import each other. */
  readonly runScript: (frame: Frame, unit: Unit, script: ParsedScript) => readonly SimpleCommand[];
  /** Reads one call; see run.ts. A method for the same reason. */
  readonly runCall: Run;
};

/** What belongs to one call besides its words. */
export type Call = { assignments: ReadonlyMap<string, Word>; redirects: readonly FileRedirect[]; span: Span };

/** A call that is its words and nothing else. */
export const bareCall = (span: Span): Call => ({ assignments: new Map(), redirects: [], span });

/**
 * @param frame what the program sees (redirected input, wrappers)
 * @param shell the shell it is called from, whose state builtins change
 */
export type Run = (reader: Reader, frame: Frame, shell: Frame, argv: readonly Word[], call: Call) => void;

/** A variable: one word, or several for an array or `$@`. */
export type Variable = readonly Word[];

/** Some variables' values on one way through an `if`, a `case` or `a && X=b`. */
export type Otherwise = ReadonlyMap<string, Variable>;

export type ShellFunctionOf = { node: ShellFunction; unit: Unit };

/** @param key tells calls with other arguments apart */
type FunctionCall = { name: string; key: string; background: boolean };

/** What a command can change in the shell that runs it. */
export type State = Pick<Frame, "variables" | "otherwise" | "cwd" | "previousCwd" | "functions">;

/** What a command has put an end to: nothing behind it runs on this way. */
export type Ended = "loop" | "function" | "shell" | null;

/** What `trap` set. `any`: it may run between any two commands; `each`: it does, in the shell itself. */
export type Trap = { handler: Word; any: boolean; each: boolean; rounds: number; moments: Moment[] };

/** When a handler may run. `ends`: as the last thing. */
type Moment = { state: State; ends: boolean };

/** The state of the shell at one point. Subshells get a copy, everything else shares it. */
export type Frame = {
  cwd: string | null;
  previousCwd: string | null;
  variables: Map<string, Variable>;
  /** What variables hold on the other ways to this point; see branches.ts. */
  otherwise: readonly Otherwise[];
  /** Stands for variables that nothing set; null: they are not known. */
  unset: Variable | null;
  /** What the function being read has for itself. */
  locals: Set<string>;
  /** Each with all that it may mean here. Never changed in place, so that a subshell has its own. */
  functions: ReadonlyMap<string, readonly ShellFunctionOf[]>;
  /** How the function being read may be left before its end. */
  returns: State[];
  /** The same of the loop being read; null outside of one. */
  breaks: State[] | null;
  /** `break 2` leaves the outer loop as well. */
  outerBreaks: State[] | null;
  ended: Ended;
  /** Where the shell stands if the last pipeline failed; null: where it stands anyway. `negated`: it was told to fail. */
  failed: { places: readonly (string | null)[]; negated: boolean } | null;
  traps: readonly Trap[];
  /** Options of the shell that are on, as `set -o` and `shopt` name them. */
  options: ReadonlySet<string>;
  /** Input by the number of its descriptor, where a redirect of `exec` or of this call opened one. */
  inputs: ReadonlyMap<number, Stdin>;
  stdin: Stdin;
  where: Where;
  mounts: SimpleCommand["mounts"];
  wrappers: readonly string[];
  background: boolean;
};

export const NO_STDIN: Stdin = { from: [], text: null, file: null };

/** From here on the variable has this value, whichever way was taken before. */
export function setVariable(frame: Frame, name: string, value: Variable): void {
  frame.variables.set(name, value);
  if (frame.otherwise.some((way) => way.has(name)))
    frame.otherwise = frame.otherwise.map((way) => new Map([...way].filter(([other]) => other !== name)));
}

/** `$1`, `$2`, ... and `$@`. */
export function setPositionals(frame: Frame, words: readonly Word[]): void {
  const before = frame.variables.get("@")?.length ?? MAX_POSITIONALS;
  for (let i = 1; i <= Math.max(before, words.length); i++) {
    const word = words[i - 1];
    if (word === undefined) frame.variables.delete(String(i));
    else setVariable(frame, String(i), [word]);
  }
  for (const name of ["@", "*"]) setVariable(frame, name, words);
}

/** As many as `$1`, ... go without braces. */
const MAX_POSITIONALS = 9;

export function subshell(frame: Frame, change: Partial<Frame> = {}): Frame {
  return { ...frame, variables: new Map(frame.variables), ...change };
}

/** The state in which a program that runs another one runs it. */
export function wrapped(frame: Frame, name: string, span: Span): Frame {
  if (frame.wrappers.length >= MAX_NESTING) throw new Unreadable("has too many programs run one another", span);
  return { ...frame, wrappers: [...frame.wrappers, name] };
}

/** Among the wrappers of what the shell runs again and again by itself: a prompt, a completion, a key, each command. */
export const HOOK = "shell hook";

/** Among the wrappers of a program that a function of its name hides, perhaps. */
export const SHADOWED = "function of its name";

/** Among the wrappers of what a person is asked about each time, at a terminal that an agent has not. */
export const CONFIRMED = "confirmation";

/** Whether something other than a person answers what a program asks. */
export const isAnswered = ({ stdin }: { stdin: Stdin }): boolean =>
  stdin.from.length > 0 || stdin.text !== null || stdin.file !== null;

/** Among the options: a file or a program's output, which nobody can tell, has set variables. */
export const LOADED = "variables from elsewhere";

export const withOption = (frame: Frame, ...names: readonly string[]): void => {
  frame.options = new Set([...frame.options, ...names]);
};

/** Words before a call that leave it in this shell; any other program that runs one knows nothing of this shell. */
export const IN_SHELL: ReadonlySet<string> = new Set([
  "command", "builtin", "exec", "time", "noglob", "nocorrect", "repeat", "-",
]); // prettier-ignore

/** Counts work, so that hostile input ends in "cannot tell" and not in a busy server. */
export function spend(reader: Reader, span: Span, nodes = 1): void {
  reader.nodes += nodes;
  if (reader.nodes > MAX_NODES) throw new Unreadable("is too long to be read through", span);
}

const MAX_OPAQUE = 20;

export function cannotTell(reader: Reader, reason: string, span: Span): void {
  if (reader.opaque.length >= MAX_OPAQUE) return;
  reader.opaque.push({ reason, evidence: { field: "command", start: span.start, end: span.end, note: reason } });
}

/** Notes that what these commands give is about to run, when they decode it. */
export function noteDecoder(reader: Reader, commands: readonly SimpleCommand[], span: Span): void {
  const decoder = commands.length === 0 ? null : decoderOf(commands);
  if (decoder !== null) noteDisguise(reader, `text that ${decoder} makes`, span);
}

export function noteDisguise(reader: Reader, how: string | null, { start, end }: Span): void {
  if (how !== null && reader.disguised.length < MAX_OPAQUE) reader.disguised.push({ how, start, end });
}
