import type { ParameterExpansionPart, SyntaxNode, Word as WordNode } from "unbash";
import { setVariable, type Frame, type Reader } from "./frame";
import { runPrompt, runSubscript } from "./subscripts";
import { unescape } from "./text-tools";
import type { SimpleCommand, Word } from "./types";
import { elementKey, expandVariable, keysOf, lookUp, plainName, targetOf } from "./variables";
import { isKnown, isSomeNumber, literal, NOWHERE, SOME_NUMBER, type WordBuilder } from "./word";

/** How a parameter's operands are read; given by the caller, which knows the unit. */
type Operands = {
  run: (node: SyntaxNode) => readonly SimpleCommand[];
  word: (node: WordNode) => Word;
};

/** `${NAME...}`: plain, an element, a default, or with an operation on its value; what is left is not known. */
export function expandParameter(
  reader: Reader,
  frame: Frame,
  part: ParameterExpansionPart,
  into: WordBuilder,
  quoted: boolean,
  operands: Operands,
): void {
  const { operation, parameter } = part;
  if (part.prefix === "#") return into.word(lengthOf(frame, part, reader), quoted);
  if (plainName(part) !== null)
    return expandVariable(reader, frame, parameter, part.text, into, quoted, (part.index?.value ?? parameter) === "*");
  const commands = operation?.type === "Default" ? [] : operands.run(part);
  const value = part.prefix === "!" ? pointedAt(reader, frame, part) : elementOf(reader, frame, part, operands);
  if (operation === undefined)
    return value === undefined ? into.unknown(part.text, parameter, commands) : into.word(value, quoted);
  if (operation.type === "Default") {
    const operand = operands.word(operation.operand);
    if (operation.operator.endsWith("+")) return into.word(operand, quoted);
    if (value !== undefined) return into.word(value, quoted);
    if (operation.operator.endsWith("?")) return into.unknown(part.text, parameter, operand.from);
    // Unset here, but perhaps set where it runs: the default is a guess, so the word stays unknown.
    const guess = { ...operand, unknownAt: 0, variables: [parameter, ...operand.variables] };
    if (operation.operator.endsWith("=")) setVariable(frame, parameter, [guess]);
    return into.word(guess, quoted);
  }
  if (value !== undefined && operation.type === "Transform" && operation.operand.value === "P") runPrompt(reader, frame, value);
  const changed = value === undefined || !isKnown(value) ? null : change(value.value, part, operands);
  if (changed === null) return into.unknown(part.text, parameter, commands);
  into.text(changed);
} // prettier-ignore

/** The whole value, or the element that an index names. */
function elementOf(reader: Reader, frame: Frame, part: ParameterExpansionPart, { word }: Operands): Word | undefined {
  const { index, parameter } = part;
  const all = lookUp(frame, parameter, reader.scene);
  if (index === undefined || /^[@*]$/.test(index.value)) return all?.[0];
  const key = word(index);
  if (!isKnown(key) || isSomeNumber(key)) return undefined;
  const name = targetOf(frame, parameter);
  if (frame.variables.has(keysOf(name))) return frame.variables.get(elementKey(name, key.value))?.[0];
  return /^-?\d+$/.test(key.value) ? all?.at(Number(key.value)) : undefined;
} // prettier-ignore

/** `${!NAME}`: what the variable holds whose name the variable holds. */
function pointedAt(reader: Reader, frame: Frame, part: ParameterExpansionPart): Word | undefined {
  if (part.index !== undefined || part.operation?.type === "Names") return undefined;
  const name = lookUp(frame, part.parameter, reader.scene)?.[0];
  if (name === undefined || !isKnown(name)) return undefined;
  // It may hold a command in its subscript.
  runSubscript(reader, frame, name);
  return lookUp(frame, name.value, reader.scene)?.[0];
}

