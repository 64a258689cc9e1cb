import { after, literal } from "../../shell/word";
import { SHELLS } from "../../shell/scripts";
import type { SimpleCommand, Word } from "../../shell/types";
import { hasFlag, operands, optionValues } from "../arguments";
import type { Scene } from "../scene";
import { matchesOf } from "../../matches";

/** Programs that are not there to show a file, and the files that they print all the same. */

const NONE: readonly Word[] = [];
type Shown = (command: SimpleCommand) => readonly Word[];

const valuesOf =
  (...flags: string[]): Shown =>
  (command) =>
    optionValues(command, ...flags);

const isOutside = ({ value }: Word): boolean => /^[/~]/.test(value);
const GETS = ["-l", "--list", "--get", "--get-all", "--get-regexp", "--get-urlmatch", "--show-origin"];

/** By git's subcommand: files that need not be in any repository. */
const GIT: Readonly<Record<string, Shown>> = {
  diff: (command) => (hasFlag(command, "--no-index") ? operands(command) : operands(command).filter(isOutside)),
  grep: (command) => operands(command, ["-e", "-A", "-B", "-C", "-m"]).filter(isOutside),
  blame: valuesOf("--contents"),
  annotate: valuesOf("--contents"),
  "hash-object": (command) => (hasFlag(command, "-w") ? operands(command, ["-t", "--path"]) : NONE),
  config: (command) => (hasFlag(command, ...GETS) || /^(?:list|get)$/.test(operands(command, ["-f", "--file"])[0]?.value ?? "") ? optionValues(command, "-f", "--file") : NONE),
}; // prettier-ignore

const git: Shown = (command) => {
  const at = command.args.findIndex(({ value }) => Object.hasOwn(GIT, value));
  const make = at === -1 ? undefined : GIT[command.args[at]?.value ?? ""];
  return make?.({ ...command, args: command.args.slice(at + 1) }) ?? NONE;
};

/** `kubectl create secret ... --from-file=[KEY=]FILE --dry-run=client -o yaml` */
const rendered: Shown = (command) => {
  if (!hasFlag(command, "--dry-run") || !hasFlag(command, "-o", "--output")) return NONE;
  const files = optionValues(command, "--from-file", "--from-env-file", "--cert", "--key");
  return files.map((word) => (/^[\w.-]+=/.test(word.value) ? after(word, word.value.indexOf("=") + 1) : word));
};

const READS = /\b(?:file|filebase64|templatefile|filesha256)\s?\(\s?"([^"$]{1,400})"/g;

/** What `terraform console` is given to work out. */
const evaluated: Shown = (command) => {
  if (!operands(command).some(({ value }) => value === "console")) return NONE;
  const texts = [command.stdin.text, ...command.stdin.from.flatMap(({ args }) => args)].flatMap((word) => word ?? []);
  return texts.flatMap((word) => matchesOf(word.value, READS).map(([, path = ""]) => literal(path, word)));
};

/** With these a shell repeats each line that it reads. */
const repeated: Shown = (command) =>
  hasFlag(command, "-v", "-x", "--verbose") && !hasFlag(command, "-c") ? operands(command, ["-o", "-O"]).slice(0, 1) : NONE; // prettier-ignore

const SHOWN: Readonly<Record<string, Shown>> = {
  git,
  kubectl: rendered,
  oc: rendered,
  terraform: evaluated,
  tofu: evaluated,
  // They name each line of the file as something that they do not know.
  date: valuesOf("-f", "--file"),
  file: valuesOf("-f", "--files-from"),
  du: valuesOf("--files0-from"),
  wc: valuesOf("--files0-from"),
  ...Object.fromEntries([...SHELLS].map((name) => [name, repeated])),
};

/** Files whose lines a call prints although that is not what the program is for. */
export const shownFiles = (command: SimpleCommand): readonly Word[] =>
  Object.hasOwn(SHOWN, command.name) ? (SHOWN[command.name]?.(command) ?? NONE) : NONE;

/** Takers of what is rendered for them. */
const APPLIES = /^(?:kubectl|oc|kubeseal|sops|helm|argocd)$/;

/** Whether a call prints what is in the files it is given: all of them, or where they differ. */
export function showsFiles(command: SimpleCommand, { reading }: Scene): boolean {
  if (command.name === "diff") return !hasFlag(command, "-q", "--brief");
  if (command.name === "cmp") return hasFlag(command, "-l", "-b", "--verbose", "--print-bytes");
  if (shownFiles(command).length === 0) return false;
  return !reading.commands.some(({ name, stdin }) => APPLIES.test(name) && stdin.from.includes(command));
}
