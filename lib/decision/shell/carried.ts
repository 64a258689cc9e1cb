import { CARRIERS, EXECUTED_VARIABLES, type Carrier } from "./carriers";
import { scriptsIn } from "./dialects";
import { HOOK, NO_STDIN, subshell, wrapped, type Call, type Frame, type Reader } from "./frame";
import { runPackageScripts, SCRIPT_RUNNERS } from "./package-scripts";
import { runRecipes } from "./recipes";
import { packageProgram } from "./runners";
import { EXPORTING, runText, textIn } from "./scripts";
import { stdinText } from "./static-output";
import type { Word } from "./types";
import { takesNext, unwrap } from "./unwrap";
import { after, literal } from "./word";

/** Reads the scripts that a program is given to have run: by a flag, an operand, its input or its environment. */
export function runCarried(reader: Reader, frame: Frame, name: string, argv: readonly Word[], call: Call): void {
  const inner = packageProgram(name, argv);
  if (inner !== null) runPackage(reader, frame, inner.name, argv.slice(inner.at), call);
  if (reader.files.size > 0 && SCRIPT_RUNNERS.has(name)) runPackageScripts(reader, frame, name, argv, call);
  if (EXPORTING.test(name)) for (const word of argv.slice(1)) exported(reader, frame, word);
  const carriers = Object.hasOwn(CARRIERS, name) ? CARRIERS[name] : undefined;
  if (carriers === undefined) return;
  for (const carrier of carriers) {
    const words = wordsAfter(argv, carrier);
    if (words !== null)
      runOne(reader, HOOKING.test(name) ? wrapped(frame, HOOK, call.span) : frame, carrier, words, call);
  }
  if (name === "make" || name === "gmake") runRecipes(reader, frame, argv, call);
}

/** A package's program that itself runs one: `npx cross-env A=b CMD`. */
function runPackage(reader: Reader, frame: Frame, name: string, argv: readonly Word[], call: Call): void {
  if (unwrap(name, argv) === null) return runCarried(reader, frame, name, argv, call);
  const own = wrapped(frame, name, call.span);
  reader.runCall(reader, own, subshell(own), argv, { ...call, redirects: [] });
}

/** `PAGER='...' git log`: what the variables of a call have run. */
export function runVariables(reader: Reader, frame: Frame, assignments: ReadonlyMap<string, Word>): void {
  for (const [name, word] of assignments) {
    const dialect = Object.hasOwn(EXECUTED_VARIABLES, name) ? EXECUTED_VARIABLES[name] : undefined;
    if (dialect === undefined || word.value === "") continue;
    const inner = PROMPTING.test(name) ? wrapped(frame, HOOK, word) : frame;
    for (const script of scriptsIn(word, dialect)) runText(reader, subshell(inner, { stdin: NO_STDIN }), script);
  }
}

/** What the shell runs again and again: for a completion, a key, a prompt. */
const HOOKING = /^(?:complete|compgen|bind)$/;
const PROMPTING = /^P(?:ROMPT_COMMAND|S[0-4])$/;

function exported(reader: Reader, frame: Frame, word: Word): void {
  const at = word.value.indexOf("=");
  if (at > 0) runVariables(reader, frame, new Map([[word.value.slice(0, at), after(word, at + 1)]]));
}

/** The words after the subcommand the carrier is about; null for another subcommand. */
function wordsAfter(argv: readonly Word[], { sub = [], values = [] }: Carrier): readonly Word[] | null {
  let at = 1;
  for (const name of sub) {
    while (argv[at]?.value.startsWith("-") === true)
      at += takesNext((argv[at] as Word).value, [...values, "-C", "-c"]) ? 2 : 1;
    if (argv[at]?.value !== name) return null;
    at++;
  }
  return argv.slice(at);
}

function runOne(reader: Reader, frame: Frame, carrier: Carrier, words: readonly Word[], call: Call): void {
  const run = (word: Word) => {
    const script = carrier.files === true ? scriptIn(reader, frame, word, call) : word;
    if (script === null) return;
    for (const one of scriptsIn(script, carrier.as ?? "plain")) runText(reader, subshell(frame), one);
  };
  const { flags, rest } = carrier;
  if (flags !== undefined) return runFlags(reader, frame, carrier, words, call, run);
  if (carrier.stdin === true) {
    const text = textPiped(reader, frame, call);
    if (text !== null) run(text);
    return;
  }
  const first = firstOperand(words, carrier.values);
  if (rest === "argv" && first < words.length)
    return reader.runCall(reader, frame, subshell(frame), words.slice(first), { ...call, redirects: [] });
  if (rest === "script" && first < words.length) return run(joinedWords(words.slice(first), call));
  if (carrier.operands === undefined) return;
  const operands = operandsOf(words, carrier.values).slice(carrier.operands);
  for (const word of carrier.only === true ? operands.slice(0, 1) : operands) run(word);
}

function runFlags(
  reader: Reader,
  frame: Frame,
  { flags = [], attached, rest }: Carrier,
  words: readonly Word[],
  call: Call,
  run: (word: Word) => void,
): void {
  words.forEach((word, i) => {
    if (!word.value.startsWith("-")) return;
    const equals = word.value.indexOf("=");
    const name = equals === -1 ? word.value : word.value.slice(0, equals);
    const isMeant = flags.some((flag) => flag === name || isBeginning(name, flag));
    if (isMeant && equals !== -1) return run(after(word, equals + 1));
    const short = attached === true ? flags.find((flag) => flag[1] !== "-" && word.value.startsWith(flag)) : undefined;
    if (short !== undefined && word.value.length > short.length) return run(after(word, short.length));
    if (!(isMeant || takesNext(word.value, flags)) || i + 1 >= words.length) return;
    if (rest !== "argv") return run(words[i + 1] as Word);
    const command = words.slice(i + 1).filter((one) => one.value !== "--");
    reader.runCall(reader, frame, subshell(frame), command, { ...call, redirects: [] });
  });
}

/** Most programs that have a shell run something take any beginning of a long option: `--ex` for `--exec`. */
const isBeginning = (name: string, flag: string): boolean =>
  name.length >= 4 && name.startsWith("--") && flag.startsWith(name);

/** What the file holds that a flag names, as far as that is known. */
function scriptIn(reader: Reader, frame: Frame, file: Word, call: Call): Word | null {
  if (file.value === "-") return textPiped(reader, frame, call);
  const text = textIn(reader, frame, file);
  return text === null ? null : literal(text, call.span);
}

const joinedWords = (words: readonly Word[], call: Call): Word =>
  words.length === 1 ? (words[0] as Word) : literal(words.map((word) => word.value).join(" "), call.span);

function firstOperand(words: readonly Word[], values: readonly string[] = []): number {
  let at = 0;
  while (words[at]?.value.startsWith("-") === true) {
    if (words[at]?.value === "--") return at + 1;
    at += takesNext((words[at] as Word).value, values) ? 2 : 1;
  }
  return at;
}

function operandsOf(words: readonly Word[], values: readonly string[] = []): Word[] {
  return words.filter((word, i) => {
    const before = words[i - 1];
    return !/^-./.test(word.value) && (before === undefined || !takesNext(before.value, values));
  });
}

function textPiped(reader: Reader, { stdin }: Frame, call: Call): Word | null {
  if (stdin.text !== null) return stdin.text;
  const text = stdinText(stdin, reader);
  return text === null ? null : literal(text, call.span);
}
