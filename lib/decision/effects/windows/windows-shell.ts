import { NO_STDIN } from "../../shell/frame";
import { MAX_COMMAND_LENGTH, MAX_NESTING } from "../../shell/parse";
import { fileText, stdinText } from "../../shell/static-output";
import type { ShellScene, SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { clip } from "../clip";
import { cannotRead } from "../code/code-scripts";
import { makersOf } from "../deeds";
import { addFetched, fetcherOf, urlOf } from "../fetched";
import { add, type Maker, type Scene } from "../scene";
import { readCmd } from "./cmd-shell";
import { type Outer, readPowerShell } from "./powershell/read";
import { formsIn } from "./windows";
import { WINDOWS_BOOKS } from "./windows-books";
import { WINDOWS_CARRIERS } from "./windows-carriers";
import { addInner, runs } from "./windows-inner";

const ENCODED = /^[-/]e(?:c|nc?|nco\w*)?$/i;
const SCRIPT = /^[-/]c(?:ommand)?(?:withargs)?$/i;
/** Flags of PowerShell that take the next word. */
const VALUE =
  /^[-/](?:ex\w*|ep|version|v|wi?\w*|inputformat|outputformat|configurationname|workingdirectory|wd|psconsolefile|o\w*|if|of)$/i;
const FILE = /^[-/]f(?:ile)?$/i;
const MAX_ENCODED = 65_536;

/** `powershell -Command ...` called from another shell, or from itself: what it is given is read as PowerShell. */
const powerShell: Maker = (command, scene) => {
  const { args } = command;
  const fetcher = fetcherOf([...command.stdin.from, ...args.flatMap(({ from }) => [...from])]);
  if (fetcher !== null) addFetched(urlOf(fetcher), "pipe", command, scene);
  const encoded = args.findIndex(({ value }) => ENCODED.test(value));
  if (encoded !== -1) {
    add(scene, "execute", "command", null, command, "hides what it runs: encoded text", { disguise: "encoded text" });
    const word = args[encoded + 1];
    if (word !== undefined) inner({ ...word, value: decoded(word.value), verbatimAt: null }, command, scene);
    return;
  }
  const at = scriptAt(args);
  const [first] = args.slice(at);
  if (first === undefined) return fed(command, scene);
  if (FILE.test(args[at - 1]?.value ?? "") || /\.ps1$/i.test(first.value)) return file(first, command, scene);
  if (first.value === "-") return fed(command, scene);
  const words = args.slice(at);
  const whole = words.length === 1 ? first : { ...joined(words), verbatimAt: null };
  inner(whole, command, scene);
};

/** Base64 of UTF-16, as the flag takes it. */
const decoded = (text: string): string => Buffer.from(text.slice(0, MAX_ENCODED), "base64").toString("utf16le");

const joined = (words: readonly Word[]): Word => ({
  ...(words[0] as Word),
  value: words.map(({ value }) => value).join(" "),
  unknownAt: words.some(({ unknownAt }) => unknownAt !== -1) ? 0 : -1,
  from: words.flatMap(({ from }) => [...from]),
});

function inner(text: Word, command: SimpleCommand, scene: Scene): void {
  if (command.wrappers.length >= MAX_NESTING) return cannotRead("This has too many programs run one another.", command, scene); // prettier-ignore
  if (text.unknownAt !== -1) cannotRead("What PowerShell is given to run is only known when it runs.", command, scene);
  const { cwd, where, mounts, wrappers, start, end } = command;
  const outer = { cwd, where, mounts, wrappers: [...wrappers, command.name] };
  const { scene: shell } = scene.known();
  addPowerShell({ ...text, start: Math.max(text.start, start), end: Math.min(text.end, end) }, outer, { ...shell, cwd: cwd ?? shell.cwd }, new Map(scene.reading.files), scene); // prettier-ignore
}

/** Adds what a PowerShell text does. Of one that cannot be read to its end the plain harmful forms are caught. */
export function addPowerShell(text: Word, outer: Outer | null, shell: ShellScene, files: Map<string, string>, scene: Scene): void {
  const { whole, ...reading } = readPowerShell(text, shell, files, outer);
  addInner(reading, scene);
  if (whole) return;
  for (const { form, span } of formsIn(text.value)) {
    const at = text.verbatimAt === null ? text : { start: span.start + text.verbatimAt, end: span.end + text.verbatimAt };
    add(scene, form.kind, "command", clip(text.value.slice(span.start, span.end)), at, form.note, form.traits);
  }
} // prettier-ignore

/** A script: what this session wrote into it or fetched there counts; one that is on disk is like any other. */
function file(written: Word, command: SimpleCommand, scene: Scene): void {
  const word = { ...written, value: written.value.replaceAll("\\", "/"), verbatimAt: null };
  runs({ ...command, name: "source", args: [word], stdin: NO_STDIN, redirects: [] }, scene);
  const text = fileText(word, command.cwd, scene.known());
  if (text !== null) inner({ ...word, value: text, verbatimAt: null }, command, scene);
}

function fed(command: SimpleCommand, scene: Scene): void {
  const { stdin } = command;
  const text = stdinText(stdin, scene.known());
  if (text !== null) inner(stdin.text ?? literal(text, command), command, scene);
  else if (stdin.from.length > 0) cannotRead("What is piped to PowerShell is only known when it runs.", command, scene);
}

/** Where the script begins: behind `-Command`, or at the first word that is no flag. */
function scriptAt(args: readonly Word[]): number {
  let at = 0;
  for (; at < args.length; at++) {
    const { value } = args[at] as Word;
    if (SCRIPT.test(value) || FILE.test(value)) return at + 1;
    if (!/^[-/][A-Za-z]/.test(value)) return at;
    if (VALUE.test(value)) at++;
  }
  return at;
}

/** `/c`, `/d/s/c`, `/crd`: what follows the letter is the script. */
const CMD_SCRIPT = /^(?:\/{1,2}(?:[adqsu]|[efv]:\w{1,3}))*\/{1,2}[ckr]([\s\S]*)$/i;

/** `cmd /c ...`: read as the old shell's own language. */
const oldShell: Maker = (command, scene) => {
  const { args, cwd, where, mounts, wrappers, name } = command;
  const at = args.findIndex(({ value }) => CMD_SCRIPT.test(value));
  if (at === -1) {
    if (args.some(({ value }) => value !== "/?") || command.stdin.from.length > 0) cannotRead("What cmd is given to run is not known.", command, scene); // prettier-ignore
    return;
  }
  if (wrappers.length >= MAX_NESTING) return cannotRead("This has too many programs run one another.", command, scene);
  const attached = CMD_SCRIPT.exec((args[at] as Word).value)?.[1] ?? "";
  const words = args.slice(at + 1);
  const rest = words.length === 1 && attached === "" ? (words[0] as Word).value : words.map(({ value }) => (/\s/.test(value) ? `"${value}"` : value)).join(" "); // prettier-ignore
  const outer = { cwd, where, mounts, wrappers: [...wrappers, name] };
  addInner(readCmd(`${attached} ${rest}`, command, scene.known().scene, outer), scene);
};

/** Windows' own programs: one call at a time, so that a word of another call counts for nothing. */
const windowsProgram: Maker = (command, scene) => {
  const text = [command.name, ...command.args.map(({ value }) => value)].join(" ").slice(0, MAX_COMMAND_LENGTH);
  for (const { form, span } of formsIn(text))
    add(scene, form.kind, "command", clip(text.slice(span.start, span.end)), command, form.note, form.traits);
};

const PROGRAMS = ["certutil", "bitsadmin", "mshta", "regsvr32", "rundll32", "msiexec", "wmic", "wbadmin", "bcdedit", "reg", "net", "sc", "format", "format.com", "diskpart", "vssadmin", "wevtutil", "schtasks", "netsh"]; // prettier-ignore

export const WINDOWS_MAKERS: readonly (readonly [name: string, maker: Maker])[] = [
  ["powershell", powerShell],
  ["pwsh", powerShell],
  ["cmd", oldShell],
  ...PROGRAMS.map((name) => [name, windowsProgram] as const),
  ...WINDOWS_CARRIERS,
  ...makersOf(WINDOWS_BOOKS),
];
