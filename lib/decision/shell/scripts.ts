import { baseName } from "../paths";
import { emit } from "./emit";
import {
  cannotTell,
  NO_STDIN,
  noteDecoder,
  setPositionals,
  setVariable,
  spend,
  subshell,
  type Call,
  type Frame,
  type Reader,
} from "./frame";
import { mountedText } from "./mounted";
import { inherited } from "./inherited";
import { MAX_SCRIPT_DEPTH, parseUnit, Unreadable, type Unit } from "./parse";
import { fileText, printed, stdinText } from "./static-output";
import type { Span, Word } from "./types";
import { exportKey } from "./variables";
import { after, literal } from "./word";

export const SHELLS = new Set(["bash", "sh", "zsh", "dash", "ksh", "ash", "fish", "rbash", "mksh", "yash", "posh", "lksh", "oksh", "loksh", "pdksh", "ksh93", "hush", "bosh", "osh", "ysh", "rzsh", "rksh"]); // prettier-ignore

/** Reads a text as a script. Its place is kept where the text stands verbatim in the command. */
export function runText(reader: Reader, frame: Frame, text: Word): void {
  const whole = { start: text.start, end: text.end };
  noteDecoder(reader, text.from, whole);
  if (reader.depth >= MAX_SCRIPT_DEPTH) throw new Unreadable("nests too many scripts", whole);
  reader.depth++;
  const unit: Unit = { source: text.value, shift: text.verbatimAt, whole };
  reader.runScript(frame, unit, parseUnit(unit));
  reader.depth--;
}

/** Several words as the one script a shell makes of them. */
export const joined = (words: readonly Word[], span: Span): Word =>
  words.length === 1
    ? (words[0] as Word)
    : {
        ...literal(words.map((word) => word.value).join(" "), span),
        from: words.flatMap((word) => word.from),
      };

/** A shell called as a program: `-c SCRIPT`, a script file, or commands on standard input. */
export function runShell(reader: Reader, outer: Frame, argv: readonly Word[], call: Call): void {
  const known = withAssignments(outer, call.assignments);
  if (onlyChecks(argv)) return void emit(reader, known, argv, call);
  const frame = exportsFunctions(reader) ? known : { ...known, functions: new Map() };
  const flag = argv.findIndex((word, i) => i > 0 && COMMAND_FLAG.test(word.value));
  const file = argv.findIndex((word, i) => i > 0 && isScriptFile(word, argv[i - 1]));
  if (flag !== -1 && (file === -1 || flag < file)) {
    const attached = ATTACHED_SCRIPT.exec((argv[flag] as Word).value)?.[0].length;
    let at = flag + 1;
    while (/^(?:--|-[a-z]+)$/.test(argv[at]?.value ?? "")) at++;
    const script = attached === undefined ? argv[at] : after(argv[flag] as Word, attached);
    if (call.assignments.size > 0) emit(reader, frame, [], { ...call, redirects: [] });
    if (script !== undefined)
      return runText(reader, inherited(withPositionals(frame, argv.slice(at + 1)), script), script);
  }
  startUpFile(reader, frame, argv);
  emit(reader, frame, argv, call);
  const fromInput = argv.some((word) => /^-[a-z]*s$/.test(word.value));
  if (file !== -1 && !fromInput) {
    const script = argv[file] as Word;
    const text = mountedText(reader, frame, script) ?? textIn(reader, frame, script);
    if (text !== null) runText(reader, withPositionals(frame, argv.slice(file)), literal(text, call.span));
    else warnOfUnknownFile(reader, script);
    return;
  }
  const { stdin } = frame;
  const inner = subshell(frame, { stdin: NO_STDIN });
  noteDecoder(reader, stdin.from, call.span);
  if (stdin.text !== null) return runText(reader, inherited(inner, stdin.text), stdin.text);
  if (stdin.from.length === 0 && stdin.file === null) return;
  const text = stdinText(stdin, reader);
  if (text !== null) return runText(reader, inherited(inner, literal(text, call.span)), literal(text, call.span));
  // A file that is there already is like any other script on disk.
  if (stdin.file === null) cannotTell(reader, "What is piped to the shell is only known when it runs.", call.span);
}

/** Another shell has this one's functions only after `export -f` or `set -a`. */
export const exportsFunctions = ({ commands }: Reader): boolean =>
  commands.some(({ name, args }) => {
    const flag = name === "set" ? /^(?:-[a-z]*a[a-z]*|allexport)$/ : EXPORTING.test(name) ? /^-\w*f/ : null;
    return flag !== null && args.some(({ value }) => flag.test(value));
  });
