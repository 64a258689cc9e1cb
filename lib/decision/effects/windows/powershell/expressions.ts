import { type Cursor, isDash } from "./cursor";
import { quoted, variableOrRun } from "./quoted";
import type { Block, Expression, Parameter, Statement } from "./syntax";

/** How tightly operators bind, from loose to tight. */
const LEVELS: readonly RegExp[] = [
  /^(?:\?\?)$/,
  /^-(?:and|or|xor)$/,
  /^-(?:band|bor|bxor)$/,
  /^-[ci]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|replace|split|contains|notcontains|in|notin)$|^-(?:is|isnot|as|join)$/,
  /^[+-]$/,
  /^(?:[*/%]|-shl|-shr)$/,
  /^-f$/,
  /^\.\.$/,
];
const SIGN = /\?\?(?!=)|\.\.|[+*/%](?!=)|[-\u2013-\u2015](?![A-Za-z=-])/y;
const WORD = /[-\u2013-\u2015]([A-Za-z]+)/y;
const UNARY = /!|[-\u2013-\u2015](?:not|bnot|join|[ci]?split)(?![A-Za-z])|\+\+|--|[+\-\u2013-\u2015](?=[\d$(.])/iy;
const TYPE =
  /\[ {0,9}([A-Za-z_][\w.+`]{0,200}(?:\[[\w., ]{0,100}(?:\[[\w., ]{0,100}\][\w., ]{0,100})?\])?)(?: {0,9}, {0,9}[\w.]{1,100}(?:=[\w.]{1,60})?){0,5} {0,9}\]/y;
const NUMBER = /(?:0x[\da-f]{1,16}|(?:\d{1,30}(?:\.\d{1,30})?|\.\d{1,30})(?:e[+-]?\d{1,4})?)[a-z]{0,3}(?![\w\\/:])/iy;
const MEMBER = /[A-Za-z_]\w*/y;

/** An expression; commas make lists of it unless `lists` is false. */
export function expression(c: Cursor, lists = true): Expression {
  return c.within(() => {
    const found = binary(c, 0, lists);
    c.skip();
    if (c.sign !== "?" || c.text[c.at + 1] === "?") return found;
    const start = found.start;
    c.at++;
    c.skip(true);
    const yes = binary(c, 0, false);
    c.skip(true);
    c.need(":");
    c.skip(true);
    const no = expression(c, false);
    return { type: "list", items: [yes, no], ...c.span(start) };
  });
}

function binary(c: Cursor, level: number, lists: boolean): Expression {
  if (level === LEVELS.length) return lists ? listOf(c, unary) : unary(c);
  let left = binary(c, level + 1, lists);
  for (;;) {
    const operator = operatorAt(c, LEVELS[level] as RegExp);
    if (operator === null) return left;
    c.skip(true);
    const right = binary(c, level + 1, lists);
    left = { type: "operation", operator, left, right, ...c.span(left.start) };
  }
}

function operatorAt(c: Cursor, level: RegExp): string | null {
  const before = c.at;
  c.skip();
  const word = c.match(WORD)?.[1];
  const operator = word === undefined ? (c.match(SIGN)?.[0] ?? null) : `-${word.toLowerCase()}`;
  const plain = operator !== null && operator.length === 1 && isDash(operator) ? "-" : operator;
  if (plain !== null && level.test(plain)) return plain;
  c.at = before;
  return null;
}

/** What stands between commas is one list. */
export function listOf(c: Cursor, item: (c: Cursor) => Expression): Expression {
  const first = item(c);
  const items = [first];
  for (;;) {
    const before = c.at;
    c.skip();
    if (!c.take(",")) {
      c.at = before;
      return items.length === 1 ? first : { type: "list", items, ...c.span(first.start) };
    }
    c.skip(true);
    items.push(item(c));
  }
}

function unary(c: Cursor): Expression {
  const start = c.at;
  if (c.take(",")) {
    c.skip();
    return c.within(() => unary(c));
  }
  const operator = c.match(UNARY)?.[0].toLowerCase();
  if (operator !== undefined) {
    c.skip();
    const right = c.within(() => unary(c));
    return { type: "operation", operator: operator.replace(/^[\u2013-\u2015]/, "-"), left: null, right, ...c.span(start) };
  }
  const type = c.match(TYPE)?.[1]?.toLowerCase();
  if (type === undefined) return postfix(c, primary(c));
  const name: Expression = { type: "type", name: type, ...c.span(start) };
  if (c.sees("::") || c.sees(".")) return postfix(c, name);
  const before = c.at;
  c.skip();
  if (!/[$"'(@[{\d+!\u2018-\u201e-]/.test(c.sign)) {
    c.at = before;
    return name;
  }
  const of = c.within(() => unary(c));
  return { type: "cast", to: type, of, ...c.span(start) };
} // prettier-ignore

function primary(c: Cursor): Expression {
  const start = c.at;
  const found = compound(c) ?? (c.sign === "$" ? variableOrRun(c) : quoted(c));
  if (found !== null) return found;
  const number = c.match(NUMBER)?.[0];
  return number === undefined ? c.fail() : { type: "text", value: number, bare: false, ...c.span(start) };
}

/** `(...)`, `@(...)`, `@{...}`, `{...}`. */
export function compound(c: Cursor): Expression | null {
  const start = c.at;
  if (c.take("(") || c.take("@(")) {
    const body = c.within(() => c.statements(c, ")"));
    return { type: "run", body, ...c.span(start) };
  }
  if (c.take("@{")) {
    const entries = c.within(() => tableEntries(c));
    return { type: "table", entries, ...c.span(start) };
  }
  return c.sign === "{" ? { type: "block", block: blockAt(c), ...c.span(start) } : null;
}

export function blockAt(c: Cursor): Block {
  const start = c.at;
  c.need("{");
  return c.within(() => {
    c.skip(true);
    const parameters = parameterBlock(c);
    const body = c.statements(c, "}");
    return { parameters, body, ...c.span(start) };
  });
}

const ATTRIBUTE = /\[\w{1,60}\([^(){}\n]{0,300}\)\]/y;

/** `[CmdletBinding()] param(...)`; none where none is written. */
export function parameterBlock(c: Cursor): Parameter[] {
  const before = c.at;
  while (c.match(ATTRIBUTE) !== null) c.skip(true);
  if (c.match(/param(?=\s{0,20}\()/iy) !== null) return parametersAt(c);
  c.at = before;
  return [];
}

/** `([type]$a = 1, $b)`. Attributes that hold code are for people to read. */
export function parametersAt(c: Cursor): Parameter[] {
  const found: Parameter[] = [];
  c.skip(true);
  c.need("(");
  for (c.skip(true); !c.take(")"); c.skip(true)) {
    while (c.match(/\[(?:[^[\]{}$\n]|\$(?!\()){0,400}(?:\[\])?\]/y) !== null) c.skip(true);
    const variable = c.sign === "$" ? variableOrRun(c) : null;
    if (variable?.type !== "variable") return c.fail();
    c.skip(true);
    let otherwise: Expression | null = null;
    if (c.take("=")) {
      c.skip(true);
      otherwise = expression(c, false);
      c.skip(true);
    }
    found.push({ name: variable.name, otherwise });
    if (!c.take(",") && c.sign !== ")") c.fail();
  }
  return found;
}

function tableEntries(c: Cursor): [Expression, Statement][] {
  const entries: [Expression, Statement][] = [];
  for (;;) {
    c.skip(true);
    while (c.take(";")) c.skip(true);
    if (c.take("}")) return entries;
    const start = c.at;
    const bare = c.match(/[\w-]+(?=\s*=)/y)?.[0];
    const key: Expression = bare === undefined ? expression(c) : { type: "text", value: bare, bare: true, ...c.span(start) }; // prettier-ignore
    c.skip(true);
    c.need("=");
    c.skip(true);
    const [value] = c.statements(c, "");
    if (value === undefined) return c.fail();
    entries.push([key, value]);
  }
}

/** `.Name`, `::Name`, `.Name(...)`, `[...]` behind a value. */
export function postfix(c: Cursor, value: Expression): Expression {
  let found = value;
  for (;;) {
    if (c.sign === "[") {
      c.at++;
      c.skip(true);
      const at = expression(c);
      c.skip(true);
      c.need("]");
      found = { type: "index", of: found, at, ...c.span(value.start) };
    } else if (c.match(/\?\.(?=\w)|::|\.(?=[A-Za-z_$"'({])(?!\.)/y) !== null) {
      const isStatic = c.text[c.at - 1] === ":";
      const start = c.at;
      const written = c.match(MEMBER)?.[0];
      const name: Expression = written === undefined ? primary(c) : { type: "text", value: written, bare: true, ...c.span(start) }; // prettier-ignore
      found = { type: "member", of: found, name, isStatic, args: argumentsAt(c), ...c.span(value.start) };
    } else if (c.take("++") || c.take("--")) {
      found = { type: "operation", operator: "++", left: null, right: found, ...c.span(value.start) };
    } else return found;
  }
}

/** `(a, b)` or a block right behind a method's name. */
function argumentsAt(c: Cursor): Expression[] | null {
  if (c.sign === "{") return [{ type: "block", block: blockAt(c), ...c.span(c.at) }];
  if (!c.take("(")) return null;
  const found: Expression[] = [];
  for (c.skip(true); !c.take(")"); c.skip(true)) {
    found.push(expression(c, false));
    c.skip(true);
    if (!c.take(",") && c.sign !== ")") c.fail();
  }
  return found;
}
