import type { ParameterExpansionPart, WordPart } from "unbash";
import { baseName } from "../paths";
import type { Frame, Reader, Variable } from "./frame";
import { numberIn } from "./numbers";
import type { Word } from "./types";
import { isKnown, literal, NOWHERE, SOME_NUMBER, type WordBuilder } from "./word";

const SHELL = [literal("/bin/bash", NOWHERE)];

/** What this command line has put into a variable, or into the one that it is another name for. */
export function assigned(frame: Frame, name: string): Variable | undefined {
  const own = frame.variables.get(name);
  if (own !== undefined) return own;
  const target = frame.variables.get(referenceKey(name))?.[0];
  return target !== undefined && isKnown(target) ? frame.variables.get(target.value) : undefined;
}

/** The variable that an assignment to the name changes. */
export function targetOf(frame: Frame, name: string): string {
  const target = frame.variables.get(referenceKey(name))?.[0];
  return target !== undefined && isKnown(target) ? target.value : name;
}

/** Where the name is kept that `declare -n` makes a variable stand for. */
export const referenceKey = (name: string): string => `&${name}`;

/** Where a named element of an array is kept, and what all of them go by. */
export const elementKey = (name: string, key: string): string => `${name}[${key}]`;
/** Where it is kept that a variable is not to be changed, and that programs get it. */
export const fixedKey = (name: string): string => `readonly ${name}`;
export const exportKey = (name: string): string => `export ${name}`;

export const keysOf = (name: string): string => `${name}[`;

/** A variable's words: assigned in this command, or known from where the command runs. Undefined when not known. */
export function lookUp(frame: Frame, name: string, scene: Reader["scene"]): Variable | undefined {
  const own = assigned(frame, name);
  if (own !== undefined || frame.where !== "here") return own;
  switch (name) {
    case "HOME":
      return [literal(scene.home, NOWHERE)];
    case "PWD":
      return frame.cwd === null ? undefined : [literal(frame.cwd, NOWHERE)];
    case "OLDPWD":
      return frame.previousCwd === null ? undefined : [literal(frame.previousCwd, NOWHERE)];
    case "TMPDIR":
      return [literal("/tmp", NOWHERE)];
    case "IFS":
      return [literal(" ", NOWHERE)];
    // Which shell it is does not matter: what it is given runs.
    case "SHELL":
    case "BASH":
    case "0":
      return SHELL;
    case "USER":
    case "LOGNAME":
      return [literal(baseName(scene.home), NOWHERE)];
    case "?":
    case "$":
    case "!":
    case "RANDOM":
    case "SECONDS":
    case "LINENO":
    case "UID":
    case "EUID":
    case "PPID":
      return [SOME_NUMBER];
    case "#": {
      const count = frame.variables.get("@")?.length;
      return [count === undefined ? SOME_NUMBER : literal(String(count), NOWHERE)];
    }
    default:
      return frame.unset ?? undefined;
  }
}

/** `$NAME` alone as a word, unquoted or an array: the words it becomes. Null when it is an ordinary word. */
export function splitVariable(frame: Frame, part: WordPart): readonly Word[] | null {
  const inner = loneExpansion(part);
  if (inner === null) return null;
  const quoted = part !== inner;
  const list = listOf(frame, inner);
  if (list !== null && quoted) return list.every ? list.words : null;
  if (list !== null) return list.words.flatMap((word) => fieldsOf(frame, word) ?? [word]);
  const name = inner.type === "SimpleExpansion" ? inner.text.slice(1) : plainName(inner);
  const word = name === null ? undefined : assigned(frame, name)?.[0];
  return quoted || word === undefined ? null : fieldsOf(frame, word);
}

type Expansion = ParameterExpansionPart | Extract<WordPart, { type: "SimpleExpansion" }>;

/** The one expansion that a part is, quoted or not. */
function loneExpansion(part: WordPart): Expansion | null {
  const inner = part.type === "DoubleQuoted" && part.parts.length === 1 ? part.parts[0] : part;
  return inner?.type === "SimpleExpansion" || inner?.type === "ParameterExpansion" ? inner : null;
}

const parameterOf = (part: Expansion) => (part.type === "SimpleExpansion" ? part.text.slice(1) : part.parameter);

