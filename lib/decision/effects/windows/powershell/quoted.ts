import { type Cursor, isDouble, isSingle } from "./cursor";
import type { Expression } from "./syntax";

/** A string in quotes, as a here-string or not; null where none begins. */
export function quoted(c: Cursor): Expression | null {
  const start = c.at;
  if (c.sign === "@") return hereString(c, start);
  if (isSingle(c.sign)) return { type: "text", value: singleQuoted(c), bare: false, ...c.span(start) };
  if (!isDouble(c.sign)) return null;
  c.at++;
  const parts = expandable(c, null);
  c.at++;
  return { type: "joined", parts, patched: false, ...c.span(start) };
}

function singleQuoted(c: Cursor): string {
  let value = "";
  let from = ++c.at;
  for (; c.at < c.text.length; c.at++) {
    if (!isSingle(c.sign)) continue;
    value += c.text.slice(from, c.at);
    if (!isSingle(c.text[c.at + 1] ?? "")) {
      c.at++;
      return value;
    }
    from = ++c.at;
  }
  return c.fail();
}

function hereString(c: Cursor, start: number): Expression | null {
  const opening = /@(['"])[ \t]*\r?\n/y;
  const quote = c.match(opening)?.[1];
  if (quote === undefined) return null;
  const end = c.text.indexOf(`\n${quote}@`, c.at - 1);
  if (end === -1) c.fail();
  const last = Math.max(c.at, c.text[end - 1] === "\r" ? end - 1 : end);
  const parts: Expression[] = [];
  if (quote === '"') parts.push(...expandable(c, last));
  else parts.push({ type: "text", value: c.text.slice(c.at, last), bare: false, ...c.span(c.at) });
  c.at = end + 3;
  return { type: "joined", parts, patched: false, ...c.span(start) };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "0": "\0", a: "\u0007", b: "\b", f: "\f", v: "\v", e: "\u001b" }; // prettier-ignore

/** What a backtick and the sign behind it stand for. */
export function escaped(c: Cursor): string {
  c.at++;
  const numbered = c.match(/u\{([\da-f]{1,6})\}/iy);
  if (numbered !== null) {
    const code = Number.parseInt(numbered[1] as string, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : c.fail();
  }
  const { sign } = c;
  if (sign === "") c.fail();
  c.at++;
  return ESCAPES[sign] ?? sign;
}

/** The pieces of a double-quoted text, up to its quote or to `end`. */
function expandable(c: Cursor, end: number | null): Expression[] {
  const parts: Expression[] = [];
  let value = "";
  let from = c.at;
  const flush = () => {
    if (value !== "") parts.push({ type: "text", value, bare: false, ...c.span(from) });
    value = "";
  };
  while (end === null || c.at < end) {
    const { sign } = c;
    if (sign === "") c.fail();
    else if (end === null && isDouble(sign)) {
      if (!isDouble(c.text[c.at + 1] ?? "")) break;
      value += sign;
      c.at += 2;
    } else if (sign === "`") value += escaped(c);
    else {
      const variable = sign === "$" ? variableOrRun(c) : null;
      if (variable !== null) {
        flush();
        parts.push(variable);
        from = c.at;
      } else {
        value += sign;
        c.at++;
      }
    }
  }
  if (end !== null && c.at > end) c.fail();
  flush();
  return parts;
}

const NAME = /\$(?:\{([^{}`\n]{1,200})\}|((?:\w+:(?=\w))?\w+|[$?^_]))/y;
const SCOPE = /^(?:global|script|local|private|using|variable):/;

/** `$x`, `${x}`, `$env:X`, `$(...)`; null where the dollar sign is only a sign. */
export function variableOrRun(c: Cursor): Expression | null {
  const start = c.at;
  if (c.take("$(")) {
    const body = c.within(() => c.statements(c, ")"));
    return { type: "run", body, ...c.span(start) };
  }
  const found = c.match(NAME);
  if (found === null) return null;
  const name = (found[1] ?? (found[2] as string)).toLowerCase().replace(SCOPE, "");
  return { type: "variable", name, ...c.span(start) };
}
