/** Values in code, and how they are put together. */

/** Stands in a value for what is only known when the code runs. */
export const UNKNOWN = "\u0001";

/** Stands in a value before letters that the code decodes. */
export const DECODED = "\u0002";

/** A text, or the items of a list. */
export type Value = string | readonly string[];

export type CodeScope = {
  home: string;
  cwd: string | null;
  /** Words after the code on the command line. */
  args: readonly string[];
  names: Map<string, Value>;
  /** Something in the code may decode text. */
  decodes: boolean;
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

/** `["ls", "-l"].join(" ")`, and `" ".join(["ls", "-l"])` as Python has it. */
export function joined(value: Value, other: Value | undefined): Value {
  if (typeof value !== "string") return value.join(flat(other ?? " "));
  return other === undefined || typeof other === "string" ? UNKNOWN : other.join(value);
}

/** A text as one word of a shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** With something harmless in the place of what cannot be told. */
export const supposed = (text: string): string => text.replaceAll(UNKNOWN, "a-value");

/** What the first group holds that took part in a match. */
export const groupOf = (match: RegExpMatchArray | null): string | undefined =>
  match?.slice(1).find((group) => group !== undefined);

export const closing = (open: string): string => ({ "(": ")", "{": "}", "[": "]" })[open] ?? open;

export function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,5})\}|([0-3][0-7]{2})|([nt"'`\\]))/gi;
const LETTERS: Readonly<Record<string, string>> = { n: "\n", t: "\t" };

/** What a string with escapes stands for. */
export const unescaped = (text: string): string =>
  text.includes("\\")
    ? text.replace(ESCAPE, (_, byte?: string, short?: string, long?: string, octal?: string, letter?: string) =>
        letter === undefined
          ? String.fromCodePoint(Number.parseInt(byte ?? short ?? long ?? octal ?? "", octal === undefined ? 16 : 8))
          : (LETTERS[letter] ?? letter),
      )
    : text;
