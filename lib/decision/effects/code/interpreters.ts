import { RECURSION } from "../../shell/functions";
import { SHELLS } from "../../shell/scripts";
import { isInside } from "../../paths";
import { stdinText } from "../../shell/static-output";
import type { SimpleCommand, Word } from "../../shell/types";
import { after, literal } from "../../shell/word";
import { destinationOf } from "../network/destinations";
import { optionValues } from "../arguments";
import { addFetched, fetchedFile, fetcherOf, installedProgram, originOf, urlOf } from "../fetched";
import { readInlineCode } from "./inline-code";
import { makefilesOf } from "../packages/makefiles";
import { add, pathOf, type Maker, type Scene } from "../scene";

/** Interpreters by program name, under the name of their language. */
const INTERPRETERS: ReadonlyMap<string, string> = new Map([
  ...["node", "deno", "bun", "tsx", "ts-node", "ruby", "perl", "php", "lua", "luajit", "Rscript", "osascript", "groovy", "jshell", "scala", "awk", "gawk", "mawk"].map((name) => [name, name] as const),
  ["nodejs", "node"], ["pypy", "python"], ["pypy3", "python"],
]); // prettier-ignore
/** Programs that are no interpreters of files, but take code that can run things. */
const CODE_TAKERS: Readonly<Record<string, string>> = {
  emacs: "emacs", emacsclient: "emacsclient", vim: "vim", vi: "vim", nvim: "vim", ex: "vim", gdb: "gdb", lldb: "gdb", gnuplot: "gnuplot", octave: "octave", R: "R", julia: "julia",
  elixir: "elixir", crystal: "crystal", guile: "guile", ghc: "ghc", ghci: "ghc", runghc: "ghc", ocaml: "ocaml", m4: "m4",
}; // prettier-ignore
const INLINE_FLAGS: Readonly<Record<string, RegExp>> = {
  python: /^-[a-zA-Z]*c$/, node: /^(-e|-p|-pe|--eval|--print)$/, deno: /^eval$/, bun: /^(-e|--eval)$/, ruby: /^-[a-z]*e$/, perl: /^-[a-zA-Z]*[eE]$/, php: /^-r$/, lua: /^-e$/, luajit: /^-e$/, osascript: /^-e$/, Rscript: /^-e$/, R: /^-e$/,
  groovy: /^-e$/, scala: /^-e$/, julia: /^(-e|-E|--eval|--print)$/, octave: /^--eval$/, elixir: /^(-e|--eval|--rpc-eval)$/, crystal: /^eval$/, guile: /^-c$/, ghc: /^-e$/,
  emacs: /^(--?eval|-e)$/, emacsclient: /^(--eval|-e)$/, vim: /^(-c|--cmd)$/, gdb: /^(-ex|-iex|--eval-command)$/, gnuplot: /^-e$/, ocaml: /^-e$/, m4: /^(?!)/,
}; // prettier-ignore
/** Shells and interpreters, and any program called by a path: does it run something fetched, or code on the command line? */
export const execution: Maker = (command, scene) => {
  const { name } = command;
  const shell = SHELLS.has(name) || name === "source" || name === "." || name === "eval" || name === "let";
  const language = shell ? null : languageOf(name);
  if (name === RECURSION) {
    add(scene, "system-change", "process", null, command, "a shell function that starts itself again and again", {
      act: "fork-bomb",
      what: "fork bomb",
    });
    return;
  }
  if (name === "" && command.program.from.length > 0)
    reportFetcher(command.program.from, "substitution", command, scene);
  if (shell || language !== null) {
    const words = command.args.flatMap((arg) => [...arg.from]);
    reportFetcher(
      [...command.stdin.from, ...words, ...(command.stdin.text?.from ?? []), ...(command.stdin.file?.from ?? [])],
      "pipe",
      command,
      scene,
    );
  }
  if (name === "make" || name === "gmake")
    reportFetcher(optionValues(command, "-f", "--file", "--makefile").flatMap(({ from }) => [...from]), "pipe", { ...command, args: [] }, scene); // prettier-ignore
  if (SHELLS.has(name) || name === "exec" || name === "") backDoor(command, scene);
  if (scene.fetched.size > 0) fetchedCode(command, shell || language !== null, scene);
  if (name === "go" || name === "cargo") compiled(command, scene);
  const takes = language ?? (Object.hasOwn(CODE_TAKERS, name) ? (CODE_TAKERS[name] as string) : null);
  if (takes !== null) inlineCode(command, takes, scene);
};

function reportFetcher(sources: readonly SimpleCommand[], how: string, command: SimpleCommand, scene: Scene): void {
  const fetcher = fetcherOf(sources);
  // `python -m json.tool`, `node -e`, `jq`: the pipe is data when the code is given elsewhere.
  if (fetcher === null || (!SHELLS.has(command.name) && how === "pipe" && codeIsElsewhere(command))) return;
  addFetched(urlOf(fetcher), how, command, scene);
}

