import type { Command, Word as WordNode } from "unbash";
import { emit } from "./emit";
import { expandWord, expandWords } from "./expand";
import { bareCall, setVariable, type Frame, type Reader, type Variable } from "./frame";
import { placeIn, type Unit } from "./parse";
import type { Span, Word } from "./types";
import { assigned, elementKey, keysOf, referenceKey, targetOf } from "./variables";
import { after, isKnown, isSomeNumber, literal, unknownValue } from "./word";

type Assignment = Extract<Command["suffix"][number], { type: "Assignment" }>;

function valuesOf(reader: Reader, frame: Frame, unit: Unit, { value, append }: Assignment, name: string): readonly Word[] {
  if (value.type === "Word") return [expandWord(reader, frame, unit, value)];
  const words = value.elements.flatMap((word) => [...expandWords(reader, frame, unit, word)]);
  if (append !== true) forgetElements(frame, name);
  if (append === true ? !frame.variables.has(keysOf(name)) : !words.some(({ value }) => MARKED.test(value))) return words;
  let next = 0;
  return words.map((word) => {
    const [mark, key = String(next)] = MARKED.exec(word.value) ?? [""];
    const element = mark === "" ? word : { ...after(word, mark.length), glob: /[*?]/.test(word.value.slice(mark.length)) };
    next = (Number(key) || 0) + 1;
    setElement(frame, name, key, element);
    return element;
  });
} // prettier-ignore
/** `[key]=value` in a list. */
const MARKED = /^\[([^\]]{1,200})\]=/;

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
  if (key.from.length > 0) emit(reader, frame, [literal("let", key), key], bareCall(key));
  setAt(frame, name, key, value);
}

/** A name or an element of a list, as `read`, `printf -v` and a plain assignment name what they set: of a list, its first element. */
export function setNamed(frame: Frame, written: string, value: Variable): void {
  const [, name, key] = /^([A-Za-z_]\w*)(?:\[([^\]]{1,200})\])?$/.exec(targetOf(frame, written)) ?? [];
  const [first] = value;
  if (name === undefined) return;
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
    setVariable(
      frame,
      name,
      keys.flatMap((one) => frame.variables.get(elementKey(name, one.value)) ?? []),
    );
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
  const refers = argv.some((word) => /^-[a-zA-Z]*n/.test(word.value));
  if (refers) frame.variables.delete(name);
  if (refers) setVariable(frame, referenceKey(name), words);
  else if (part.value.type === "Word") setNamed(frame, name, words);
  else setVariable(frame, name, words);
  if (isLocal(argv)) frame.locals.add(name);
  const value = words[0] ?? literal("", place);
  const unknownAt = value.unknownAt === -1 ? -1 : value.unknownAt + name.length + 1;
  return { ...value, ...place, value: `${name}=${value.value}`, unknownAt, verbatimAt: null };
}

const DECLARING = new Set(["declare", "typeset", "local", "export", "readonly"]);

/** `declare "X=$a b"`: what a quoted word sets. */
export function declareQuoted(frame: Frame, argv: readonly Word[], words: readonly Word[]): void {
  if (!DECLARING.has(argv[0]?.value ?? "")) return;
  for (const word of words) {
    const name = /^([A-Za-z_]\w*)=/.exec(word.value)?.[1];
    if (name !== undefined) setNamed(frame, name, [after(word, name.length + 1)]);
    if (isLocal(argv)) frame.locals.add(name ?? word.value);
  }
}

/** In a function `declare` is `local`, unless it says otherwise. */
const isLocal = (argv: readonly Word[]): boolean =>
  /^(?:local|declare|typeset)$/.test(argv[0]?.value ?? "") && !argv.some(({ value }) => /^-[a-zA-Z]*g/.test(value));
