/** Where a JSON value lies in a text, in bytes. */
export type Span = { start: number; end: number };

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPENING_BRACE, OPENING_BRACKET] = [0x7b, 0x5b];
const OPENING = new Set([OPENING_BRACE, OPENING_BRACKET]);
const CLOSING = new Set([0x7d, 0x5d]);
const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * The values of an object's own members, not of objects within it, without parsing them: a conversation is megabytes, and what is
 * wanted of it is a few kilobytes. Strings are passed over at the speed of `indexOf`. Of what is no JSON object, nothing.
 */
export function* membersOf(json: Buffer, from = 0): Generator<{ name: string; value: Span }> {
  let at = afterSpace(json, from);
  if (json[at] !== OPENING_BRACE) return;
  do {
    const name = valueAt(json, at + 1);
    const colon = afterSpace(json, name.end);
    if (json[name.start] !== QUOTE || json[colon] !== COLON) return;
    const value = valueAt(json, colon + 1);
    yield { name: json.toString("latin1", name.start + 1, name.end - 1), value };
    at = afterSpace(json, value.end);
  } while (json[at] === COMMA);
}

/** The elements of an array, likewise. */
export function* elementsOf(json: Buffer, from = 0): Generator<Span> {
  let at = afterSpace(json, from);
  if (json[at] !== OPENING_BRACKET) return;
  do {
    const value = valueAt(json, at + 1);
    if (value.end === value.start) return;
    yield value;
    at = afterSpace(json, value.end);
  } while (json[at] === COMMA);
}

function valueAt(json: Buffer, from: number): Span {
  const start = afterSpace(json, from);
  return { start, end: endOfValue(json, start) };
}

function afterSpace(json: Buffer, from: number): number {
  let at = from;
  while (at < json.length && SPACE.has(json[at] as number)) at++;
  return at;
}

function endOfValue(json: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < json.length; at++) {
    const byte = json[at] as number;
    if (byte === QUOTE) {
      at = endOfString(json, at) - 1;
      if (depth === 0) return at + 1;
    } else if (OPENING.has(byte)) depth++;
    else if (CLOSING.has(byte)) {
      if (--depth <= 0) return depth === 0 ? at + 1 : at;
    } else if (depth === 0 && (byte === COMMA || byte === COLON || SPACE.has(byte))) return at;
  }
  return json.length;
}

/** Behind the quote that ends it: the first before which stands an even number of backslashes. */
function endOfString(json: Buffer, from: number): number {
  for (let at = json.indexOf(QUOTE, from + 1); at >= 0; at = json.indexOf(QUOTE, at + 1)) {
    let before = at;
    while (json[before - 1] === BACKSLASH) before--;
    if ((at - before) % 2 === 0) return at + 1;
  }
  return json.length;
}
