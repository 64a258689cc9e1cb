import { baseName, resolvePath } from "../paths";
import type { Call, Frame, Reader } from "./frame";
import { spelledOut } from "./abbreviations";
import { programsFound } from "./lookups";
import { Unreadable } from "./parse";
import { outputOf, stdinText } from "./static-output";
import type { SimpleCommand, Word } from "./types";
import { isGuess } from "./variables";
import { isKnown, literal, pathNamed } from "./word";
import { withoutEquals } from "./zsh";

/** Base name of the program; null when the part that names it is not known. */
export function programName(program: Word): string | null {
  const name = baseName(program.value);
  if (program.unknownAt !== -1 && !isGuess(program) && (!program.value.includes("/") || !/^[\w.+-]+$/.test(name)))
    return null;
  const plain = withoutEquals(name);
  return CASELESS.test(plain) ? plain.replace(/\.(?:exe|cmd|bat)$/i, "").toLowerCase() : plain;
}

/** `GIT.EXE`, `npm.cmd` and `RM`: Windows and macOS do not tell letter case apart. */
const CASELESS = /\w\.(?:[eE][xX][eE]|[cC][mM][dD]|[bB][aA][tT])$|^[A-Z]{2,}$/;

/** Calls in one command line; nobody writes so many. */
const MAX_COMMANDS = 600;

/** By this variable options end at the first operand, in each program that one runs. */
const STRICT = "POSIXLY_CORRECT";

/** Adds a command to the reading, and remembers the files it writes with known content. */
export function emit(reader: Reader, frame: Frame, argv: readonly Word[], call: Call): SimpleCommand {
  const program = argv[0] ?? literal("", call.span);
  const name = programName(program) ?? "";
  const posix = frame.variables.get(STRICT)?.[0];
  const command: SimpleCommand = {
    name,
    program,
    args: spelledOut(name, argv.slice(1)),
    assignments: posix === undefined ? call.assignments : new Map([...call.assignments, [STRICT, posix]]),
    redirects: call.redirects,
    stdin: frame.stdin,
    cwd: frame.cwd,
    where: frame.where,
    mounts: frame.mounts,
    wrappers: frame.wrappers,
    background: frame.background,
    nesting: reader.nesting,
    start: call.span.start,
    end: call.span.end,
  };
  if (reader.feeds.length > 0) for (const feed of reader.feeds.splice(0)) feed(command);
  reader.commands.push(command);
  if (reader.commands.length > MAX_COMMANDS) throw new Unreadable("runs more than can be read through", call.span);
  rememberFiles(reader, command);
  return command;
}

function rememberFiles(reader: Reader, command: SimpleCommand): void {
  const { name, redirects } = command;
  if (reader.files.size > 0 && EDITORS.test(name)) forgetEdited(reader, command);
  if (redirects.length === 0 && name !== "tee" && !COPIES.has(name)) return;
  if (COPIES.has(name)) rememberCopy(reader, command);
  const targets = redirects.filter(({ op }) => op.includes(">") && !op.endsWith("&")).map(({ target }) => target);
  if (name === "tee") targets.push(...command.args.filter((arg) => !arg.value.startsWith("-")));
  if (targets.length === 0 || command.where !== "here") return;
  const passes = name === "tee" || name === "";
  const text = passes ? stdinText(command.stdin, reader) : outputOf({ ...command, redirects: [] }, reader);
  const appends = redirects.some(({ op }) => op === ">>");
  for (const target of targets) {
    const path = pathNamed(target, command.cwd, reader.scene.home);
    if (path === null) continue;
    if (text === null) {
      if (!appends) reader.files.delete(path);
    } else reader.files.set(path, appends ? (reader.files.get(path) ?? "") + text : text);
  }
}

const EDITORS = /^(?:sed|gsed|perl|ruby|awk|gawk|ed|ex|patch|truncate|dd|rm|shred)$/;

/** What a file holds is not known once something has changed it. */
function forgetEdited({ files, scene }: Reader, { name, args, cwd }: SimpleCommand): void {
  if (/^(?:g?sed|perl|ruby|g?awk)$/.test(name) && !args.some(({ value }) => /^-\w*i|^--in-place/.test(value))) return;
  for (const { value } of args) {
    const path = resolvePath(value.replace(/^of=/, ""), cwd, scene.home);
    if (path !== null) files.delete(path);
  }
}

/** Where programs are that everybody knows. */
const SYSTEM_PROGRAM = /^\/(?:usr\/(?:local\/)?|opt\/homebrew\/)?s?bin\/[\w.+-]+$/;
const COPIES = new Set(["cp", "mv", "ln", "install"]);

/** A copy of a file whose content is known, under its new name or in a directory. A program's copy runs that program. */
function rememberCopy(reader: Reader, { args, cwd, where }: SimpleCommand): void {
  const { files, scene } = reader;
  const words = args.filter((arg) => !arg.value.startsWith("-"));
  const target = words.at(-1);
  const to = where !== "here" || target === undefined ? null : pathNamed(target, cwd, scene.home);
  if (to === null) return;
  for (const word of words.slice(0, -1)) {
    const [found] = isKnown(word) ? [word] : (programsFound(word, reader) ?? []);
    const from = found === undefined ? null : resolvePath(found.value, cwd, scene.home);
    if (from === null || found === undefined) continue;
    const program = !isKnown(word) ? found.value : SYSTEM_PROGRAM.test(from) ? from : null;
    const text = files.get(from) ?? (program === null ? undefined : `exec ${program} "$@"\n`);
    if (text === undefined) continue;
    // Whether the target is a directory is not known, so the content counts in both places.
    files.set(to, text);
    files.set(`${to}/${baseName(from)}`, text);
  }
}
