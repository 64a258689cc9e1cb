import { emit, programName } from "./emit";
import { cannotTell, spend, subshell, wrapped, type Call, type Frame, type Reader, type Run } from "./frame";
import { findPattern, producedPaths } from "./produced";
import { runText, SHELLS } from "./scripts";
import { stdinText } from "./static-output";
import type { SimpleCommand, Word } from "./types";
import { isKnown, literal } from "./word";

/** Programs that run another one for each of many items: `find -exec`, `xargs`, `parallel`. */

const MAX_ITEMS = 32;
/** Stands in scripts for an item that is not known; reads as an expansion, so it stays unknown there. */
const UNKNOWN_ITEM = "$item";

/** `find ... -exec CMD {} ;`: the command with `{}` standing for what is found. */
export function runFound(reader: Reader, frame: Frame, find: SimpleCommand, argv: readonly Word[], call: Call): void {
  const pattern = findPattern(find);
  const item = itemOf(pattern, call, []);
  for (let at = 1; at < argv.length; at++) {
    if (!/^-(exec|execdir|ok|okdir)$/.test((argv[at] as Word).value)) continue;
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
    reader.runCall(reader, frame, subshell(frame), words, { ...call, redirects: [] });
    if (end !== -1) at = end;
  }
}

/** `fd PATTERN -x CMD`: like `find -exec`, the item at the end where it has no place. */
export function runFoundByFd(reader: Reader, frame: Frame, fd: SimpleCommand, argv: readonly Word[], call: Call): void {
  const at = argv.findIndex((word) => /^(?:-x|-X|--exec|--exec-batch)$/.test(word.value));
  if (at === -1 || at + 1 >= argv.length) return;
  const item = itemOf(producedPaths([fd], reader), call, []);
  const command = argv.slice(at + 1);
  const placed = command.some((word) => word.value.search(PARALLEL_MARK) !== -1);
  const words = placed ? command.map((word) => filled(word, PARALLEL_MARK, item)) : [...command, item];
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

/** What comes in, item by item: known text, names a listing stands for, or one unknown. */
function itemsOf(reader: Reader, frame: Frame, call: Call, byLine: boolean): readonly Word[] {
  const given = frame.stdin.text;
  const from = given === null ? frame.stdin.from : given.from;
  const pattern = producedPaths(from, reader);
  if (given !== null && !isKnown(given)) return [itemOf(pattern, call, from)];
  const text = pattern === null ? stdinText(frame.stdin, reader) : null;
  if (text === null) return [itemOf(pattern, call, from)];
  const pieces = text.split(byLine ? /\n/ : /\s+/).filter((piece) => piece !== "");
  return pieces.slice(0, MAX_ITEMS).map((piece) => ({ ...literal(piece, call.span), from }));
}

const XARGS_VALUES = /^(-[nPLdEsa]|--(max-args|max-procs|max-lines|delimiter|arg-file|process-slot-var))$/;

export const xargs: Run = (reader, frame, shell, argv, call) => {
  let placeholder: string | null = null;
  let at = 1;
  for (; at < argv.length; at++) {
    const flag = (argv[at] as Word).value;
    if (!flag.startsWith("-")) break;
    if (flag === "-I" || flag === "-J" || flag === "--replace") placeholder = argv[++at]?.value ?? "{}";
    else if (flag.startsWith("-I")) placeholder = flag.slice(2);
    else if (flag === "-i") placeholder = "{}";
    else if (XARGS_VALUES.test(flag)) at++;
  }
  const command = argv.slice(at);
  if (command.length === 0) return void emit(reader, frame, argv, call);
  const items = itemsOf(reader, frame, call, placeholder !== null);
  const inner = wrapped(frame, "xargs", call.span);
  const mark = placeholder === null ? null : new RegExp(placeholder.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g");
  if (items.some((item) => item.unknownAt === 0)) warnOfScript(reader, command, call, mark);
  spend(reader, call.span, command.length * items.length);
  if (mark === null) return reader.runCall(reader, inner, subshell(shell), [...command, ...items], call);
  for (const item of items) {
    reader.runCall(
      reader,
      inner,
      subshell(shell),
      command.map((word) => filled(word, mark, item)),
      call,
    );
  }
};

/** A shell or interpreter that gets an unknown item as its script, or git as its command: behind flags only, or in the place marked for it. */
function warnOfScript(reader: Reader, command: readonly Word[], call: Call, mark: RegExp | null): void {
  const name = programName(command[0] as Word) ?? "";
  if (!SHELLS.has(name) && !TAKES_CODE.test(name)) return;
  if (
    mark !== null &&
    name === "git" &&
    command.some((word, i) => i > 0 && decides(word, command[i - 1] as Word, mark))
  )
    return cannotTell(reader, "What git is to do with each item is only known when it runs.", call.span);
  const operand = command.slice(1).find((word) => !word.value.startsWith("-"));
  const marked = operand !== undefined && mark !== null && operand.value.replace(mark, "") === "";
  if ((operand === undefined && name !== "git") || marked)
    cannotTell(reader, `What is given to ${name} to run is only known when it runs.`, call.span);
}

/** `git stash {}`, `git reflog --{}`: the item says what happens, not to what. */
const decides = ({ value }: Word, before: Word, mark: RegExp): boolean =>
  value.search(mark) !== -1 && (value.startsWith("-") || (/^(?:stash|worktree|reflog|submodule|remote)$/.test(before.value) && value.replace(mark, "") === "")); // prettier-ignore

const TAKES_CODE = /^(?:python[\d.]*|node|perl|ruby|php|[gm]?awk|git)$/;

const PARALLEL_VALUES =
  /^(-[jPnNLSIaC]|--(jobs|nice|results|workdir|wd|env|sshlogin|colsep|delay|timeout|retries|load|joblog|tmpdir|max-args|max-lines|arg-file|tagstring))$/;
const PARALLEL_MARK = /\{[./#%]*\}/g;

export const parallel: Run = (reader, frame, shell, argv, call) => {
  const list = argv.findIndex((word) => /^:::?\+?$/.test(word.value));
  if (argv.some((word) => /^--dry-?run$/.test(word.value))) return void emit(reader, frame, argv, call);
  let start = 1;
  while ((argv[start]?.value.startsWith("-") ?? false) && start !== list) {
    start += PARALLEL_VALUES.test((argv[start] as Word).value) ? 2 : 1;
  }
  const command = argv.slice(start, list === -1 ? argv.length : list);
  const items = list === -1 ? itemsOf(reader, frame, call, true) : argv.slice(list + 1, list + 1 + MAX_ITEMS);
  const inner = wrapped(frame, "parallel", call.span);
  const placed = command.some((word) => word.value.search(PARALLEL_MARK) !== -1);
  if (command.length > 0 && items.some((item) => item.unknownAt === 0))
    warnOfScript(reader, command, call, PARALLEL_MARK);
  const [template] = command;
  spend(reader, call.span, command.length * items.length);
  for (const item of items) {
    if (template === undefined || (command.length === 1 && /\s|^\{\}$/.test(template.value))) {
      runText(reader, subshell(inner), template === undefined ? item : filled(template, PARALLEL_MARK, item));
      continue;
    }
    const words = placed ? command.map((word) => filled(word, PARALLEL_MARK, item)) : [...command, item];
    reader.runCall(reader, inner, subshell(shell), words, call);
  }
};
