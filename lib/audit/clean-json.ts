import { MASK, maskText } from "./mask";
import { isSecretKey } from "./mask-patterns";

export type CleanLimits = {
  /** UTF-16 units kept of each string; evidence never points beyond it. */
  stringLength: number;
  /** UTF-16 units kept of all strings and names together. */
  totalLength: number;
  depth: number;
  /** Entries kept of each array or object. */
  entries: number;
};

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Same length, but only what PostgreSQL can store: no NUL, no lone surrogate. */
export const storable = (text: string): string =>
  // Most text has neither; asking first is cheaper than writing it anew.
  UNSTORABLE.test(text) ? text.replace(UNSTORABLE_ALL, "\ufffd") : text;
const UNSTORABLE = /[\0\p{Surrogate}]/u;
const UNSTORABLE_ALL = /[\0\p{Surrogate}]/gu;

/** Masked, storable, and cut to size with a note of what is gone. */
export function cleanText(text: string, maxLength: number): string {
  // Cut behind the mark, so that a secret across it is still seen whole.
  const head = storable(maskText(text.length > 2 * maxLength ? text.slice(0, 2 * maxLength) : text));
  if (text.length <= maxLength) return head;
  return `${storable(head.slice(0, maxLength))}… (${text.length - maxLength} more characters)`;
}

/** Any JSON value as it may be kept: secrets masked by shape and by the name they stand under, and cut to size. */
export function cleanJson(value: unknown, limits: CleanLimits): Json {
  let left = limits.totalLength;

  const text = (from: string): string => {
    const kept = cleanText(from, Math.max(0, Math.min(limits.stringLength, left)));
    left -= kept.length;
    return kept;
  };

  const clean = (from: unknown, name: string, depth: number): Json => {
    switch (typeof from) {
      case "string":
        return name !== "" && isSecretKey(name) ? MASK.repeat(Math.min(from.length, 100)) : text(from);
      case "number":
      case "boolean":
        return from;
      case "object":
        break;
      default:
        return null;
    }
    if (from === null) return null;
    if (depth >= limits.depth) return "… (nested deeper)";
    if (Array.isArray(from)) {
      const kept: Json[] = from.slice(0, limits.entries).map((item) => clean(item, name, depth + 1));
      if (from.length > limits.entries) kept.push(`… (${from.length - limits.entries} more)`);
      return kept;
    }
    const kept: Record<string, Json> = {};
    let count = 0;
    for (const key in from) {
      if (!Object.hasOwn(from, key)) continue;
      if (++count > limits.entries || left <= 0) {
        kept["…"] = "more";
        break;
      }
      kept[text(key)] = clean((from as Record<string, unknown>)[key], key, depth + 1);
    }
    return kept;
  };

  return clean(value, "", 0);
}