/** `go run`, `cargo run`: source that this session wrote, in the file or directory that is named. */
function compiled(command: SimpleCommand, scene: Scene): void {
  const { name, args } = command;
  const [verb, ...words] = args.filter((arg) => !arg.value.startsWith("-"));
  if (!/^(?:run|test)$/.test(verb?.value ?? "") || scene.reading.files.size === 0) return;
  const word = words[0];
  const path = name === "go" && word !== undefined ? pathOf(word, command, scene) : command.cwd;
  const ending = name === "go" ? ".go" : ".rs";
  for (const [file, text] of scene.reading.files)
    if (path !== null && file.endsWith(ending) && isInside(file, path))
      readInlineCode(literal(text, command), command, name, scene);
}

const codeIsElsewhere = (command: SimpleCommand) =>
  /^[gm]?awk$/.test(command.name) ||
  command.args.some((arg) => !/^-(?![cempr]|eval|print)\w*$|^-$/.test(arg.value) && arg.from.length === 0);

/** Runs a file that this command line fetched: a script, a program by its path or name, a makefile, an archive of classes. */
function fetchedCode(command: SimpleCommand, interprets: boolean, scene: Scene): void {
  const checked = SHELLS.has(command.name) ? /^-[a-z]*n[a-z]*$/ : /^--(check|syntax-check)$/;
  if (interprets && command.args.some((arg) => checked.test(arg.value))) return;
  for (const file of codeFiles(command, interprets)) {
    const path = pathOf(file, command, scene);
    const origin = path === null ? null : originOf(path, scene);
    if (path !== null && origin !== null)
      return addFetched(origin, scene.fetched.has(path) ? "file" : "repository", command, scene);
  }
  const piped = interprets
    ? command.stdin.from.map((from) => fetchedFile(from, scene)).find((one) => one !== null)
    : null;
  const origin = piped ?? installedProgram(command.program.value, scene);
  if (origin !== null && (!interprets || !codeIsElsewhere(command))) addFetched(origin, "file", command, scene);
}

function codeFiles(command: SimpleCommand, interprets: boolean): readonly Word[] {
  if (interprets) return [scriptFile(command)].filter((word) => word !== null);
  if (command.program.value.includes("/")) return [command.program];
  if (command.name === "java") return optionValues(command, "-jar", "-cp", "-classpath");
  if (LAUNCHERS.test(command.name)) return command.args.filter((arg) => !arg.value.startsWith("-")).slice(0, 1);
  return makefilesOf(command);
}

/** Programs that run the program file they are given. */
const LAUNCHERS = /^(?:wine(?:64)?|mono|dotnet|qemu-\w+|box64|rosetta)$/;

function scriptFile({ name, args, stdin }: SimpleCommand): Word | null {
  const at = args.findIndex((arg) => !arg.value.startsWith("-"));
  const word = args[at];
  if (word === undefined) return stdin.file;
  return args[at - 1]?.value === "-m" && name.startsWith("python") ? { ...word, value: `${word.value.replaceAll(".", "/")}.py` } : word; // prettier-ignore
}

/** `/dev/tcp` redirects turn a shell into a remote one. */
function backDoor(command: SimpleCommand, scene: Scene): void {
  const device = command.redirects.find(({ target }) => /^\/dev\/(tcp|udp)\//.test(target.value));
  const host = device?.target.value.split("/")[3] ?? null;
  if (device !== undefined && destinationOf(host, scene.trust) !== "local") {
    add(scene, "expose", "host", host, command, "connects a shell to a network socket", { what: "reverse-shell" });
  }
}

export const languageOf = (name: string): string | null =>
  INTERPRETERS.get(name) ?? (name.startsWith("python") && /^python[\d.]*$/.test(name) ? "python" : null);

/** Code given on the command line, as here-document, over a pipe as text, or in a file this command line wrote. */
function inlineCode(command: SimpleCommand, language: string, scene: Scene): void {
  for (const code of codeArguments(command, language)) readInlineCode(code, command, language, scene);
  const { text } = command.stdin;
  if (text !== null && !command.args.some((arg) => /^[^-].*\.\w+$/.test(arg.value)))
    readInlineCode(text, command, language, scene);
  const piped =
    text === null && command.args.every(({ value }) => value === "-") ? stdinText(command.stdin, scene.known()) : null;
  if (piped !== null) readInlineCode(literal(piped, command), command, language, scene);
  const file = scriptFile(command);
  const path = file === null ? null : pathOf(file, command, scene);
  const written = path === null ? undefined : scene.reading.files.get(path);
  if (written !== undefined && file !== null) readInlineCode(literal(written, file), command, language, scene);
}

function codeArguments(command: SimpleCommand, language: string): Word[] {
  if (language.endsWith("awk")) {
    const program = command.args.find(
      (arg, i) => !arg.value.startsWith("-") && !/^-[Fvf]$/.test(command.args[i - 1]?.value ?? ""),
    );
    return program === undefined ? [] : [program];
  }
  const flag = INLINE_FLAGS[language];
  if (flag === undefined) return [];
  return command.args.flatMap((arg, i) => {
    const before = command.args[i - 1];
    if (before !== undefined && flag.test(before.value)) return [arg];
    const equals = /^--[a-z-]+=/.exec(arg.value)?.[0];
    if (equals !== undefined && flag.test(equals.slice(0, -1))) return [after(arg, equals.length)];
    return flag.test(arg.value.slice(0, 2)) && arg.value.length > 2 && !flag.test(arg.value) ? [after(arg, 2)] : [];
  });
}
