/** Values in code, and how they are put together. */

/** Stands in a value for what is only known when the code runs. */
export const UNKNOWN = "\u0001";

/** A text, or the items of a list. */
export type Value = string | readonly string[];

export type CodeScope = {
  home: string;
  cwd: string | null;
  /** Words after the code on the command line. */
  args: readonly string[];
  names: Map<string, Value>;
  /** Characters that may still be looked at. */
  budget: number;
};

export const flat = (value: Value): string => (typeof value === "string" ? value : value.join(" "));

export function combined(left: Value, right: Value, operator: string): Value {
  if (operator === "%") return flat(left).replace(/%[sdr]/g, () => flat(right));
  if (operator === "/") return `${flat(left)}/${flat(right)}`;
  if (typeof left !== "string" || typeof right !== "string") return [left, right].flat();
  return left + right;
}

export const closing = (open: string): string => ({ "(": ")", "{": "}", "[": "]" })[open] ?? open;

export function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

export const unescaped = (text: string): string =>
  text.includes("\\")
    ? text
        .replace(/\\(["'`\\])/g, "$1")
        .replaceAll("\\n", "\n")
        .replaceAll("\\t", "\t")
    : text;
