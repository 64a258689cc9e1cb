import { resolvePath } from "../paths";
import { globsMeet, hasGlob, plainPath, shellGlob } from "../path-glob";
import { PLACES } from "./printed-places";
import { TEXT_FILTERS } from "./text-filters";
import { unescape } from "./text-tools";
import type { ShellScene, SimpleCommand, Stdin, Word } from "./types";
import { isKnown } from "./word";

const MAX_OUTPUT = 65_536;

/** What is known while reading: the scene, and files this very command line has written. */
export type Known = { scene: ShellScene; files: ReadonlyMap<string, string> };

/** Stands for what `mktemp` makes: where nothing was before. */
export const FRESH_PLACE = "/tmp/tmp.XXXXXXXXXX";

/**
 * What a command prints, where that follows from its text: `echo`, `printf`, decoders over known input, `pwd`, `mktemp`. Null when
 * it does not. Lets `$(...)`, `... | sh` and `eval` be judged by what they would run.
 */
export function outputOf(command: SimpleCommand, known: Known): string | null {
  const make = Object.hasOwn(OUTPUTS, command.name) ? OUTPUTS[command.name] : undefined;
  if (make === undefined || command.where !== "here") return null;
  const place = placeOfOutput(command);
  if (place !== "out") return place === "file" ? "" : null;
  const output = make(command, known);
  return output === null || output.length > MAX_OUTPUT ? null : output;
}

const SILENT = new Set([
  "[", "test", "true", "false", ":", "mkdir", "export", "set", "shopt", "unset", "sleep", "shift", "local", "declare", "umask",
  "rm", "cp", "mv", "ln", "touch", "chmod", "kill", "wait",
]); // prettier-ignore
export const isSilent = ({ name, args }: SimpleCommand): boolean =>
  (SILENT.has(name) && !args.some(({ value }) => /^(?:-\w*[vp]\w*|--verbose)$/.test(value))) ||
  (/^[ef]?grep$/.test(name) && args.some(({ value }) => /^-\w*q/.test(value)));

/** Where the output goes: on, into a file, or nobody can tell. */
function placeOfOutput({ redirects }: SimpleCommand): "out" | "file" | null {
  let place: "out" | "file" | null = "out";
  for (const { op, target, fd } of redirects) {
    if (op === "<" || (fd === 2 && op !== ">&")) continue;
    if (op === ">&" && (fd === 2 || target.value === "1")) continue;
    const toFile = op.includes(">") && !op.startsWith("<") && !/^[\d-]*$/.test(target.value);
    place = toFile && (fd === undefined || fd === 1) ? "file" : null;
    if (place === null) return null;
  }
  return place;
}

/** Standard input as text, where it is known. */
export function stdinText(stdin: Stdin, known: Known): string | null {
  if (stdin.text !== null) return stdin.text.value;
  if (stdin.file !== null) return fileText(stdin.file, stdin.cwd ?? null, known);
  return printed(stdin.from, known);
}

/** What several commands print one after the other; null where one of them is not known. */
export function printed(commands: readonly SimpleCommand[], known: Known): string | null {
  const sinks = sinksOf(commands);
  // The first one that reads takes all the input there is.
  if (sinks.length === 0 || (sinks.length > 1 && sinks.filter(takesInput).length > 1)) return null;
  let all = "";
  for (const sink of sinks) {
    const output = sinks.length > 1 && isSilent(sink) ? "" : outputOf(sink, known);
    if (output === null) return null;
    all += output;
    if (all.length > MAX_OUTPUT) return null;
  }
  return all;
}

const takesInput = ({ name, stdin }: SimpleCommand): boolean =>
  stdin.from.length > 0 && name !== "echo" && name !== "printf";

/** The commands whose output no other one takes, as a pipe or a substitution within them does. */
export function sinksOf(commands: readonly SimpleCommand[]): readonly SimpleCommand[] {
  const [first] = commands;
  if (first === undefined || commands.length === 1) return commands;
  const depth = commands.reduce((least, { nesting }) => Math.min(least, nesting), first.nesting);
  const taken = new Set<SimpleCommand>();
  const pipes = new Set<readonly SimpleCommand[]>();
  for (const { stdin } of commands) {
    if (pipes.has(stdin.from)) continue;
    pipes.add(stdin.from);
    for (const one of stdin.from) taken.add(one);
  }
  return commands.filter((one) => one.nesting === depth && !taken.has(one));
}

export function fileText(file: Word, cwd: string | null, known: Known): string | null {
  if (!isKnown(file) || known.files.size === 0) return null;
  const path = resolvePath(file.value, cwd ?? known.scene.cwd, known.scene.home);
  if (path === null) return null;
  return known.files.get(path) ?? (hasGlob(file.value) ? textsBehind(path, known) : null);
}