function lengthOf(frame: Frame, { parameter, index }: ParameterExpansionPart, { scene }: Reader): Word {
  const value = lookUp(frame, parameter, scene);
  if (value === undefined || frame.otherwise.some((way) => way.has(parameter))) return SOME_NUMBER;
  if (parameter === "@" || parameter === "*" || /^[@*]$/.test(index?.value ?? ""))
    return literal(String(value.length), NOWHERE);
  const [first] = value;
  const exact = index === undefined && first !== undefined && isKnown(first) && !isSomeNumber(first);
  return exact ? literal(String(first.value.length), NOWHERE) : SOME_NUMBER;
}

function change(value: string, part: ParameterExpansionPart, { word }: Operands): string | null {
  const { operation } = part;
  switch (operation?.type) {
    case "Remove": {
      const affix = word(operation.operand);
      if (affix.glob || !isKnown(affix)) return removeGlob(value, affix.value, operation.operator);
      if (/[*?[]/.test(affix.value)) return null;
      if (operation.operator.startsWith("#"))
        return value.startsWith(affix.value) ? value.slice(affix.value.length) : value;
      return value.endsWith(affix.value) ? value.slice(0, value.length - affix.value.length) : value;
    }
    case "Replace":
      return replace(value, word(operation.pattern), word(operation.replacement), operation.operator);
    case "CaseModification":
      return operation.operand === undefined ? inCase(value, operation.operator) : null;
    case "Slice": {
      const offset = Number(operation.offset.value);
      const length = operation.length === undefined ? undefined : Number(operation.length.value);
      if (!Number.isInteger(offset) || (length !== undefined && !Number.isInteger(length))) return null;
      const rest = value.slice(offset);
      return length === undefined ? rest : rest.slice(0, length);
    }
    case "Transform":
      return transform(value, operation.operand.value);
    default:
      return null;
  }
}

function replace(value: string, pattern: Word, replacement: Word, operator: string): string | null {
  if (pattern.glob || !isKnown(pattern) || !isKnown(replacement)) return null;
  const [from, to] = [pattern.value, replacement.value];
  // Some shells put what was found in its place.
  if (to.includes("&") || /[*?[]/.test(from)) return null;
  switch (operator) {
    case "//":
      return from === "" ? value : value.replaceAll(from, () => to);
    case "/":
      return value.replace(from, () => to);
    case "/#":
      return value.startsWith(from) ? to + value.slice(from.length) : value;
    case "/%":
      return value.endsWith(from) ? value.slice(0, value.length - from.length) + to : value;
    default:
      return null;
  }
}

function inCase(value: string, operator: string): string {
  const rest = value.slice(1);
  switch (operator) {
    case ",,":
      return value.toLowerCase();
    case "^^":
      return value.toUpperCase();
    case ",":
      return value.slice(0, 1).toLowerCase() + rest;
    default:
      return value.slice(0, 1).toUpperCase() + rest;
  }
}

/** `${X@E}` and its like. `@P` expands the value as a prompt, which cannot be told unless nothing in it expands. */
function transform(value: string, operator: string): string | null {
  switch (operator) {
    case "E":
      return unescape(value);
    case "U":
      return value.toUpperCase();
    case "u":
      return inCase(value, "^");
    case "L":
      return value.toLowerCase();
    case "P":
      return /[$`\\]/.test(value) ? null : value;
    case "Q":
      return `'${value.replaceAll("'", "'\\''")}'`;
    default:
      return null;
  }
}

/** Patterns with one star at an end (`*SIGN`, `SIGN*`): file name, directory and extension of a path, parts of an address. */
function removeGlob(value: string, pattern: string, operator: string): string | null {
  const inner = pattern.startsWith("*") ? pattern.slice(1) : pattern.slice(0, -1);
  if (inner === "" || /[*?[\]\\$`]/.test(inner)) return null;
  const longest = operator.length === 2;
  if (pattern.startsWith("*") && operator.startsWith("#")) {
    const at = longest ? value.lastIndexOf(inner) : value.indexOf(inner);
    return at === -1 ? value : value.slice(at + inner.length);
  }
  if (!pattern.endsWith("*") || !operator.startsWith("%")) return null;
  const at = longest ? value.indexOf(inner) : value.lastIndexOf(inner);
  return at === -1 ? value : value.slice(0, at);
}