/** The words of `$@`, `${NAME[@]}` and slices of them. `every`: each stays a word of its own also in quotes. */
function listOf(frame: Frame, part: Expansion) {
  const name = parameterOf(part);
  const sign = part.type === "ParameterExpansion" && part.index !== undefined ? part.index.value : name;
  if (sign !== "@" && sign !== "*") return null;
  const all = assigned(frame, name);
  if (all === undefined) return null;
  const every = sign === "@";
  if (part.type === "ParameterExpansion" && part.prefix === "!" && part.operation === undefined)
    return { words: frame.variables.get(keysOf(name)) ?? all.map((_, i) => literal(String(i), NOWHERE)), every };
  if (part.type === "SimpleExpansion" || (part.operation === undefined && part.prefix === undefined))
    return { words: all, every };
  if (part.operation?.type !== "Slice") return null;
  const { offset, length: count } = part.operation;
  const from = numberIn(literal(offset.value, NOWHERE));
  const length = count === undefined ? undefined : numberIn(literal(count.value, NOWHERE));
  if (from === null || length === null || (length !== undefined && length < 0)) return null;
  const isPositional = name === "@" || name === "*";
  if (from < 0 && isPositional && -from > all.length) return null;
  // Of `$@` the first is number one. From the end, there is nothing before the beginning.
  const start = from < 0 ? all.length + from : isPositional ? Math.max(0, from - 1) : from;
  return { words: start < 0 ? [] : all.slice(start, length === undefined ? undefined : start + length), every };
}

/** The fields an unquoted value falls into; null when it is one. A default, which may not apply, is divided like a known value. */
export function fieldsOf(frame: Frame, word: Word): readonly Word[] | null {
  const blanks = separators(frame);
  if ((!isKnown(word) && !isGuess(word)) || word.value.search(blanks) === -1) return null;
  const all = word.value.split(blanks);
  // Between two letters that divide there is an empty word.
  const pieces = all.filter((piece, i) => piece !== "" || (dividesEach(blanks) && i < all.length - 1));
  return pieces.map((value) => ({ ...word, value, unknownAt: isKnown(word) ? -1 : 0 }));
}

/** Made with a default: not certain to be what it is, yet all there to be read. */
export const isGuess = ({ unknownAt, value }: Word): boolean => unknownAt !== -1 && !/[$`<>{]/.test(value);

/** What divides an unquoted variable into words: blanks, or what the command line set `IFS` to. */
export function separators(frame: Frame, set = frame.variables.get("IFS")?.[0]): RegExp {
  if (set === undefined || !isKnown(set) || set.value === "" || set.value.length > MAX_SEPARATORS) return BLANKS;
  const letters = `[${set.value.replace(/[\\\]^-]/g, "\\$&")}]`;
  // Each letter divides, blanks together.
  return new RegExp(/\s/.test(set.value) ? `${letters}+` : letters);
}
const dividesEach = ({ source }: RegExp): boolean => !source.endsWith("+");
const BLANKS = /\s+/;
const MAX_SEPARATORS = 20;

/** A program's words that a letter divides: what one reads is not what runs. */
export function dividedByLetter(frame: Frame, part: WordPart): boolean {
  const set = frame.variables.get("IFS")?.[0];
  if (set === undefined || !isKnown(set) || !/^\S+$/.test(set.value)) return false;
  const inner = loneExpansion(part);
  if (inner === null) return false;
  const name = parameterOf(inner);
  const word = assigned(frame, name)?.[0];
  if (word === undefined || (name === "*" && part !== inner)) return false;
  return /^[@*1]$/.test(name) || (part === inner && word.value.search(separators(frame)) !== -1);
}

/** The name in `${NAME}`, `${NAME[@]}`; null when an operation changes the value. */
export function plainName(part: ParameterExpansionPart): string | null {
  if (part.prefix !== undefined || part.operation !== undefined) return null;
  return part.index === undefined || /^[@*]$/.test(part.index.value) ? part.parameter : null;
}

export function expandVariable(
  reader: Reader,
  frame: Frame,
  name: string,
  asWritten: string,
  into: WordBuilder,
  quoted: boolean,
  joinsByIfs = name === "*",
): void {
  const variable = lookUp(frame, name, reader.scene);
  if (variable === undefined) return into.unknown(asWritten, name);
  const between = joinsByIfs && quoted ? (frame.variables.get("IFS")?.[0]?.value[0] ?? " ") : " ";
  variable.forEach((word, i) => {
    if (i > 0) into.text(between);
    into.word(word, quoted);
  });
}
