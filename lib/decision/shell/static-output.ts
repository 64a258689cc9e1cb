import { normalise, parentOf, resolvePath } from "../paths";
import type { ShellScene, SimpleCommand, Stdin, Word } from "./types";
import { isKnown } from "./word";

const MAX_OUTPUT = 65_536;

/** What is known while reading: the scene, and files this very command line has written. */
export type Known = { scene: ShellScene; files: ReadonlyMap<string, string> };

/**
 * What a command prints, where that follows from its text: `echo`, `printf`, decoders over known input, `pwd`, `mktemp`. Null when
 * it does not. Lets `$(...)`, `... | sh` and `eval` be judged by what they would run.
 */
export function outputOf(command: SimpleCommand, known: Known): string | null {
  const make = OUTPUTS[command.name];
  if (
    make === undefined ||
    command.where !== "here" ||
    command.redirects.some((r) => r.op !== "<" && !/^[12]$|null$/.test(r.target.value))
  )
    return null;
  const output = make(command, known);
  return output === null || output.length > MAX_OUTPUT ? null : output;
}

/** Standard input as text, where it is known. */
export function stdinText(stdin: Stdin, known: Known): string | null {
  if (stdin.text !== null) return stdin.text.value;
  if (stdin.file !== null) return fileText(stdin.file, null, known);
  const last = stdin.from.at(-1);
  return last === undefined ? null : outputOf(last, known);
}

export function fileText(file: Word, cwd: string | null, known: Known): string | null {
  if (!isKnown(file)) return null;
  const path = resolvePath(file.value, cwd ?? known.scene.cwd, known.scene.home);
  return path === null ? null : (known.files.get(path) ?? null);
}

type Output = (command: SimpleCommand, known: Known) => string | null;

const flagless = (command: SimpleCommand): Word[] => command.args.filter((arg) => !arg.value.startsWith("-"));
const input: Output = (command, known) => {
  const file = flagless(command)[0];
  return file === undefined || file.value === "-"
    ? stdinText(command.stdin, known)
    : fileText(file, command.cwd, known);
};

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
  return (escapes ? unescape(text) : text) + ends;
};

const printf: Output = (command) => {
  const format = command.args[0];
  if (format === undefined) return "";
  let next = 1;
  let text = "";
  // The format is used again for as long as there are words.
  do {
    const before = next;
    text += unescape(format.value).replace(/%(?:[-+ 0#]*\d*(?:\.\d+)?)([sbdixXc%])/g, (_, kind: string) => {
      if (kind === "%") return "%";
      const value = command.args[next++]?.value ?? "";
      return kind === "b" ? unescape(value) : value;
    });
    if (next === before) break;
  } while (next < command.args.length && text.length <= MAX_OUTPUT);
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
  // `$(<file)`: a redirect by itself.
  "": ({ program, redirects, cwd }, known) => {
    const [input] = redirects;
    return program.value === "" && input?.op === "<" && redirects.length === 1
      ? fileText(input.target, cwd, known)
      : null;
  },
  tee: (command, known) => stdinText(command.stdin, known),
  echo,
  printf,
  cat: (command, known) => {
    const files = flagless(command);
    if (files.length < 2) return input(command, known);
    const texts = files.map((file) => fileText(file, command.cwd, known));
    return texts.every((text) => text !== null) ? texts.join("") : null;
  },
  tac: (command, known) => input(command, known)?.split("\n").toReversed().join("\n") ?? null,
  rev: (command, known) => {
    const text = input(command, known);
    return text === null
      ? null
      : text
          .split("\n")
          .map((line) => [...line].toReversed().join(""))
          .join("\n");
  },
  base64: (command, known) => (wantsDecoding(command) ? decode("base64")(command, known) : null),
  openssl: (command, known) =>
    command.args[0]?.value === "base64" && wantsDecoding(command) ? textOrNull(stdinText(command.stdin, known)) : null,
  xxd: (command, known) => {
    const flags = command.args.map((arg) => arg.value).join("");
    return flags.includes("r") && flags.includes("p") ? decode("hex")({ ...command, args: [] }, known) : null;
  },
  tr: (command, known) => {
    const text = stdinText(command.stdin, known);
    const [from, to] = command.args.map((arg) => arg.value);
    if (text === null || from === undefined) return null;
    if (from === "-d" && to !== undefined && !/[\\[\]-]/.test(to))
      return [...text].filter((c) => !to.includes(c)).join("");
    return to === undefined ? null : translate(text, from, to);
  },
  pwd: (command) => command.cwd,
  mktemp: (command) =>
    command.args.some((arg) => /^-?\w*d/.test(arg.value) && arg.value.startsWith("-"))
      ? "/tmp/tmp.XXXXXXXXXX"
      : "/tmp/tmp.XXXXXXXXXX",
  dirname: (command) => oneKnown(command, parentPath),
  basename: (command) => oneKnown(command, (value) => value.slice(value.replace(/\/+$/, "").lastIndexOf("/") + 1)),
  realpath: (command, known) => oneKnown(command, (value) => resolvePath(value, command.cwd, known.scene.home)),
  whoami: (_, known) => known.scene.home.slice(known.scene.home.lastIndexOf("/") + 1),
  git: (command, known) => {
    const call = command.args.map((arg) => arg.value).join(" ");
    if (call === "rev-parse --show-toplevel") return known.scene.gitRoot;
    if (call === "branch --show-current" || call === "rev-parse --abbrev-ref HEAD") return known.scene.gitBranch;
    return null;
  },
};

const textOrNull = (text: string | null) =>
  text === null ? null : Buffer.from(text.replace(/\s+/g, ""), "base64").toString("utf8");

const parentPath = (value: string) =>
  value.startsWith("/")
    ? parentOf(normalise(value))
    : value.includes("/")
      ? value.slice(0, value.lastIndexOf("/"))
      : ".";

function oneKnown(command: SimpleCommand, make: (value: string) => string | null): string | null {
  const word = command.args.find((arg) => !arg.value.startsWith("-"));
  return word === undefined || !isKnown(word) ? null : make(word.value);
}

/** Backslash escapes as `printf` and `echo -e` read them. */
export function unescape(text: string): string {
  return text.replace(/\\(x[0-9a-fA-F]{1,2}|0?[0-7]{1,3}|.)/gs, (whole, escape: string) => {
    if (escape[0] === "x" && escape.length > 1) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    if (/^[0-7]+$/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8));
    return ({ n: "\n", t: "\t", r: "\r", "\\": "\\" } as Record<string, string>)[escape] ?? whole;
  });
}

/** `tr` over literal sets and ranges, e.g. rot13. */
function translate(text: string, from: string, to: string): string | null {
  const source = expandSet(from);
  const target = expandSet(to);
  if (source === null || target === null || target.length === 0) return null;
  return [...text]
    .map((c) => {
      const at = source.indexOf(c);
      return at === -1 ? c : target[Math.min(at, target.length - 1)];
    })
    .join("");
}

function expandSet(set: string): string | null {
  if (/\[:|\\/.test(set)) return null;
  return set.replace(/(.)-(.)/gs, (_, a: string, b: string) => {
    let range = "";
    for (let c = a.charCodeAt(0); c <= b.charCodeAt(0) && range.length < 256; c++) range += String.fromCharCode(c);
    return range;
  });
}
