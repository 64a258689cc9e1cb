import type { Cursor } from "./cursor";
import { compound, expression } from "./expressions";
import { argument, word } from "./words";
import type { Argument, Redirect, Stage } from "./syntax";

/** What begins a value and not a command. */
const VALUE =
  /[$"'(@[{!,\u2018-\u201e]|[-+](?=[\d$(.+-])|-(?:not|bnot|join|[ci]?split)(?!\w)|(?:0x[\da-f]{1,16}|(?:\d{1,30}(?:\.\d{1,30})?|\.\d{1,30})[a-z]{0,2})(?=[\s|;)}.+*%,\]-]|$)/iy;

/** A value at the beginning of a pipeline; null where a command begins. */
export function value(c: Cursor): (Stage & { type: "value" }) | null {
  const start = c.at;
  const begins = c.match(VALUE) !== null;
  c.at = start;
  if (!begins) return null;
  const found = expression(c);
  c.skip();
  return { type: "value", expression: found, redirects: redirects(c), ...c.span(start) };
}

export function command(c: Cursor): Stage {
  const start = c.at;
  const operator = c.match(/&(?!&)|\.(?=[\s"'$({])/y)?.[0] as "&" | "." | undefined;
  c.skip();
  const name = (operator === undefined ? null : compound(c)) ?? word(c);
  const args: Argument[] = [];
  const files: Redirect[] = [];
  for (;;) {
    c.skip();
    files.push(...redirects(c));
    if (/^[\n|;&)}]?$/.test(c.sign)) break;
    if (c.sees("--%")) c.fail("holds text that is passed on as it is");
    args.push(argument(c));
  }
  return { type: "command", operator: operator ?? "", name, args, redirects: files, ...c.span(start) };
}

const REDIRECT = /[1-6*]?(?:(>>?)(?:&([12]))?|<)/y;

/** Streams that are merged into another one are left out. */
function redirects(c: Cursor): Redirect[] {
  const found: Redirect[] = [];
  for (;;) {
    const sign = c.match(REDIRECT);
    if (sign === null) return found;
    if (sign[1] === undefined) c.fail();
    if (sign[2] === undefined) {
      c.skip();
      found.push({ append: sign[1] === ">>", target: word(c) });
    }
    c.skip();
  }
}
