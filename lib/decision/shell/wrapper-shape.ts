import type { Mount, Where, Word } from "./types";

/**
 * How a program that runs another one writes it down: flags, then `positionals` of its own, then the command.
 * `values`: flags that take the next word. `assignments`: `A=b` may come first. `sub`: subcommands that run something.
 */
export type Wrapper = {
  values?: readonly string[];
  /** Flags that take the next two words (`bwrap --bind FROM TO`). */
  pairs?: readonly string[];
  positionals?: number;
  /** A leading operand of the wrapper's own that may be left out (`nvm exec 18 CMD`). */
  optional?: RegExp;
  assignments?: boolean;
  sub?: readonly string[];
  /** Subcommands each with words of its own; `values` are then those before it. */
  by?: Readonly<Record<string, Wrapper>>;
  /** The command starts after one of these words and nowhere else. */
  starts?: readonly string[];
  /** The command starts behind `--` where there is one, whatever flags stand before it. */
  dashes?: true;
  where?: Where;
  /** The wrapper does something itself and is kept beside what it runs. */
  keep?: boolean;
  /** Flags whose value is a script. */
  script?: readonly string[];
  /** Flags that name the directory to run in. */
  directory?: readonly string[];
  /** What names the directory that the command sees as `/`: its positional, or these flags. */
  root?: true | readonly string[];
  /** Flags that name the program itself; the words after the positionals are its arguments. */
  program?: readonly string[];
  /** The positional names the program, whose arguments follow: an image made for one tool, a package. */
  entry?: "image" | "package";
  /** Flags that name a file of settings for the command. */
  settings?: readonly string[];
  /** All words left are joined to a script (ssh); `lone`: a single word left is one. */
  joined?: true | "lone";
};

export type Unwrapped = {
  /** What is run; empty when the wrapper was called without a command. */
  command: readonly Word[];
  /** A script the wrapper runs by a shell; `command` then holds the words after it. */
  script: Word | null;
  /** The words make up one script (ssh). */
  joined: boolean;
  /** Directory it is run in, where the wrapper changes that. */
  directory: Word | null;
  assignments: readonly (readonly [string, Word])[];
  where: Where | null;
  /** Directories of this machine that the command sees. */
  mounts: readonly Mount[];
  /** The wrapper does something itself and stays in the reading. */
  keep: boolean;
};

/** What most wrappers change besides: nothing. */
export const NOTHING_ELSE = { script: null, joined: false, directory: null, assignments: [], where: null, mounts: [], keep: false } satisfies Omit<Unwrapped, "command">; // prettier-ignore
