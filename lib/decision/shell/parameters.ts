import type { ParameterDefaultOperation, ParameterExpansionPart, SyntaxNode, Word as WordNode } from "unbash";
import { LOADED, setVariable, type Frame, type Reader } from "./frame";
import { numberIn } from "./numbers";
import { runPrompt, runSubscript } from "./subscripts";
import type { SimpleCommand, Word } from "./types";
import { changed } from "./value-changes";
import { elementKey, expandVariable, keysOf, lookUp, plainName, targetOf } from "./variables";
import { isKnown, isSomeNumber, literal, NOWHERE, SOME_NUMBER, type WordBuilder } from "./word";

/** How a parameter's operands are read; given by the caller, which knows the unit. */
type Operands = {
  run: (node: SyntaxNode) => readonly SimpleCommand[];
  word: (node: WordNode) => Word;
  /** Reads a word as arithmetic, for what that runs and counts. */
  evaluate: (node: WordNode) => void;
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
  if (operation.type === "Default") return expandDefault(reader, frame, part, operation, value, into, quoted, operands);
  if (operation.type === "Slice") for (const node of [operation.offset, operation.length]) if (node !== undefined) operands.evaluate(node);
  if (value !== undefined && operation.type === "Transform" && operation.operand.value === "P") runPrompt(reader, frame, value);
  // Of a list each element would be changed.
  const isOne = (lookUp(frame, parameter, reader.scene)?.length ?? 0) < 2 || !/^[@*]$/.test(part.index?.value ?? parameter);
  const text = value === undefined || !isKnown(value) || !isOne ? null : changed(value.value, part, operands.word, frame.options.has("nocasematch"));
  if (text === null) return into.unknown(part.text, parameter, commands);
  into.text(text);
} // prettier-ignore

/** Set by many an environment, so that a default is no more than a guess. The cache of `XDG_CACHE_HOME` is one wherever it is. */
const SET_ELSEWHERE =
  /^(?:\d+|[@*#]|OLDPWD|PATH|EDITOR|PAGER|LANG|TERM|NVM_DIR|GOPATH|VIRTUAL_ENV|(?!XDG_CACHE_)\w+_(?:HOME|ROOT|PREFIX|PATH|WORKSPACE))$/;

/** `${X:-a}`, `${X:=a}`, `${X:+a}`, `${X:?}`. */
function expandDefault(
  reader: Reader,
  frame: Frame,
  { parameter, text }: ParameterExpansionPart,
  { operator, operand: node }: ParameterDefaultOperation,
  value: Word | undefined,
  into: WordBuilder,
  quoted: boolean,
  operands: Operands,
): void {
  const isEmpty = operator.startsWith(":") && value !== undefined && isKnown(value) && value.value === "";
  const isUnset = isEmpty || (value === undefined && isSurelyUnset(frame, parameter));
  if (operator.endsWith("+")) {
    if (isUnset) return;
    const operand = operands.word(node);
    const isSet = value !== undefined && (isKnown(value) || operator === "+");
    // Perhaps it is unset, and then nothing stands here.
    return into.word(isSet ? operand : { ...operand, unknownAt: 0 }, quoted);
  }
  if (value !== undefined && !isUnset) return into.word(value, quoted);
  const operand = operands.word(node);
  if (operator.endsWith("?")) return into.unknown(text, parameter, operand.from);
  // Where nothing else may set it, it is what the developer's own environment says, or the default.
  const isOwn = frame.unset === null && frame.where === "here" && !frame.options.has(LOADED) && !SET_ELSEWHERE.test(parameter);
  const word = isUnset || isOwn ? operand : { ...operand, unknownAt: 0, variables: [parameter, ...operand.variables] };
  if (operator.endsWith("=")) setVariable(frame, parameter, [word]);
  into.word(word, quoted);
} // prettier-ignore

/** Nothing is in it, as this command line has seen to. */
function isSurelyUnset(frame: Frame, name: string): boolean {
  if (/^\d+$/.test(name)) return name !== "0" && frame.variables.has("@") && frame.unset === null;
  return frame.variables.get(name)?.length === 0;
}

/** The whole value, or the element that an index names. */
function elementOf(reader: Reader, frame: Frame, part: ParameterExpansionPart, { word, evaluate }: Operands): Word | undefined {
  const { index, parameter } = part;
  const all = lookUp(frame, parameter, reader.scene);
  if (index === undefined || /^[@*]$/.test(index.value)) return all?.[0];
  const key = word(index);
  evaluate(index);
  if (!isKnown(key) || isSomeNumber(key)) return undefined;
  const name = targetOf(frame, parameter);
  if (frame.variables.has(keysOf(name))) return frame.variables.get(elementKey(name, key.value))?.[0];
  const at = numberIn(key);
  return at === null ? undefined : all?.at(at);
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
