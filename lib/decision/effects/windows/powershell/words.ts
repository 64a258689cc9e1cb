import { type Cursor, isDash, isDouble, isSingle } from "./cursor";
import { compound, listOf, postfix } from "./expressions";
import { escaped, quoted, variableOrRun } from "./quoted";
import { RIGHTS } from "../windows-places";
import type { Argument, Expression } from "./syntax";

/** What ends a word that is not in quotes. */
const ENDS = /[\s|;&(){},]/;
const isEnd = (c: Cursor): boolean => c.sign === "" || ENDS.test(c.sign);

/** A word of a command: plain, in quotes, a variable, a bracket, or several of these with nothing between them. */
export function word(c: Cursor): Expression {
  const start = c.at;
  const parts: Expression[] = [];
  let patched = false;
  let plain = "";
  let from = c.at;
  const flush = () => {
    if (plain !== "") parts.push({ type: "text", value: plain, bare: true, ...c.span(from) });
    plain = "";
  };
  for (;;) {
    if (c.sign === "(" && plain !== "") plain += c.match(RIGHTS)?.[0] ?? "";
    const part = wordPart(c, parts.length === 0 && plain === "");
    if (part !== null) {
      flush();
      parts.push(part);
      from = c.at;
      if (part.type === "block" || part.type === "table") break;
    } else if (isEnd(c)) break;
    else if (c.sign === "`") {
      plain += escaped(c);
      patched = true;
    } else {
      plain += c.sign;
      c.at++;
    }
  }
  flush();
  const [only] = parts;
  if (only === undefined) return c.fail();
  if (parts.length === 1 && !patched) return only;
  const spliced = patched || parts.some((part) => part.type === "joined" || (part.type === "text" && !part.bare));
  return { type: "joined", parts, patched: spliced, ...c.span(start) };
}

/** A method right behind a text in quotes. */
const CALL = /^\.[A-Za-z]\w{0,60}\(/;

/** A piece that is not plain text. Inside a word a bracket is the next word. */
function wordPart(c: Cursor, first: boolean): Expression | null {
  const { sign } = c;
  if (sign === "$") {
    const variable = variableOrRun(c);
    return variable === null ? null : postfix(c, variable);
  }
  if (isSingle(sign) || isDouble(sign)) {
    const text = quoted(c);
    return first && text !== null && CALL.test(c.text.slice(c.at, c.at + 80)) ? postfix(c, text) : text;
  }
  if (!first) return null;
  const found = sign === "@" ? (quoted(c) ?? compound(c)) : sign === "(" || sign === "{" ? compound(c) : null;
  return found === null || found.type !== "run" ? found : postfix(c, found);
}

const FLAG = /[-\u2013-\u2015]([A-Za-z?_][\w-]*)(:?)/y;
const SPLAT = /@(\w+)/y;

/** One argument: `-Flag`, `-Flag:value`, `@splatted`, or a value. */
export function argument(c: Cursor): Argument {
  const start = c.at;
  const splatted = c.match(SPLAT)?.[1]?.toLowerCase();
  if (splatted !== undefined)
    return { flag: null, attached: null, splat: true, word: { type: "variable", name: splatted, ...c.span(start) } };
  const flag = isDash(c.sign) ? c.match(FLAG) : null;
  if (flag === null) return { flag: null, attached: null, splat: false, word: listOf(c, word) };
  const colon = flag[2] === ":";
  const name = (flag[1] as string).toLowerCase();
  const text: Expression = { type: "text", value: `-${flag[1]}${flag[2]}`, bare: true, ...c.span(start) };
  if (colon) c.skip();
  const opens = c.sign === "(" || c.sign === "{";
  if ((!colon && opens) || (isEnd(c) && !opens)) return { flag: name, attached: null, splat: false, word: text };
  const attached = listOf(c, word);
  const whole: Expression = { type: "joined", parts: [text, attached], patched: false, ...c.span(start) };
  // `-p:Configuration=Release` and `-DskipTests=true` are a program's own.
  return colon
    ? { flag: name, attached, splat: false, word: whole }
    : { flag: null, attached: null, splat: false, word: whole };
}