/** A glob stands for each file that fits it, also where a loop hands it on in quotes. */
function textsBehind(path: string, { files }: Known): string | null {
  const glob = shellGlob(path);
  const texts = [...files].slice(0, MAX_FILES).flatMap(([name, text]) => (globsMeet(glob, plainPath(name)) ? [text] : [])); // prettier-ignore
  return texts.length === 0 ? null : texts.join("\n");
}
const MAX_FILES = 200;

export type Output = (command: SimpleCommand, known: Known) => string | null;

export const flagless = ({ args }: SimpleCommand): Word[] => args.filter(({ value }) => !value.startsWith("-"));
const input: Output = (command, known) => {
  const file = flagless(command)[0];
  return file === undefined || file.value === "-"
    ? stdinText(command.stdin, known)
    : fileText(file, command.cwd, known);
};

/** `\\c`: what comes after it is not printed. */
const endsEarly = (text: string): boolean => text.includes("\\c");

const echo: Output = (command) => {
  const words = command.args.map((arg) => arg.value);
  let first = 0;
  let escapes = false;
  while (first < words.length && /^-[neE]+$/.test(words[first] as string)) {
    if ((words[first] as string).includes("e")) escapes = true;
    first++;
  }
  const ends = words.slice(0, first).some((flag) => flag.includes("n")) ? "" : "\n";
  const text = words.slice(first).join(" ");
  // Some shells read these also without being told to.
  if (escapes ? endsEarly(text) : /\\0[0-7]/.test(text)) return null;
  return (escapes ? unescape(text) : text) + ends;
};

const PLAIN_FORMAT = /^(?:[^%]|%[sbdi%])*$/;

const printf: Output = ({ args }) => {
  const words = args.map(({ value }) => value);
  if (words[0]?.startsWith("-v") === true) return "";
  if (words[0] === "--") words.shift();
  const [format] = words;
  if (format === undefined) return "";
  if (!PLAIN_FORMAT.test(format) || words.some(endsEarly)) return null;
  let next = 1;
  let text = "";
  // The format is used again for as long as there are words.
  do {
    const before = next;
    text += unescape(format).replace(/%([sbdi%])/g, (_, kind: string) => {
      if (kind === "%") return "%";
      const value = words[next++] ?? "";
      return kind === "b" ? unescape(value) : value;
    });
    if (next === before) break;
  } while (next < words.length && text.length <= MAX_OUTPUT);
  return text;
};

const decode =
  (encoding: "base64" | "hex"): Output =>
  (command, known) => {
    const text = input(command, known);
    return text === null ? null : Buffer.from(text.replace(/\s+/g, ""), encoding).toString("utf8");
  };

const wantsDecoding = (command: SimpleCommand) => command.args.some((arg) => /^(-d|-D|-di|--decode)$/.test(arg.value));

const OUTPUTS: Readonly<Record<string, Output>> = {
  // `$(<file)`: a redirect by itself. Behind a compound command, what that one prints.
  "": ({ program, redirects, stdin, cwd }, known) => {
    if (program.value !== "") return null;
    const [input] = redirects;
    if (input?.op === "<" && redirects.length === 1) return fileText(input.target, cwd, known);
    if (redirects.length === 0) return "";
    return redirects.some(({ op }) => op === ">&") ? null : stdinText(stdin, known);
  },
  tee: (command, known) => stdinText(command.stdin, known),
  echo,
  printf,
  cat: (command, known) => {
    const files = command.args.filter(({ value }) => !value.startsWith("-") || value === "-");
    if (command.args.some(({ value }) => /^-(?!$|-?u|-$)/.test(value))) return null;
    const texts = files.map((file) =>
      file.value === "-" ? stdinText(command.stdin, known) : fileText(file, command.cwd, known),
    );
    if (files.length === 0) return stdinText(command.stdin, known);
    return texts.every((text) => text !== null) ? texts.join("") : null;
  },
  tac: (command, known) => input(command, known)?.split("\n").toReversed().join("\n") ?? null,
  rev: (command, known) => {
    const text = input(command, known);
    return text?.split("\n").map((line) => [...line].toReversed().join("")).join("\n") ?? null; // prettier-ignore
  },
  base64: (command, known) => (wantsDecoding(command) ? decode("base64")(command, known) : null),
  openssl: (command, known) =>
    command.args[0]?.value === "base64" && wantsDecoding(command)
      ? decode("base64")({ ...command, args: [] }, known)
      : null,
  xxd: (command, known) => {
    const flags = command.args.map((arg) => arg.value).join("");
    return flags.includes("r") && flags.includes("p") ? decode("hex")({ ...command, args: [] }, known) : null;
  },
  ...Object.fromEntries(
    Object.entries(TEXT_FILTERS).map(([name, filter]): [string, Output] => [
      name,
      ({ args, stdin }, known) => {
        const text = args.every(isKnown) && args.length > 0 ? stdinText(stdin, known) : null;
        return text === null
          ? null
          : filter(
              args.map(({ value }) => value),
              text,
            );
      },
    ]),
  ),
  mktemp: () => FRESH_PLACE,
  ...PLACES,
};
