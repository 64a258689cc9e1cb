import { createHash } from "node:crypto";

/**
 * JSON as Claude Code hashes it: keys sorted at every level, no white space. Like the client, sorts by adding keys to an
 * object in order of their UTF-16 code units; JavaScript then lists integer-like keys (`"9"`, `"10"`) first and by number.
 * @throws TypeError on what JSON cannot carry (undefined, NaN, functions, class instances)
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** `sha256:` and the hex digest of a text, e.g. of a canonical document. */
export const checksumOfText = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;

/** The checksum that clients, ETags and revisions name a document by. */
export const checksumOf = (value: unknown): string => checksumOfText(canonicalJson(value));

function sorted(value: unknown): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return Array.from(value, sorted);
  if (!isPlainObject(value)) throw new TypeError(`A ${typeof value} is not JSON`);
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};
