import { RECURSION, SHELLS } from "../shell/scripts";
import { stdinText } from "../shell/static-output";
import type { SimpleCommand, Word } from "../shell/types";
import { after, literal } from "../shell/word";
import { isInside } from "../paths";
import { destinationOf, hostOf } from "./destinations";
import { clip } from "./clip";
import { readInlineCode } from "./inline-code";
import { add, pathOf, type Maker, type Scene } from "./scene";

const INTERPRETERS =
  /^(python[\d.]*|pypy3?|node|nodejs|deno|bun|tsx|ts-node|ruby|perl|php|lua|luajit|Rscript|osascript|groovy|jshell|scala|awk|gawk|mawk)$/;
const INLINE_FLAGS: Readonly<Record<string, RegExp>> = {
  python: /^-[a-zA-Z]*c$/, node: /^(-e|-p|-pe|--eval|--print)$/, deno: /^eval$/, bun: /^(-e|--eval)$/, ruby: /^-[a-z]*e$/, perl: /^-[a-zA-Z]*[eE]$/, php: /^-r$/, lua: /^-e$/, osascript: /^-e$/,
}; // prettier-ignore
const FETCHERS = new Set([
  "curl",
  "wget",
  "http",
  "https",
  "xh",
  "nc",
  "ncat",
  "lynx",
  "aria2c",
  "fetch",
  "aws",
  "gsutil",
  "gh",
  "ssh",
  "git",
]);

/** Programs that only pass on or unpack what comes in. */
const PASSING =
  /^(cat|tee|sed|tr|head|tail|gunzip|zcat|gzip|xz|unxz|bzip2|bunzip2|zstd|base64|base32|xxd|rev|tac|grep|awk|openssl|jq|iconv|funzip|tar|gpg|cut|sort|dd|uudecode|hxselect|sudo)$/;

/** The command that fetched what flows in, over pipes and substitutions; null when nothing was fetched. */
function fetcherOf(sources: readonly SimpleCommand[], depth = 0): SimpleCommand | null {
  for (const source of sources) {
    if (
      FETCHERS.has(source.name) &&
      (source.name !== "gh" || /^(api|gist|release)/.test(source.args[0]?.value ?? "")) &&
      (source.name !== "git" || source.args[0]?.value === "archive")
    )
      return source;
    if (depth < 20 && PASSING.test(source.name)) {
      const found = fetcherOf([...source.stdin.from, ...source.args.flatMap((arg) => [...arg.from])], depth + 1);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Traits of `fetch-and-execute`: `to` (see Destination), `host`, `how`. */
function addFetched(from: string, how: string, command: SimpleCommand, scene: Scene): void {
  const host = hostOf(from);
  const git = how === "repository" && scene.trust.gitRemote(from);
  const to = git ? "trusted" : destinationOf(host, scene.trust);
  add(scene, "fetch-and-execute", "url", from, command, `runs code fetched from ${clip(host ?? from)}`, {
    to,
    host: host ?? "",
    how,
  });
}

const urlOf = (command: SimpleCommand): string =>
  command.args.find((arg) => /^[a-z]+:\/\/|^[\w-]+(\.[\w-]+)+(\/|$|:)/.test(arg.value))?.value ??
  command.args.at(-1)?.value ??
  command.name;

/** Shells and interpreters, and any program called by a path: does it run something fetched, or code on the command line? */
export const execution: Maker = (command, scene) => {
  const { name } = command;
  const shell = SHELLS.has(name) || name === "source" || name === "." || name === "eval";
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
  if (SHELLS.has(name) || name === "exec" || name === "") backDoor(command, scene);
  const file =
    shell || language !== null ? scriptFile(command) : command.program.value.includes("/") ? command.program : null;
  const path = file === null ? null : pathOf(file, command, scene);
  if (path !== null) {
    const origin = fetchedFrom(path, scene);
    if (origin !== null) addFetched(origin, scene.fetched.has(path) ? "file" : "repository", command, scene);
  }
  if (language !== null) inlineCode(command, language, scene);
};

function reportFetcher(sources: readonly SimpleCommand[], how: string, command: SimpleCommand, scene: Scene): void {
  const fetcher = fetcherOf(sources);
  // `python -m json.tool`, `node -e`, `jq`: the pipe is data when the code is given elsewhere.
  if (fetcher === null || (!SHELLS.has(command.name) && how === "pipe" && codeIsElsewhere(command))) return;
  addFetched(urlOf(fetcher), how, command, scene);
}

const codeIsElsewhere = (command: SimpleCommand) =>
  /^[gm]?awk$/.test(command.name) ||
  command.args.some((arg) => !/^-(?![cempr]|eval|print)\w*$|^-$/.test(arg.value) && arg.from.length === 0);

function fetchedFrom(path: string, scene: Scene): string | null {
  const exact = scene.fetched.get(path);
  if (exact !== undefined) return exact;
  for (const [directory, origin] of scene.fetched) if (isInside(path, directory)) return origin;
  return null;
}

const scriptFile = (command: SimpleCommand): Word | null =>
  command.args.find((arg) => !arg.value.startsWith("-")) ?? command.stdin.file;

/** `/dev/tcp` redirects turn a shell into a remote one. */
function backDoor(command: SimpleCommand, scene: Scene): void {
  const device = command.redirects.find(({ target }) => /^\/dev\/(tcp|udp)\//.test(target.value));
  const host = device?.target.value.split("/")[3] ?? null;
  if (device !== undefined && destinationOf(host, scene.trust) !== "local") {
    add(scene, "expose", "host", host, command, "connects a shell to a network socket", { what: "reverse-shell" });
  }
}

export function languageOf(name: string): string | null {
  const match = INTERPRETERS.exec(name);
  return match === null
    ? null
    : name
        .replace(/[\d.]+$/, "")
        .replace("nodejs", "node")
        .replace("pypy", "python");
}

/** Code given on the command line, as here-document, over a pipe as text, or in a file this command line wrote. */
function inlineCode(command: SimpleCommand, language: string, scene: Scene): void {
  for (const code of codeArguments(command, language)) readInlineCode(code, command, language, scene);
  const { text } = command.stdin;
  if (text !== null && !command.args.some((arg) => /^[^-].*\.\w+$/.test(arg.value)))
    readInlineCode(text, command, language, scene);
  const piped = text === null && command.args.length === 0 ? stdinText(command.stdin, scene.known()) : null;
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
    return flag.test(arg.value.slice(0, 2)) && arg.value.length > 2 && !flag.test(arg.value) ? [after(arg, 2)] : [];
  });
}
