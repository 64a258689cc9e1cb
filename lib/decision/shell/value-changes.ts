import type { ParameterExpansionPart, Word as WordNode } from "unbash";
import { numberIn } from "./numbers";
import { unescape } from "./text-tools";
import type { Word } from "./types";
import { isKnown } from "./word";

/** Operations on a variable's value: cut off, replaced, sliced, in another case. */

/**
 * What is left of a value; null when that cannot be told.
 * @param caseless patterns match whatever the case of letters is
 */
export function changed(
  value: string,
  part: ParameterExpansionPart,
  word: (node: WordNode) => Word,
  caseless: boolean,
): string | null {
  const { operation } = part;
  if (caseless && (operation?.type === "Remove" || operation?.type === "Replace")) return null;
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
      const offset = numberIn(word(operation.offset));
      const length = operation.length === undefined ? undefined : numberIn(word(operation.length));
      if (offset === null || length === null) return null;
      // Before the beginning there is nothing.
      const rest = -offset > value.length ? "" : value.slice(offset);
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
