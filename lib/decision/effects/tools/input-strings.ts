import { MAX_PATH_LENGTH } from "../../input-shape";
import { resolvePath } from "../../paths";
import type { Scene } from "../scene";

/** A string in a tool's input. */
export type InputString = {
  /** Where it stands: `options.paths.0`. */
  field: string;
  /** Last name on the way that is no index, in lower case: `paths`. */
  name: string;
  text: string;
};

/** The path that a string names, also as an address; null for what is none. */
export const pathIn = (text: string, { action, home }: Scene): string | null =>
  text.length > MAX_PATH_LENGTH ? null : resolvePath(text.replace(/^file:\/\//i, ""), action.cwd, home);

/** What one call may hold for it to be read through. */
const MAX_NODES = 5_000;
const MAX_TOTAL_LENGTH = 262_144;

/** All strings of an input, however deep; null when it holds more than is read through. */
export function inputStrings(input: Readonly<Record<string, unknown>>): InputString[] | null {
  const found: InputString[] = [];
  const open: { field: string; name: string; value: unknown }[] = [{ field: "", name: "", value: input }];
  let nodes = 0;
  let length = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { field, name, value } = at;
    if (typeof value === "string") {
      length += value.length;
      found.push({ field, name, text: value });
    } else if (value !== null && typeof value === "object") {
      const keys = Object.keys(value);
      nodes += keys.length;
      if (nodes > MAX_NODES) return null;
      for (const key of keys.toReversed()) {
        length += key.length;
        const child = (value as Record<string, unknown>)[key];
        const inner = /^\d+$/.test(key) ? name : key.toLowerCase();
        open.push({ field: field === "" ? key : `${field}.${key}`, name: inner, value: child });
      }
    }
    // Names grow with depth: what is nested this far is no ordinary input.
    if (length > MAX_TOTAL_LENGTH || field.length > 1_000) return null;
  }
  return found;
}

/** Fields that name what a call is about, the nearest first; what it lies in, if nothing nearer is named. */
const OBJECT_FIELDS = [
  /^(?:branch|branch_?name|name|id|item|user|user_?name|email|job|job_?name|workflow|workflow_?id|number|key|title|slug|tag|tag_?name|node|app|application)$/,
  /(?:id|number|name|key|slug)$/,
  /^(?:repo|repository|project|zone|bucket|database|table|collection|path|secret|record|domain)$/,
];
/** Whose it is, and not what. */
const WHOSE = /^(?:owner|org\w*|account\w*|team\w*|tenant\w*|workspace\w*|cloud_?id|site\w*|user_?agent|session_?id)$/;

/** What a call is about, by its name or number; null where nothing names it. */
export function objectOf(strings: readonly InputString[], input: Readonly<Record<string, unknown>>): string | null {
  const numbers = Object.entries(input).flatMap(([key, value]) => typeof value === "number" ? [{ name: key.toLowerCase(), text: String(value) }] : []); // prettier-ignore
  const named = [...strings, ...numbers].filter(({ name, text }) => text !== "" && text.length <= 200 && !WHOSE.test(name)); // prettier-ignore
  for (const field of OBJECT_FIELDS) {
    const found = named.find(({ name }) => field.test(name));
    if (found !== undefined) return found.text;
  }
  return null;
}
