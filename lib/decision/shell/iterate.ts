import { emit, programName } from "./emit";
import { runsWhatItIsFed, type Fed } from "./fed-programs";
import {
  cannotTell,
  CONFIRMED,
  isAnswered,
  NO_STDIN,
  spend,
  subshell,
  wrapped,
  type Call,
  type Frame,
  type Reader,
  type Run,
} from "./frame";
import { FD_EXECUTES, findPattern, producedPaths } from "./produced";
import { isFed, runText, SHELLS, textIn } from "./scripts";
import { stdinText } from "./static-output";
import type { SimpleCommand, Word } from "./types";
import { isKnown, literal } from "./word";
import { xargsFlags } from "./xargs-flags";

/** Programs that run another one for each of many items: `find -exec`, `xargs`, `parallel`. */

/** Those after it are one that is not known. */
const MAX_ITEMS = 64;
/** Stands in scripts for an item that is not known; reads as an expansion, so it stays unknown there. */
const UNKNOWN_ITEM = "$item";

/** `find ... -exec CMD {} ;`: the command with `{}` standing for what is found. */
export function runFound(reader: Reader, frame: Frame, find: SimpleCommand, argv: readonly Word[], call: Call): void {
  const pattern = findPattern(find);
  const item = itemOf(pattern, call, []);
  for (let at = 1; at < argv.length; at++) {
    const { value: how } = argv[at] as Word;
    if (!/^-(exec|execdir|ok|okdir)$/.test(how)) continue;
    const end = argv.findIndex((word, i) => i > at && (word.value === ";" || word.value === "+"));
    const command = argv.slice(at + 1, end === -1 ? argv.length : end);
    const words = command.map((word) => filled(word, /\{\}/g, item));
    const name = command[0] === undefined ? null : programName(command[0]);
    if (
      command[0]?.value === "{}" ||
      (name !== null &&
        SHELLS.has(name) &&
        command.some((word, i) => word.value === "{}" && /^-\w*c$/.test(command[i - 1]?.value ?? "")))
    )
      cannotTell(reader, "Whatever is found is run, which is only known when it runs.", call.span);
    const inner = how.startsWith("-ok") && !isAnswered(frame) ? wrapped(frame, CONFIRMED, call.span) : frame;
    reader.runCall(reader, inner, subshell(frame), words, { ...call, redirects: [] });
    if (end !== -1) at = end;
  }
}

/** `fd PATTERN -x CMD`: like `find -exec`, the item at the end where it has no place. */
export function runFoundByFd(reader: Reader, frame: Frame, fd: SimpleCommand, argv: readonly Word[], call: Call): void {
  const at = argv.findIndex((word) => FD_EXECUTES.test(word.value));
  if (at === -1 || at + 1 >= argv.length) return;
  const item = itemOf(producedPaths([fd], reader), call, []);
  const command = argv.slice(at + 1);
  const words = withItem(command, isPlaced(command), item);
  reader.runCall(reader, frame, subshell(frame), words, { ...call, redirects: [] });
}

const itemOf = (pattern: string | null, call: Call, from: readonly SimpleCommand[]): Word => ({
  ...literal(pattern ?? UNKNOWN_ITEM, call.span),
  from,
  ...(pattern === null ? { unknownAt: 0 } : { glob: true }),
});

/** The word with an item in the places marked for it. */
function filled(word: Word, mark: RegExp, item: Word): Word {
  const at = word.value.search(mark);
  if (at === -1) return word;
  const unknownAt = item.unknownAt === -1 ? word.unknownAt : word.unknownAt === -1 ? at : Math.min(at, word.unknownAt);
  const value = word.value.replace(mark, () => item.value);
  return {
    ...word,
    value,
    unknownAt,
    glob: word.glob || item.glob,
    from: [...word.from, ...item.from],
    verbatimAt: null,
  };
}

