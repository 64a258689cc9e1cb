import { baseName } from "../paths";
import type { SimpleCommand } from "../shell/types";
import { cannotRead } from "./code/code-scripts";
import { add, type Maker } from "./scene";

/** A shell as the administrator that is given nothing to run: what is typed there later nobody sees. */

const RAISES = /^(?:sudo|sudo-rs|doas|pkexec|run0|calife)$/;
const SHELLS = new Set(["su", "bash", "sh", "zsh", "dash", "ksh", "fish"]);
const NOTHING = /^(?:-|-l|--login|-i|-s|--shell|root|-m|-p)$/;

const STARTS = /^(?:-i|--login|-s|--shell)$/;

const isFed = ({ stdin }: SimpleCommand): boolean =>
  stdin.from.length > 0 || stdin.text !== null || stdin.file !== null;

const opensShell: Maker = (command, scene) => {
  const { name, args, wrappers, where } = command;
  if (where !== "here" || isFed(command) || !args.every(({ value }) => NOTHING.test(value))) return;
  const raised = wrappers.some((one) => RAISES.test(one));
  const opens = raised
    ? SHELLS.has(name)
    : name === "su" || (RAISES.test(name) && args.length > 0 && args.every(({ value }) => STARTS.test(value)));
  if (opens) cannotRead("This opens a shell as the administrator, and what runs in it shows only there.", command, scene); // prettier-ignore
};

/** Programs that start other programs, of which an administrator may have left the right to run only these. */
const STARTERS = ["vi", "vim", "nvim", "view", "rvim", "ex", "ed", "less", "more", "man", "awk", "gawk", "mawk", "nawk", "perl", "python", "python3", "ruby", "lua", "php", "node", "gdb", "tar", "zip", "nmap", "ftp", "mysql", "emacs"]; // prettier-ignore
const BARE_SHELL =
  /(?:!|\b(?:exec\w{0,3}|system|spawn\w{0,4}|popen|call|run|BEGIN)\b[\s(["'={]{1,6})\s{0,3}(?:(?:\/usr)?\/bin\/)?(?:ba|z|da|k)?sh(?:\s{1,3}-[ip])?\s{0,3}(?:["')\];}]|$)/m;

const startsShell: Maker = (command, scene) => {
  if (command.where !== "here" || !command.wrappers.some((one) => RAISES.test(one))) return;
  if (command.args.some(({ value }) => BARE_SHELL.test(value.slice(0, MAX_WORD)))) escapes(command, scene);
};
const MAX_WORD = 4_000;

/** `find . -exec sh \\;`: a shell with nothing to do for what is found. */
const executes: Maker = (command, scene) => {
  const words = command.args.map(({ value }) => value);
  const at = words.findIndex(
    (word, i) => SHELLS.has(baseName(word)) && /^-(?:exec|ok)(?:dir)?$/.test(words[i - 1] ?? ""),
  );
  const end = words.findIndex((word, i) => i > at && /^[;+]$/.test(word));
  const isBare = at !== -1 && words.slice(at + 1, end === -1 ? undefined : end).every((word) => NOTHING.test(word));
  if (isBare && command.where === "here" && command.wrappers.some((one) => RAISES.test(one))) escapes(command, scene);
};

/** Whoever may run a shell as the administrator runs it by its name. */
const escapes: Maker = (command, scene) =>
  add(scene, "execute", "command", null, command, "starts the administrator's shell out of another program", { disguise: "a shell out of another program" }); // prettier-ignore

export const ROOT_SHELL_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries([
  ...[...SHELLS, "sudo", "sudo-rs", "doas", "pkexec", "run0"].map((name) => [name, opensShell] as const),
  ["find", executes] as const,
  ...STARTERS.map((name) => [name, startsShell] as const),
]);
