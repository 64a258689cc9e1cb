import type { Command, Word as WordNode } from "unbash";
import { addWay } from "./branches";
import { emit } from "./emit";
import { expandWord, expandWords } from "./expand";
import { bareCall, IN_SHELL, LOADED, setVariable, withOption, type Frame, type Reader, type Variable } from "./frame";
import { forgetCountedIn, numberIn } from "./numbers";
import { placeIn, type Unit } from "./parse";
import type { Span, Word } from "./types";
import { assigned, elementKey, exportKey, fixedKey, keysOf, referenceKey, targetOf } from "./variables";
import { after, isKnown, isSomeNumber, literal, NOWHERE, SOME_NUMBER, unknownValue } from "./word";

type Assignment = Extract<Command["suffix"][number], { type: "Assignment" }>;

function valuesOf(reader: Reader, frame: Frame, unit: Unit, { value, append }: Assignment, name: string): readonly Word[] {
  if (value.type === "Word") return [expandWord(reader, frame, unit, value)];
  const words = value.elements.flatMap((word) => [...expandWords(reader, frame, unit, word)]);
  if (append !== true) forgetElements(frame, name);
  if (append === true ? !frame.variables.has(keysOf(name)) : !words.some(({ value }) => MARKED.test(value))) return words;
  let next = 0;
  const elements = words.map((word) => {
    const [mark, key = String(next)] = MARKED.exec(word.value) ?? [""];
    const element = mark === "" ? word : { ...after(word, mark.length), glob: /[*?]/.test(word.value.slice(mark.length)) };
    next = (Number(key) || 0) + 1;
    setElement(frame, name, key, element);
    return element;
  });
  const keys = frame.variables.get(keysOf(name)) ?? [];
  return keys.length > 1 && keys.every(isIndex) ? elementsOf(frame, name) : elements;
} // prettier-ignore
/** `[key]=value` in a list. */
const MARKED = /^\[([^\]]{1,200})\]=/;

const isIndex = ({ value }: Word): boolean => /^\d{1,9}$/.test(value);

/** All that a list holds, in the order in which it is given out: by number where they are numbered. */
function elementsOf(frame: Frame, name: string): readonly Word[] {
  const keys = frame.variables.get(keysOf(name)) ?? [];
  const ordered = keys.every(isIndex) ? keys.toSorted((a, b) => Number(a.value) - Number(b.value)) : keys;
  return ordered.flatMap((one) => frame.variables.get(elementKey(name, one.value)) ?? []);
}

/** The variable has no value any more. */
export function forget(frame: Frame, name: string): void {
  forgetElements(frame, name);
  setVariable(frame, targetOf(frame, name), []);
}

/** `unset 'a[0]'`: what is left of the list is not told. */
export function forgetElement(frame: Frame, written: string, span: Span): void {
  const name = /^([A-Za-z_]\w*)\[/.exec(written)?.[1];
  if (name !== undefined && frame.variables.has(name)) forgetList(frame, name, span);
}

/** A new list has none of the old one's named elements. */
function forgetElements({ variables }: Frame, name: string): void {
  for (const key of variables.get(keysOf(name)) ?? []) variables.delete(elementKey(name, key.value));
  variables.delete(keysOf(name));
}

function setElement(frame: Frame, name: string, key: string, value: Word): void {
  const keys = frame.variables.get(keysOf(name)) ?? [];
  if (keys.length < MAX_KEYS && !frame.variables.has(elementKey(name, key)))
    setVariable(frame, keysOf(name), [...keys, literal(key, value)]);
  setVariable(frame, elementKey(name, key), [value]);
}
const MAX_KEYS = 200;

/**
 * `X=value` before a program, or by itself.
 * @param stays without a program the assignment stays in the shell; before one it is for that program only
 */
export function assign(
  reader: Reader,
  frame: Frame,
  unit: Unit,
  part: Assignment,
  into: Map<string, Word>,
  stays: boolean,
): void {
  const name = targetOf(frame, part.name);
  const words = valuesOf(reader, frame, unit, part, name);
  const first = words[0] ?? literal("", placeIn(unit, part.pos, part.end));
  const before = frame.variables.get(name) ?? [];
  if (part.index !== undefined) {
    into.set(part.name, first);
    return assignElement(reader, frame, unit, name, part.index, first);
  }
  const appends = part.append === true;
  const old = appends && part.value.type === "Word" ? before[0] : undefined;
  const value =
    old === undefined ? first : { ...first, value: old.value + first.value, from: [...old.from, ...first.from] };
  into.set(part.name, value);
  if (!stays) return;
  if (part.value.type === "Word") setNamed(frame, name, [value]);
  else setVariable(frame, name, appends ? [...before, ...words] : words);
}

/** `X[index]=value`. What the index substitutes is read as arithmetic, which runs what is written in it. */
function assignElement(reader: Reader, frame: Frame, unit: Unit, name: string, index: WordNode, value: Word): void {
  const key = expandWord(reader, frame, unit, index);
  forgetCountedIn(frame, index.text);
  if (key.from.length > 0) emit(reader, frame, [literal("let", key), key], bareCall(key));
  setAt(frame, name, key, value);
}

/** A name or an element of a list, as `read`, `printf -v` and a plain assignment name what they set: of a list, its first element. */
export function setNamed(frame: Frame, written: string, value: Variable): void {
  const [, name, key] = /^([A-Za-z_]\w*)(?:\[([^\]]{1,200})\])?$/.exec(targetOf(frame, written)) ?? [];
  const [first] = value;
  if (name === undefined) return;
  const before = frame.variables.has(fixedKey(name)) ? frame.variables.get(name) : undefined;
  setParts(frame, name, key, first, value);
  // What is fixed stays as it was, whatever is said of it.
  if (before !== undefined) addWay(frame, new Map([[name, before]]));
}

