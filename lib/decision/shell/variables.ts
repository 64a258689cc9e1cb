import type { ParameterExpansionPart, SyntaxNode, Word as WordNode, WordPart } from "unbash";
import type { Frame, Reader, Variable } from "./frame";
import type { SimpleCommand, Word } from "./types";
import { isKnown, literal, type WordBuilder } from "./word";

const NOWHERE = { start: 0, end: 0 };

/** A variable's words: assigned in this command, or known from where the command runs. Undefined when not known. */
function lookUp(frame: Frame, name: string, scene: Reader["scene"]): Variable | undefined {
  const assigned = frame.variables.get(name);
  if (assigned !== undefined || frame.where !== "here") return assigned;
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
    case "USER":
    case "LOGNAME":
      return [literal(scene.home.slice(scene.home.lastIndexOf("/") + 1), NOWHERE)];
    case "?":
    case "#":
    case "$":
    case "!":
    case "RANDOM":
    case "SECONDS":
    case "LINENO":
    case "UID":
    case "EUID":
    case "PPID":
      return [literal("0", NOWHERE)];
    default:
      return undefined;
  }
}

/** `$NAME` alone as a word, unquoted or an array: the words it becomes. Null when it is an ordinary word. */
export function splitVariable(frame: Frame, part: WordPart): readonly Word[] | null {
  const quoted = part.type === "DoubleQuoted" && part.parts.length === 1;
  const inner = quoted ? part.parts[0] : part;
  if (inner?.type !== "SimpleExpansion" && inner?.type !== "ParameterExpansion") return null;
  const name = inner.type === "SimpleExpansion" ? inner.text.slice(1) : plainName(inner);
  const variable = name === null ? undefined : frame.variables.get(name);
  if (variable === undefined) return null;
  const isList = inner.type === "ParameterExpansion" ? inner.index !== undefined : name === "@" || name === "*";
  if (isList) return variable;
  const word = variable[0];
  const blanks = separators(frame);
  if (quoted || word === undefined || !isKnown(word) || word.value.search(blanks) === -1) return null;
  const pieces = word.value.split(blanks).filter((piece) => piece !== "");
  return pieces.map((value) => ({ ...word, value }));
}

/** What divides an unquoted variable into words: blanks, or what the command line set `IFS` to. */
function separators(frame: Frame): RegExp {
  const set = frame.variables.get("IFS")?.[0];
  if (set === undefined || !isKnown(set) || set.value === "" || set.value.length > MAX_SEPARATORS) return BLANKS;
  return new RegExp(`[${set.value.replace(/[\\\]^-]/g, "\\$&")}]+`);
}
const BLANKS = /\s+/;
const MAX_SEPARATORS = 20;

/** The name in `${NAME}`, `${NAME[@]}`; null when an operation changes the value. */
function plainName(part: ParameterExpansionPart): string | null {
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
): void {
  const variable = lookUp(frame, name, reader.scene);
  if (variable === undefined) return into.unknown(asWritten, name);
  variable.forEach((word, i) => {
    if (i > 0) into.text(" ");
    into.word(word, quoted);
  });
}

/** How a parameter's operands are read; given by the caller, which knows the unit. */
type Operands = { run: (node: SyntaxNode) => readonly SimpleCommand[]; word: (node: WordNode) => Word };

/** `${NAME...}`: plain, with a default, with an affix removed or a text replaced; others are not known. */
export function expandParameter(
  reader: Reader,
  frame: Frame,
  part: ParameterExpansionPart,
  into: WordBuilder,
  quoted: boolean,
  operands: Operands,
): void {
  const { operation, parameter } = part;
  if (part.prefix === "#") return into.text("0");
  if (operation === undefined) {
    if (plainName(part) !== null) return expandVariable(reader, frame, parameter, part.text, into, quoted);
    return into.unknown(part.text, parameter, operands.run(part));
  }
  const value = lookUp(frame, parameter, reader.scene)?.[0];
  if (operation.type === "Default") {
    const operand = operands.word(operation.operand);
    if (operation.operator.endsWith("+")) return into.word(operand, quoted);
    if (value !== undefined) return into.word(value, quoted);
    // Unset here, but perhaps set where it runs: the default is a guess, so the word stays unknown.
    return into.unknown(operation.operator.endsWith("?") ? part.text : operand.value, parameter, operand.from);
  }
  const commands = operands.run(operation);
  const changed = value === undefined || !isKnown(value) ? null : change(value.value, part, operands);
  if (changed === null) return into.unknown(part.text, parameter, commands);
  into.text(changed);
}

function change(value: string, part: ParameterExpansionPart, { word }: Operands): string | null {
  const { operation } = part;
  switch (operation?.type) {
    case "Remove": {
      const affix = word(operation.operand);
      if (affix.glob || !isKnown(affix)) return removeGlob(value, affix.value, operation.operator);
      if (operation.operator.startsWith("#"))
        return value.startsWith(affix.value) ? value.slice(affix.value.length) : value;
      return value.endsWith(affix.value) ? value.slice(0, value.length - affix.value.length) : value;
    }
    case "Replace": {
      const pattern = word(operation.pattern);
      const replacement = word(operation.replacement);
      if (pattern.glob || !isKnown(pattern) || !isKnown(replacement)) return null;
      if (operation.operator === "//") return value.replaceAll(pattern.value, replacement.value);
      return operation.operator === "/" ? value.replace(pattern.value, () => replacement.value) : null;
    }
    case "CaseModification":
      if (operation.operand !== undefined) return null;
      if (operation.operator === ",,") return value.toLowerCase();
      return operation.operator === "^^" ? value.toUpperCase() : null;
    case "Slice": {
      const offset = Number(part.text.split(":")[1]?.trim().replace(/\}$/, ""));
      const length = operation.length === undefined ? undefined : Number(operation.length.value);
      if (!Number.isInteger(offset) || offset < 0 || (length !== undefined && !(length >= 0))) return null;
      return value.slice(offset, length === undefined ? undefined : offset + length);
    }
    default:
      return null;
  }
}

// The common forms only: file name, directory and extension of a path.
function removeGlob(value: string, pattern: string, operator: string): string | null {
  const separator = /^\*(.)$/.exec(pattern)?.[1];
  if (separator !== undefined && operator.startsWith("#")) {
    const at = operator === "##" ? value.lastIndexOf(separator) : value.indexOf(separator);
    return value.slice(at + 1);
  }
  const tail = /^(.)\*$/.exec(pattern)?.[1];
  if (tail === undefined || !operator.startsWith("%")) return null;
  const at = operator === "%%" ? value.indexOf(tail) : value.lastIndexOf(tail);
  return at === -1 ? value : value.slice(0, at);
}
