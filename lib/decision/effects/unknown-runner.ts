import { SHADOWED } from "../shell/frame";
import type { SimpleCommand, Word } from "../shell/types";
import { isInspection } from "./arguments";
import { isReader } from "./secrets/flow";

/** Programs whose whole purpose is to change something, so that their name behind another program's is a command line. */
const DOERS = new Set([
  "rm",
  "rmdir",
  "shred",
  "dd",
  "git",
  "find",
  "truncate",
  "chmod",
  "chown",
  "mkfs",
  "curl",
  "wget",
  "bash",
  "sh",
]);
/** Programs for which such a name is just a word. */
export const TALKERS = new Set([
  "echo", "printf", "man", "info", "tldr", "cheat", "help", "which", "type", "whereis", "whatis", "apropos", "hash", "command", "alias", "unalias", "complete", "compgen",
  "test", "[", "[[", "expr", "let", "export", "declare", "local", "readonly", "typeset", "set", "unset", "say", "history", "fc", "logger", "notify-send", "ls", "cd", "pushd", "mkdir",
  "wc", "diff", "cmp", "comm", "seq", "yes", "sleep", "date", "true", "false", "basename", "dirname", "realpath", "readlink", "id", "uname", "hostname", "df", "du", "tree", "cal", "bc", "dc", "time", "watch",
  "touch", "for", "case", "npm", "yarn", "pnpm", "pip", "brew", "apt", "ack", "ps", "pgrep", "pkill", "killall", "file", "stat", "figlet", "cowsay", "read", "trap", "return", "exit",
]); // prettier-ignore

/** `wrap -- rm -rf x`, `my-timer git push -f`: the command line that a program nobody here knows is given to run; null when it is given none. */
export function withinUnknown(command: SimpleCommand): SimpleCommand | null {
  const { name, args } = command;
  if (args.length < 2 || name === "" || TALKERS.has(name) || isInspection(command)) return null;
  // What a function of this command line does with its words has been read.
  if (command.wrappers.includes(SHADOWED)) return null;
  const at = programAt(args);
  const program = args[at];
  if (program === undefined || at === args.length - 1 || isReader(name)) return null;
  return { ...command, name: program.value, program, args: args.slice(at + 1), redirects: [] };
}

/** Where such a name stands: first, behind flags that stand alone, or behind `--`. */
function programAt(args: readonly Word[]): number {
  for (let at = 0; at < args.length; at++) {
    const { value } = args[at] as Word;
    if (DOERS.has(value)) return at;
    if (!value.startsWith("-")) return -1;
  }
  return -1;
}