function setParts(frame: Frame, name: string, key: string | undefined, first: Word | undefined, value: Variable): void {
  const isList = (frame.variables.get(name)?.length ?? 0) > 1 || frame.variables.has(keysOf(name));
  if (first === undefined || value.length > 1 || (key === undefined && !isList)) return setVariable(frame, name, value);
  setAt(frame, name, literal(key ?? "0", first), first);
}

function setAt(frame: Frame, name: string, key: Word, value: Word): void {
  const all = assigned(frame, name) ?? [];
  const at = Number(key.value);
  const isVariable = !isKnown(key) || isSomeNumber(key) || frame.variables.has(key.value);
  if (frame.variables.has(keysOf(name)) || (all.length === 0 && !isVariable && !Number.isInteger(at))) {
    if (isVariable) return forgetList(frame, name, value);
    setElement(frame, name, key.value, value);
    const keys = frame.variables.get(keysOf(name)) ?? [];
    if (keys.length >= MAX_KEYS) return forgetList(frame, name, value);
    setVariable(frame, name, elementsOf(frame, name));
  } else if (!isVariable && at >= 0 && at <= all.length)
    setVariable(frame, name, [...all.slice(0, at), value, ...all.slice(at + 1)]);
  else forgetList(frame, name, value);
}

/** Which element it is cannot be told, so none is known any more. */
function forgetList(frame: Frame, name: string, span: Span): void {
  forgetElements(frame, name);
  setVariable(frame, name, [unknownValue(name, span)]);
}

/** `declare X=...`, `export X=...`: the word `X=value`, and the variable is set. */
export function declare(reader: Reader, frame: Frame, unit: Unit, part: Assignment, argv: readonly Word[]): Word {
  const { name } = part;
  const words = valuesOf(reader, frame, unit, part, name);
  const place = placeIn(unit, part.pos, part.end);
  // `declare -n`: the value is whatever the variable of that name holds later.
  const refers = hasFlag(argv, "n");
  if (refers) frame.variables.delete(name);
  if (refers) setVariable(frame, referenceKey(name), words);
  else if (hasFlag(argv, "i")) declareNumber(frame, name, words);
  else if (part.value.type === "Word") setNamed(frame, name, words);
  else setVariable(frame, name, words);
  declareName(frame, argv, name);
  const value = words[0] ?? literal("", place);
  const unknownAt = value.unknownAt === -1 ? -1 : value.unknownAt + name.length + 1;
  return { ...value, ...place, value: `${name}=${value.value}`, unknownAt, verbatimAt: null };
}

/** `declare -i n=i++`: arithmetic, which may count. */
function declareNumber(frame: Frame, name: string, [word]: readonly Word[]): void {
  if (word !== undefined) forgetCountedIn(frame, word.value);
  const value = word === undefined ? null : numberIn(word);
  setNamed(frame, name, [value === null ? SOME_NUMBER : literal(String(value), word ?? NOWHERE)]);
}

const DECLARING = new Set(["declare", "typeset", "local", "export", "readonly"]);

/**
 * `declare "X=$a b"`, `export X`: what a quoted word sets, and what is said of a name without setting it.
 * @param inside in a function
 */
export function declareQuoted(frame: Frame, argv: readonly Word[], words: readonly Word[], inside: boolean): void {
  const verb = verbOf(argv);
  if (!DECLARING.has(verb)) return;
  for (const word of words) {
    const [, name, sign] = /^([A-Za-z_]\w*)(=|$)/.exec(word.value) ?? [];
    if (name === undefined) {
      if (!isKnown(word)) withOption(frame, LOADED);
      continue;
    }
    if (sign === "=") setNamed(frame, name, [after(word, name.length + 1)]);
    // One of its own hides the outer one, and nothing is in it yet.
    else if (inside && isLocal(argv) && !frame.locals.has(name) && !hasFlag(argv, "nfFp")) setVariable(frame, name, []);
    declareName(frame, argv, name);
  }
}

/** What a declaration says of a name besides its value. */
function declareName(frame: Frame, argv: readonly Word[], name: string): void {
  const verb = verbOf(argv);
  const said = [
    verb === "readonly" || hasFlag(argv, "r") ? fixedKey(name) : null,
    verb === "export" || hasFlag(argv, "x") ? exportKey(name) : null,
  ].filter((key) => key !== null);
  for (const key of said) setVariable(frame, key, SAID);
  if (isLocal(argv)) for (const one of [name, ...said]) frame.locals.add(one);
}
const SAID: Variable = [literal("1", NOWHERE)];

/** Options stand before the names. */
function hasFlag(argv: readonly Word[], letters: string): boolean {
  for (let at = verbAt(argv) + 1; at < MAX_FLAGS; at++) {
    const flag = argv[at]?.value ?? "";
    if (!/^-[a-zA-Z]+$/.test(flag)) return false;
    if (Array.from(letters).some((letter) => flag.includes(letter))) return true;
  }
  return false;
}

/** The builtin that is called, also by `command` and `builtin`. */
function verbAt(argv: readonly Word[]): number {
  let at = 0;
  while (at < MAX_FLAGS && IN_SHELL.has(argv[at]?.value ?? ""))
    at += argv[at + 1]?.value.startsWith("-") === true ? 2 : 1;
  return at;
}
const verbOf = (argv: readonly Word[]): string => argv[verbAt(argv)]?.value ?? "";
const MAX_FLAGS = 12;

/** In a function `declare` is `local`, unless it says otherwise. */
const isLocal = (argv: readonly Word[]): boolean =>
  /^(?:local|declare|typeset)$/.test(verbOf(argv)) && !hasFlag(argv, "g");
