import { RECURSION } from "../../shell/functions";
import { SHELLS } from "../../shell/scripts";
import { isInside } from "../../paths";
import { stdinText } from "../../shell/static-output";
import type { SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { destinationOf } from "../network/destinations";
import { optionValues } from "../arguments";
import { addFetched, fetchedFile, fetcherOf, installedProgram, originOf, urlOf } from "../fetched";
import { DIALECTS } from "../../shell/dialects";
import { directoriesOf, modulePaths } from "./code-modules";
import { cannotRead, readScript } from "./code-scripts";
import { readInlineCode } from "./inline-code";
import { codeArguments, codeLanguageOf, languageOf, scriptFile, scriptFiles } from "./languages";
import { addForeign } from "./foreign-addresses";
import { LoadedCode } from "./loaded-code";
import { preloadsOf } from "./preloads";
import { addTasks } from "./task-files";
import { testFiles } from "./test-runs";
import { makefilesOf } from "../packages/makefiles";
import { filesOf } from "../secrets/flow";
import { add, pathOf, type Maker, type Scene } from "../scene";
import { matchesOf } from "../../matches";

/** Shells and interpreters, and any program called by a path: does it run something fetched, or code on the command line? */
export const execution: Maker = (command, scene) => {
  const { name } = command;
  const shell = SHELLS.has(name) || name === "source" || name === "." || name === "eval" || name === "let";
  const language = shell ? null : languageOf(name);
  if (name === RECURSION) {
    add(scene, "system-change", "process", null, command, "starts programs again and again without end", {
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
  addForeign(command, scene);
  if (scene.fetched.size > 0) fetchedCode(command, shell || language !== null, scene);
  if (name === "go" || name === "cargo") compiled(command, scene);
  const takes = language ?? codeLanguageOf(name);
  if (takes !== null) {
    fetchedArgument(command, takes, scene);
    inlineCode(command, takes, scene);
  }
  if (scene.reading.files.size + scene.fetched.size > 0) loadedBeside(command, scene);
};

/** `ruby -e "$(curl ...)"`: the code itself, or what it evaluates. What a fetched text is only put into is data. */
function fetchedArgument(command: SimpleCommand, language: string, scene: Scene): void {
  for (const { value, unknownAt, from } of codeArguments(command, language)) {
    const fetcher = unknownAt === -1 || !EVALUATED.test(value.slice(0, unknownAt)) ? null : fetcherOf(from);
    if (fetcher !== null) return addFetched(urlOf(fetcher), "substitution", command, scene);
  }
}
const EVALUATED = /(?:^|[;\n]|\b(?:exec|eval|instance_eval|Function|loadstring|load)\s?\(?\s?[rbu]?["'`]{0,3})\s*$/;

/** Tests, tasks, preloads and what variables have an interpreter load. */
function loadedBeside(command: SimpleCommand, scene: Scene): void {
  const paths = [...testFiles(command, scene), ...preloadsOf(command).flatMap(({ name, language: own }) => modulePaths(name, own, directoriesOf(null, command.cwd)))]; // prettier-ignore
  addTasks(command, scene);
  if (paths.length > 0) new LoadedCode(command, scene).files(paths);
}

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
  if (name === "go" && verb?.value === "generate") return generated(command, scene);
  if (verb?.value !== "run" || scene.reading.files.size === 0) return;
  const word = words[0];
  const path = name === "go" && word !== undefined ? pathOf(word, command, scene) : command.cwd;
  const ending = name === "go" ? ".go" : ".rs";
  for (const [file, text] of scene.reading.files)
    if (path !== null && file.endsWith(ending) && isInside(file, path))
      readInlineCode(literal(text, command), command, name, scene);
}

/** `//go:generate COMMAND` */
function generated(command: SimpleCommand, scene: Scene): void {
  for (const [file, text] of scene.reading.files)
    if (file.endsWith(".go") && isInside(file, command.cwd ?? scene.action.cwd))
      for (const [, line = ""] of matchesOf(text, /^\/\/go:generate[ \t]+(.{1,2000})$/gm)) readScript(line, literal(file, command), command, scene); // prettier-ignore
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

/** `/dev/tcp` redirects turn a shell into a remote one. */
function backDoor(command: SimpleCommand, scene: Scene): void {
  const device = command.redirects.find(({ target }) => /^\/dev\/(tcp|udp)\//.test(target.value));
  const host = device?.target.value.split("/")[3] ?? null;
  // Without a program, and where none takes commands, it only tells whether somebody listens there.
  if (device !== undefined && command.name === "" && command.program.value === "" && !scene.reading.commands.some(obeys)) return; // prettier-ignore
  if (device !== undefined && destinationOf(host, scene.trust) !== "local") {
    add(scene, "expose", "host", host, command, "connects a shell to a network socket", { what: "reverse-shell" });
  }
}

/** Programs beside which a connection is only looked for: none of them takes commands. */
const SAYS = /^(?:echo|printf|true|false|:|exit|break|continue|return|sleep|test|\[|\[\[|set|date|curl)$/;
const obeys = ({ name, program }: SimpleCommand): boolean => !(name === "" ? program.value === "" : SAYS.test(name));

/** Code given on the command line, as here-document, over a pipe as text, or in a file this command line wrote. */
function inlineCode(command: SimpleCommand, language: string, scene: Scene): void {
  const loaded = new LoadedCode(command, scene);
  const read = (code: Word, path: string | null = null): void => {
    readInlineCode(code, command, language, scene);
    loaded.imports(code.value, language, path);
  };
  for (const code of codeArguments(command, language)) read(code);
  const { text } = command.stdin;
  if (text !== null && !command.args.some((arg) => /^[^-].*\.\w+$/.test(arg.value))) read(text);
  const isFed = text === null && command.args.every(({ value }) => value === "-");
  const piped = isFed ? stdinText(command.stdin, scene.known()) : null;
  if (piped !== null) read(literal(piped, command));
  else if (isFed) fedUnseen(command, scene);
  if (scene.reading.files.size === 0) return;
  for (const file of scriptFiles(command)) {
    const path = pathOf(file, command, scene);
    const found = path === null ? undefined : [path, ...modulePaths(path.replace(/\.py$/, ""), language, [])].find((one) => scene.reading.files.has(one)); // prettier-ignore
    if (found === undefined) continue;
    const written = literal(scene.reading.files.get(found) ?? "", file);
    read(written, found);
    const dialect = language === "vim" ? DIALECTS.bang : language === "gdb" ? DIALECTS.debugger : null;
    for (const script of dialect?.(written) ?? []) readScript(script.value, file, command, scene);
  }
}

/** Code over a pipe that shows only when it runs. That of a file or of another place is looked at by itself. */
function fedUnseen(command: SimpleCommand, scene: Scene): void {
  const { from } = command.stdin;
  if (from.length === 0 || languageOf(command.name) === null || fetcherOf(from) !== null) return;
  if (from.some((source) => TRANSFORMS.test(source.name) && filesOf(source, scene).length === 0))
    cannotRead(`What is piped to ${command.name} is only known when it runs.`, command, scene);
}
/** What these print is made of what comes in. */
const TRANSFORMS = /^(?:sed|tr|awk|gawk|perl|rev|cut|paste|fold|tac|iconv|sort|uniq|grep|printf|echo|gunzip|gzip|zcat|xz|bunzip2|envsubst|jq|xargs|head|tail)$/; // prettier-ignore