/** Builtins that hand variables on to programs. */
export const EXPORTING = /^(?:export|declare|typeset)$/;

/** A file that stands for what comes in: `<(...)`, standard input. */
export const isFed = ({ value }: Word): boolean => value.startsWith("<(") || INPUT.test(value);
const INPUT = /^\/dev\/(?:stdin|fd\/0)$/;

export function textFed(reader: Reader, { stdin }: Frame, file: Word): string | null {
  if (INPUT.test(file.value)) return stdinText(stdin, reader);
  return file.value.startsWith("<(") ? printed(file.from, reader) : null;
}

/** What a file holds, as far as that is known, or what comes in where it stands for that. */
export const textIn = (reader: Reader, frame: Frame, file: Word): string | null =>
  fileText(file, frame.cwd, reader) ?? textFed(reader, frame, file);

/** The content of a program that this session wrote: called by its path, or found where `PATH` leads. */
export function writtenProgram(reader: Reader, frame: Frame, program: Word, call: Call): string | null {
  if (program.value.includes("/")) return mountedText(reader, frame, program) ?? fileText(program, frame.cwd, reader);
  if (reader.files.size === 0) return null;
  const path = call.assignments.get("PATH") ?? frame.variables.get("PATH")?.[0];
  const directories = path?.value.split(":") ?? [];
  spend(reader, call.span, Math.floor(directories.length / 16));
  for (const directory of directories) {
    const text = directory.startsWith("$") ? null : fileText(literal(`${directory === "" ? "." : directory}/${program.value}`, program), frame.cwd, reader); // prettier-ignore
    if (text !== null) return text;
  }
  return null;
}

/** `bash "$X"`: any script. One whose name is known is like any other program on disk. */
export function warnOfUnknownFile(reader: Reader, file: Word): void {
  if (file.unknownAt === 0 && /^\$\{?[A-Za-z_]\w*\}?$/.test(file.value))
    cannotTell(reader, "Which script this runs is only known when it runs.", file);
}

/** `bash -n x.sh` reads a script without running it. A script given on the command line is not what one checks that way. */
const onlyChecks = (argv: readonly Word[]): boolean =>
  argv[1]?.value === "-n" && !argv.some(({ value }, i) => i > 0 && (COMMAND_FLAG.test(value) || value.startsWith("+")));

/** `-c`, also in a group (`-lc`), as a long option, and with the script attached. */
const COMMAND_FLAG = /^-[a-z]*c[a-z]*$|^--command(?:=|$)|^-c./;
const ATTACHED_SCRIPT = /^--command=|^-c(?=[^a-z]|[a-z]+[^a-z])/;

/** `bash --rcfile <(...)`: what is read first. */
function startUpFile(reader: Reader, frame: Frame, argv: readonly Word[]): void {
  const at = argv.findIndex((word) => /^--(?:rcfile|init-file)$/.test(word.value));
  const text = at === -1 ? null : printed(argv[at + 1]?.from ?? [], reader);
  if (text !== null) runText(reader, subshell(frame), literal(text, argv[at] as Word));
}

const withAssignments = (frame: Frame, assignments: Call["assignments"]): Frame => {
  if (assignments.size === 0) return frame;
  const inner = subshell(frame);
  for (const [name, word] of assignments) for (const key of [name, exportKey(name)]) setVariable(inner, key, [word]);
  return inner;
};

const isScriptFile = (word: Word, before: Word | undefined) =>
  !/^[-+]/.test(word.value) && !/^-[a-z]*[oO]$|^--(?:rcfile|init-file)$/.test(before?.value ?? "");

/** `$0`, `$1`, ... and `$@` of `bash -c SCRIPT zero one two`. */
function withPositionals(frame: Frame, words: readonly Word[]): Frame {
  const inner = subshell(frame);
  if (words[0] !== undefined) setVariable(inner, "0", [words[0]]);
  setPositionals(inner, words.slice(1));
  return inner;
}

/** A program called by its path whose content is known: a shell script, or one for the interpreter its first line names. */
export function runProgram(reader: Reader, frame: Frame, argv: readonly Word[], call: Call, text: string): void {
  const [path] = argv as [Word];
  const line = /^#![ \t]*(?:\S*\/env[ \t]+(?:-S[ \t]+)?)?(\S+)/.exec(text);
  const interpreter = baseName(line?.[1] ?? "sh");
  if (SHELLS.has(interpreter)) return runText(reader, withPositionals(frame, argv), literal(text, call.span));
  const words = [literal(interpreter, path), ...argv];
  reader.runCall(reader, frame, subshell(frame), words, { ...call, redirects: [] });
}
