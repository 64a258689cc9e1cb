import type { Word } from "../../shell/types";
import { literal } from "../../shell/word";
import type { Maker } from "../scene";
import { readCmd } from "./cmd-shell";
import { addInner, runs } from "./windows-inner";
import { slashed } from "./windows-places";

/** `\\\\machine\\share` */
const SHARE = /^\/\/([\w.-]+)\/(.+)$/;
const isFlag = ({ value }: Word): boolean => /^\/[a-z][^/\\]*$/i.test(value);
const asPath = (word: Word): Word => ({ ...word, value: slashed(word.value), verbatimAt: null });

/** `robocopy FROM TO /move` takes from the source; `/mir` removes from the target what the source does not have, as `rsync --delete` does. */
const mirror: Maker = (command, scene) => {
  const flags = command.args.map(({ value }) => value.toLowerCase());
  const moves = flags.includes("/move") || flags.includes("/mov");
  const [from, to] = command.args.filter((arg) => !isFlag(arg)).map(asPath);
  if (from === undefined || to === undefined) return;
  const share = SHARE.exec(to.value);
  if (share !== null) runs({ ...command, name: "scp", args: [literal("-r", command), from, { ...to, value: `${share[1]}:${share[2]}` }] }, scene); // prettier-ignore
  if (!moves && !flags.includes("/mir") && !flags.includes("/purge")) return;
  if (moves) runs({ ...command, name: "mv", args: [from, to] }, scene);
  else
    runs({ ...command, name: "rsync", args: [literal("-a", command), literal("--delete", command), from, to] }, scene);
};

/** `forfiles /p DIRECTORY /c "COMMAND @path"` runs a command for each file below a directory. */
const forEachFile: Maker = (command, scene) => {
  const valueOf = (flag: string) =>
    command.args.find((_, i) => command.args[i - 1]?.value.toLowerCase() === flag)?.value ?? null;
  const text = valueOf("/c");
  if (text === null) return;
  const all = `${(valueOf("/p") ?? ".").replace(/\\$/, "")}\\*`;
  const script = text.replaceAll(/@(?:path|relpath|file|fname)/gi, () => all);
  addInner(readCmd(script, command, scene.known().scene, command), scene);
};

/** `taskkill /im NAME`, `/pid NUMBER`. */
const stop: Maker = (command, scene) => {
  const after = (flag: RegExp) => command.args.filter((_, i) => flag.test(command.args[i - 1]?.value ?? ""));
  const [names, ids] = [after(/^\/im$/i), after(/^\/pid$/i)];
  if (names.length > 0) runs({ ...command, name: "pkill", args: names.map(withoutEnding) }, scene);
  if (ids.length > 0) runs({ ...command, name: "kill", args: ids }, scene);
};

/** `gsudo COMMAND`: with an administrator's rights. */
const raised: Maker = (command, scene) => {
  const words = command.args.filter((arg, i) => !(arg.value.startsWith("-") && i === 0));
  const text = words.map(({ value }) => (/\s/.test(value) ? `"${value}"` : value)).join(" ");
  if (text !== "") addInner(readCmd(text, command, scene.known().scene, { ...command, wrappers: [...command.wrappers, "sudo"] }), scene); // prettier-ignore
};

/** `wmic process call create "COMMAND"` */
const created: Maker = (command, scene) => {
  const values = command.args.map(({ value }) => value);
  const at = values.findIndex((value, i) => /^create$/i.test(value) && /^call$/i.test(values[i - 1] ?? ""));
  if (at !== -1 && at + 1 < values.length) addInner(readCmd(values.slice(at + 1).join(" "), command, scene.known().scene, command), scene); // prettier-ignore
};

const withoutEnding = (word: Word): Word => ({ ...word, value: word.value.replace(/\.exe$/i, "") });

/** `findstr /s TEXT FILES`, `findstr /c:"TEXT" FILES` */
const searched: Maker = (command, scene) => {
  const { args } = command;
  const text = args.find(({ value }) => /^\/c:/i.test(value));
  const words = args.filter((arg) => !isFlag(arg));
  const [pattern, ...files] = text === undefined ? words : [{ ...text, value: text.value.slice(3) }, ...words];
  if (pattern === undefined || files.length === 0) return;
  runs({ ...command, name: "grep", args: [literal("--", command), pattern, ...files.map(asPath)] }, scene);
};

/** Programs of Windows that do the work of another program, or have it done. */
export const WINDOWS_CARRIERS: readonly (readonly [name: string, maker: Maker])[] = [
  ["robocopy", mirror],
  ["xcopy", mirror],
  ["forfiles", forEachFile],
  ["taskkill", stop],
  ["findstr", searched],
  ["gsudo", raised],
  ["wmic", created],
];
