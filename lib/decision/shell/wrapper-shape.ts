import type { Where } from "./types";

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
  /** The command starts after one of these words and nowhere else. */
  starts?: readonly string[];
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
  /** All words left are joined to a script (ssh); `lone`: a single word left is one. */
  joined?: true | "lone";
};