/** What comes in: known text, names a listing stands for, or one item that is not known. */
function inputOf(reader: Reader, frame: Frame, call: Call, file: Word | null): string | Word {
  const given = frame.stdin.text;
  const path = file ?? frame.stdin.file;
  const from = path !== null && !isFed(path) ? [fileReader(reader, frame, path, call)] : (given?.from ?? frame.stdin.from); // prettier-ignore
  if (file !== null) return textIn(reader, frame, file) ?? itemOf(null, call, isFed(file) ? file.from : from);
  const pattern = producedPaths(from, reader);
  if (given !== null && !isKnown(given)) return itemOf(pattern, call, from);
  const text = pattern === null ? stdinText(frame.stdin, reader) : null;
  return text ?? itemOf(pattern, call, from);
}

/** A file that items are taken from, as if it were piped in. */
const fileReader = (reader: Reader, frame: Frame, file: Word, call: Call): SimpleCommand =>
  emit(reader, { ...frame, stdin: NO_STDIN }, [literal("cat", file), file], { ...call, assignments: new Map(), redirects: [] }); // prettier-ignore

const limited = (items: readonly Word[], call: Call): Word[] =>
  items.length > MAX_ITEMS ? [...items.slice(0, MAX_ITEMS), itemOf(null, call, [])] : [...items];

/** The text's pieces as items. */
const itemsIn = (pieces: readonly string[], frame: Frame, call: Call): Word[] => {
  const from = frame.stdin.text === null ? frame.stdin.from : frame.stdin.text.from;
  const words = pieces.filter((piece) => piece !== "").slice(0, MAX_ITEMS + 1);
  return limited(words.map((piece) => ({ ...literal(piece, call.span), from })), call); // prettier-ignore
};

/** Words as `xargs` tells them apart: at blanks, but not inside quotes or behind a backslash. */
const wordsIn = (text: string): string[] =>
  (text.match(/(?:"[^"\n]*"|'[^'\n]*'|\\.|[^\s"'\\])+/gs) ?? []).map((piece) =>
    piece.replace(/"([^"\n]*)"|'([^'\n]*)'|\\(.)/gs, (_, a?: string, b?: string, c?: string) => a ?? b ?? c ?? ""),
  );

