import type { Opaque } from "../types";
import type { Disguise } from "./disguise";

/** UTF-16 offsets into the command as the tool got it; half-open. */
export type Span = { start: number; end: number };

/** One argument after expansion, as far as it can be known before the command runs. */
export type Word = Span & {
  /** Dequoted. Expansions that are not known stay as written, e.g. `$X/lib`. */
  value: string;
  /** Where in `value` the first unknown expansion begins; -1 when all of it is known. */
  unknownAt: number;
  /** Has unquoted glob characters. */
  glob: boolean;
  /** Commands whose output becomes part of it. */
  from: readonly SimpleCommand[];
  /** Variables it takes its unknown parts from. */
  variables: readonly string[];
  /** Offset at which `value` stands verbatim in the command; null when quoting or expansion changed it. */
  verbatimAt: number | null;
};

export type RedirectOp = ">" | ">>" | "<" | "<>" | "<&" | ">&" | ">|" | "&>" | "&>>";
/** `fd` is the number written before it, if any. */
export type FileRedirect = { op: RedirectOp; target: Word; fd?: number };

/** What a command reads on standard input. */
export type Stdin = {
  /** Commands piped into it. */
  from: readonly SimpleCommand[];
  /** Here-document or here-string. */
  text: Word | null;
  file: Word | null;
  /** The directory that the file's name is read in. */
  cwd?: string | null;
};

/** A program call with wrappers (`sudo`, `env`, `timeout`, ...) taken off and its place known. */
export type SimpleCommand = Span & {
  /** Base name of the program; empty for a lone redirect, an assignment, or a name that is not known. */
  name: string;
  /** The program as written, e.g. `./deploy.sh`. */
  program: Word;
  args: readonly Word[];
  assignments: ReadonlyMap<string, Word>;
  redirects: readonly FileRedirect[];
  stdin: Stdin;
  /** Null after a `cd` to a place that is not known. */
  cwd: string | null;
  where: Where;
  /** Absolute directories of this machine that the program sees elsewhere. */
  mounts: readonly { from: string; to: string }[];
  wrappers: readonly string[];
  background: boolean;
  /** Substitutions it runs inside of; their output goes into words. */
  nesting: number;
};

/** On this machine, on another one (ssh), or in a container. */
export type Where = "here" | "remote" | "container";

/** A directory of this machine and the absolute path a container has it at. `from` is as written. */
export type Mount = { from: Word; to: string };

export type ShellScene = { cwd: string; home: string; gitRoot: string | null; gitBranch: string | null };

/** A command line read through. `commands` are in the order they would run. */
export type Reading = {
  commands: readonly SimpleCommand[];
  opaque: readonly Opaque[];
  /** Places written so that one does not see what runs there. */
  disguised: readonly Disguise[];
  /** Files the command line writes with content that is known, by absolute path. */
  files: ReadonlyMap<string, string>;
  /** It runs or holds more than is read; what stands behind is not known. */
  isCut: boolean;
};
