import { setNamed } from "./assignments";
import { setSomeNumber } from "./arithmetic";
import { addWay } from "./branches";
import { decoderOf } from "./disguise";
import { emit } from "./emit";
import {
  LOADED,
  setVariable,
  spend,
  withOption,
  type Call,
  type Frame,
  type Reader,
  type Run,
  type Variable,
} from "./frame";
import { producedPaths } from "./produced";
import { isFed, textFed } from "./scripts";
import { outputOf, stdinText } from "./static-output";
import type { Stdin, Word } from "./types";
import { separators } from "./variables";
import { after, isKnown, literal, literalOr, unknownValue } from "./word";
import { matchesOf } from "../matches";

/** Builtins that put what they are given into variables: `read`, `mapfile`, `printf -v`; and `alias`, into a name for calls. */

const NAME = /^[A-Za-z_]\w*(?:\[[^\]]{1,200}\])?$/;
/** More lines are not followed one by one. */
const MAX_LINES = 8;

/** The lines that come in, where they are known to the letter. */
function linesIn(reader: Reader, frame: Frame): readonly string[] | null {
  const { stdin } = frame;
  if (stdin.text !== null && !isKnown(stdin.text)) return null;
  const text = stdin.file !== null && isFed(stdin.file) ? textFed(reader, frame, stdin.file) : stdinText(stdin, reader);
  // A value that was filled in without being known still shows its expansions.
  if (text === null || /[$`]/.test(text)) return null;
  return text.replace(/\n$/, "").split("\n");
}

const READ_VALUES = /^-[a-zA-Z]*[pdtnNuiC]$/;

/** What is read becomes the variables' values: the first line, and each later one on another way through the loop around it. */
export const read: Run = (reader, frame, shell, argv, call) => {
  const operands = argv.slice(1).filter(({ value }, i) => !value.startsWith("-") && !READ_VALUES.test(argv[i]?.value ?? "")); // prettier-ignore
  // `-t 0` only looks whether there is something.
  if (argv.some(({ value }, i) => value === "-t0" || (value === "0" && /^-[a-zA-Z]*t$/.test(argv[i - 1]?.value ?? "")))) return;
  const given = operands.map(({ value }) => value).filter((name) => NAME.test(name));
  const names = given.length > 0 ? given : ["REPLY"];
  if (operands.some((word) => !isKnown(word))) withOption(shell, LOADED);
  const isList = argv.some(({ value }) => /^-[a-zA-Z]*a$/.test(value));
  const read = linesIn(reader, frame);
  const from = sourcesOf(reader, frame, argv, call);
  const raw = argv.some(({ value }) => /^-[a-zA-Z]*r/.test(value));
  const lines = raw || read?.some((line) => line.endsWith("\\")) === true ? read : (read?.map(withoutBackslashes) ?? null);
  const isPartial = !raw && lines === read && lines !== null;
  if (lines === null || isPartial || lines.length > MAX_LINES || argv.some(({ value }) => /^-[a-zA-Z]*[dnNu]/.test(value)))
    return unknownLines(reader, shell, from, names, argv[0] as Word);
  const divide = separators(shell, call.assignments.get("IFS"));
  const [first, ...others] = lines.map((line) => {
    const fields = fieldsIn(line, isList ? Number.POSITIVE_INFINITY : names.length, divide);
    const words = fields.map((field) => ({ ...literal(field, call.span), from }));
    return new Map<string, Variable>(names.map((name, i) => [name, isList ? words : words.slice(i, i + 1)]));
  });
  for (const [name, value] of first ?? []) setNamed(shell, name, value.length > 0 ? value : [literal("", call.span)]);
  for (const way of others) addWay(shell, way);
}; // prettier-ignore

const withoutBackslashes = (line: string): string => line.replaceAll(/\\(.)/g, "$1");

/** What gives the lines. A file is read by the call itself, so that its content is followed into the variables. */
const sourcesOf = (reader: Reader, frame: Frame, argv: readonly Word[], call: Call): Stdin["from"] =>
  frame.stdin.file === null || isFed(frame.stdin.file) ? frame.stdin.from : [emit(reader, frame, argv, call)];

/** A line in as many fields as there are names; the last has the rest. */
function fieldsIn(line: string, count: number, divide: RegExp): readonly string[] {
  const fields: string[] = [];
  // Blanks at the ends belong to a field where only letters divide.
  let rest = divide.test(" ") ? line.trim() : line;
  while (fields.length + 1 < count && rest !== "") {
    const match = divide.exec(rest);
    if (match === null) break;
    fields.push(rest.slice(0, match.index));
    rest = rest.slice(match.index + match[0].length);
  }
  return rest === "" ? fields : [...fields, rest];
}

/** Names a listing stands for, or nothing that can be told. */
function unknownLines(reader: Reader, shell: Frame, from: Stdin["from"], names: readonly string[], span: Word): void {
  const produced = producedPaths(from, reader);
  for (const name of names) {
    const word = produced === null ? unknownValue(name, span) : { ...literal(produced, span), glob: true };
    setNamed(shell, name, [{ ...word, from }]);
  }
} // prettier-ignore

/** `mapfile -t X`: each line an element. */
export const mapfile: Run = (reader, frame, shell, argv, call) => {
  const last = argv.at(-1) as Word;
  const name = argv.length > 1 && NAME.test(last.value) ? last.value : "MAPFILE";
  const lines = linesIn(reader, frame);
  const from = sourcesOf(reader, frame, argv, call);
  const isPlain = argv.slice(1).every(({ value }) => value === "-t" || value === name);
  if (lines === null || !isPlain) return unknownLines(reader, shell, from, [name], last);
  setVariable(shell, name, lines.map((line) => ({ ...literal(line, call.span), from }))); // prettier-ignore
};

/** `printf -v X FORMAT ...` prints into a variable. */
export const printf: Run = (reader, frame, shell, argv, call) => {
  const command = emit(reader, frame, argv, call);
  const flag = argv[1]?.value ?? "";
  if (!flag.startsWith("-v")) return;
  const after = flag === "-v" ? 3 : 2;
  const start = argv[after]?.value === "--" ? after + 1 : after;
  const name = flag === "-v" ? argv[2]?.value : flag.slice(2);
  if (name === undefined || !NAME.test(name)) return withOption(shell, LOADED);
  const words = argv.slice(start);
  const text = words.every(isKnown) ? outputOf({ ...command, args: words }, reader) : null;
  // A text with blanks is a composed command line, which is judged by what it says; one word or decoded letters were not written so to be read.
  const composed = text !== null && /\s/.test(text) && decoderOf([command]) === null;
  const from = composed ? words.flatMap((word) => word.from) : [command];
  const value = literalOr(text, name, call.span);
  setNamed(shell, name, [{ ...value, from }]);
};

/** `let i++`, `let "n = 2"`: what it names is some number from here on. */
export const count: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  for (const word of argv.slice(1))
    for (const [name] of matchesOf(word.value, /[A-Za-z_]\w*/g)) {
      spend(reader, call.span);
      setSomeNumber(shell, name);
    }
};

/** `alias x='...'`: from here on `x` is that text. */
export const alias: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  for (const word of argv.slice(1)) {
    const at = word.value.indexOf("=");
    if (at > 0) setVariable(shell, aliasKey(word.value.slice(0, at)), [after(word, at + 1)]);
  }
};

/** Where an alias is kept among the variables. */
export const aliasKey = (name: string): string => `alias ${name}`;