export const xargs: Run = (reader, frame, shell, argv, call) => {
  const { placeholder, separator, each, byLine, asks, file, at } = xargsFlags(argv);
  const command = argv.slice(at);
  if (command.length === 0) return void emit(reader, frame, argv, call);
  const plain = wrapped(frame, "xargs", call.span);
  const inner = asks ? wrapped(plain, CONFIRMED, call.span) : plain;
  const mark = placeholder === null ? null : new RegExp(placeholder.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g");
  const text = inputOf(reader, frame, call, file);
  const isUnknown = typeof text !== "string" && text.unknownAt === 0;
  if (isUnknown) warnOfCode(reader, command, text, mark, call);
  const run = (words: readonly Word[]) => {
    spend(reader, call.span, words.length);
    reader.runCall(reader, inner, subshell(shell), words, call);
  };
  if (mark !== null) {
    const lines = typeof text === "string" ? text.split(separator ?? "\n").map((line) => (separator === null ? wordsIn(line).join(" ") : line)) : []; // prettier-ignore
    const items = typeof text === "string" ? itemsIn(lines, frame, call) : [text];
    return items.forEach((item) => run(command.map((word) => filled(word, mark, item))));
  }
  if (typeof text !== "string") return run([...command, text]);
  const pieces = separator === null ? wordsIn(text) : text.split(separator);
  const items = itemsIn(pieces, frame, call);
  const size = byLine && separator === null ? lineSize(text) : (each ?? items.length);
  if (items.length === 0) return run(command);
  for (let first = 0; first < items.length; first += size) run([...command, ...items.slice(first, first + size)]);
};

/** Words on the first line, where `-L 1` runs the command for each line. */
const lineSize = (text: string): number => Math.max(1, wordsIn(text.trimStart().split("\n", 1)[0] ?? "").length);

/** A shell or interpreter that gets an unknown item as its script, git as its command. */
function warnOfCode(reader: Reader, command: readonly Word[], item: Word, mark: RegExp | null, call: Call): void {
  const fed: Fed[] = command.map((word) => {
    const rest = mark === null ? word.value : word.value.replace(mark, "");
    return { word, marked: rest !== word.value, whole: rest === "" && word.value !== "" };
  });
  if (mark === null) fed.push({ word: item, marked: true, whole: true });
  const name = runsWhatItIsFed(fed);
  if (name === null) return;
  const what = name === "git" ? "What git is to do with each item" : `What is given to ${name} to run`;
  cannotTell(reader, `${what} is only known when it runs.`, call.span);
}

const PARALLEL_VALUES =
  /^(-[jPnNLSIaC]|--(jobs|nice|results|workdir|wd|env|sshlogin|colsep|delay|timeout|retries|load|joblog|tmpdir|max-args|max-lines|arg-file|tagstring))$/;
/** Code ends before the next mark begins, so that many beginnings take no longer to look through than one. */
const PARALLEL_MARK = /\{(?:[./#%]*|=(?:[^={]|=(?!\})|\{(?!=))*=)\}/g;

const isPlaced = (command: readonly Word[]) => command.some((word) => word.value.search(PARALLEL_MARK) !== -1);

/** The command with the item in the places marked for it, or at its end. */
const withItem = (command: readonly Word[], placed: boolean, item: Word): Word[] =>
  placed ? command.map((word) => filled(word, PARALLEL_MARK, item)) : [...command, item];

export const parallel: Run = (reader, frame, shell, argv, call) => {
  const list = argv.findIndex((word) => /^:::?\+?$/.test(word.value));
  const file = listFile(argv);
  runPlaced(reader, frame, argv, call);
  if (argv.some((word) => /^--dry-?run$/.test(word.value))) return void emit(reader, frame, argv, call);
  let start = 1;
  while ((argv[start]?.value.startsWith("-") ?? false) && start !== list) {
    start += PARALLEL_VALUES.test((argv[start] as Word).value) ? 2 : 1;
  }
  const command = argv.slice(start, list !== -1 ? list : file.mark === -1 ? argv.length : Math.max(start, file.mark));
  const text = list === -1 ? inputOf(reader, frame, call, file.named) : "";
  const items = list !== -1 ? limited(argv.slice(list + 1), call) : typeof text === "string" ? itemsIn(text.split("\n"), frame, call) : [text]; // prettier-ignore
  const inner = wrapped(frame, "parallel", call.span);
  const placed = isPlaced(command);
  const unknown = items.find((item) => item.unknownAt === 0);
  if (command.length > 0 && unknown !== undefined)
    warnOfCode(reader, command, unknown, placed ? PARALLEL_MARK : null, call);
  const [template] = command;
  spend(reader, call.span, command.length * items.length);
  for (const item of items) {
    if (template === undefined || (command.length === 1 && /\s|^\{\}$/.test(template.value))) {
      runText(reader, subshell(inner), template === undefined ? item : filled(template, PARALLEL_MARK, item));
      continue;
    }
    reader.runCall(reader, inner, subshell(shell), withItem(command, placed, item), call);
  }
};

/** `:::: FILE`, `-a FILE`: the items are its lines. */
function listFile(argv: readonly Word[]): { mark: number; named: Word | null } {
  const mark = argv.findIndex(({ value }) => /^::::\+?$/.test(value));
  const flag = mark === -1 ? argv.findIndex(({ value }) => /^(?:-a|--arg-file)$/.test(value)) : mark;
  return { mark, named: flag === -1 ? null : (argv[flag + 1] ?? null) };
}

/** `{= CODE =}`: Perl that parallel itself runs for each item, also when it only shows what it would do. */
function runPlaced(reader: Reader, frame: Frame, argv: readonly Word[], call: Call): void {
  for (const word of argv) {
    const code = word.value.includes("{=") ? /\{=((?:[^={]|=(?!\})|\{(?!=))+)=\}/.exec(word.value)?.[1] : undefined;
    if (code === undefined) continue;
    const words = ["perl", "-e", code].map((value) => literal(value, word));
    reader.runCall(reader, frame, subshell(frame), words, { ...call, redirects: [] });
  }
}
