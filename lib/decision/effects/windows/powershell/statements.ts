import { command, value } from "./commands";
import { Cursor } from "./cursor";
import { blockAt, parameterBlock, parametersAt } from "./expressions";
import { word } from "./words";
import type { Block, Stage, Statement } from "./syntax";

/** @throws Unreadable where the text is not PowerShell that this reads */
export function parsePowerShell(text: string): Block {
  const c = new Cursor(text, statements);
  c.skip(true);
  const parameters = parameterBlock(c);
  const body = statements(c, END);
  return { parameters, body, ...c.span(0) };
}

/** Stands for the end of the text where a closing bracket is asked for. */
const END = "end";

/** Up to a closing bracket, which is taken too; one statement where none is asked for. */
function statements(c: Cursor, close: string): Statement[] {
  if (close === "") return [statement(c)];
  const found: Statement[] = [];
  for (;;) {
    c.skip(true);
    if (c.take(";")) continue;
    if (close === END ? c.sign === "" : c.take(close)) return found;
    if (c.sign === "") c.fail();
    found.push(statement(c));
    c.skip();
    found.push(...chained(c));
    // A job in the background runs the same.
    if (c.sign === "&") c.at++;
    else if (!isClosed(c, found.at(-1) as Statement) && !/^[\n;]?$/.test(c.sign) && c.sign !== close) c.fail();
  }
}

/** `&& a && b || c`: each may run or not, what `&&` joins together. */
function chained(c: Cursor): Statement[] {
  const ways: Statement[][] = [];
  const start = c.at;
  for (;;) {
    const and = c.take("&&");
    if (!and && !c.take("||")) return ways.map((way) => ({ type: "branch", first: [], ways: [way], last: [], ...c.span(start) })); // prettier-ignore
    c.skip(true);
    const next = statement(c);
    const last = ways.at(-1);
    if (and && last !== undefined) last.push(next);
    else ways.push([next]);
    c.skip();
  }
}

/** Behind `}` of an `if` or a function the next statement may begin on the same line. */
const isClosed = (c: Cursor, last: Statement): boolean => last.type !== "pipeline" && c.text[c.at - 1] === "}";

const KEYWORD =
  /(?::\w+\s{1,20})?(if|while|for|foreach|switch|do|try|function|filter|return|throw|exit|break|continue|begin|process|end|clean|using|dynamicparam|trap|class|enum|workflow|configuration|data|parallel|sequence|inlinescript)(?![\w./\\:-])/iy;

function statement(c: Cursor): Statement {
  return c.within(() => {
    const start = c.at;
    const keyword = c.match(KEYWORD)?.[1]?.toLowerCase();
    if (keyword === undefined) return pipeline(c);
    c.skip();
    const branch = (first: Statements, ways: readonly Statements[], last: Statements = []): Statement => ({ type: "branch", first, ways, last, ...c.span(start) }); // prettier-ignore
    switch (keyword) {
      case "if":
        return branch(...conditional(c));
      case "while":
        return branch(bracketed(c), [body(c)]);
      case "for":
        return branch([], [[...bracketed(c), ...body(c)]]);
      case "foreach":
        return loop(c, start);
      case "switch":
        return branch(...cases(c));
      case "do": {
        const first = body(c);
        if (follows(c, /(?:while|until)(?!\w)/iy) === null) c.fail();
        return branch([...first, ...bracketed(c)], []);
      }
      case "try":
        return branch([], ...handled(c));
      case "function":
      case "filter":
        return definition(c, start);
      case "begin":
      case "process":
      case "end":
      case "clean":
        return branch(body(c), []);
      case "return":
      case "throw":
      case "exit":
        return /^[\n;})]?$/.test(c.sign) ? branch([], []) : statement(c);
      case "break":
      case "continue":
        c.match(/\w+/y);
        return branch([], []);
      case "using":
        if (c.match(/namespace\s{1,20}[\w.]+/iy) === null) c.fail();
        return branch([], []);
      default:
        return c.fail();
    }
  });
}

type Statements = readonly Statement[];

/** `( ... )` behind a keyword. */
function bracketed(c: Cursor): Statements {
  c.skip(true);
  c.need("(");
  return c.within(() => statements(c, ")"));
}

function body(c: Cursor): Statements {
  c.skip(true);
  return blockAt(c).body;
}

/** Goes past a word that continues the statement, over line ends too; stays where it does not follow. */
function follows(c: Cursor, pattern: RegExp): RegExpExecArray | null {
  const before = c.at;
  c.skip(true);
  const found = c.match(pattern);
  if (found === null) c.at = before;
  return found;
}

function conditional(c: Cursor): [Statements, Statements[]] {
  const first = bracketed(c);
  const ways = [body(c)];
  while (follows(c, /elseif(?!\w)/iy) !== null) ways.push([...bracketed(c), ...body(c)]);
  if (follows(c, /else(?!\w)/iy) !== null) ways.push(body(c));
  return [first, ways];
}

function cases(c: Cursor): [Statements, Statements[]] {
  while (c.match(/-(?:regex|wildcard|exact|casesensitive)(?!\w)/iy) !== null) c.skip();
  const first = bracketed(c);
  c.skip(true);
  c.need("{");
  const ways: Statements[] = [];
  for (c.skip(true); !c.take("}"); c.skip(true)) {
    if (c.take(";")) continue;
    if (c.sign === "{") ways.push(blockAt(c).body);
    else word(c);
    ways.push(body(c));
  }
  return [first, ways];
}

/** How far the body of a `try` comes is not known. */
function handled(c: Cursor): [Statements[], Statements] {
  const ways = [body(c)];
  while (follows(c, /catch(?!\w)/iy) !== null) {
    c.skip(true);
    while (c.match(/\[[\w.]{1,200}\],?/y) !== null) c.skip(true);
    ways.push(body(c));
  }
  return [ways, follows(c, /finally(?!\w)/iy) === null ? [] : body(c)];
}

function loop(c: Cursor, start: number): Statement {
  c.skip(true);
  c.need("(");
  c.skip(true);
  const variable = c.match(/\$(\w+)/y)?.[1]?.toLowerCase();
  if (variable === undefined || follows(c, /in(?!\w)/iy) === null) return c.fail();
  const items = c.within(() => statements(c, ")"));
  return { type: "loop", variable, items, body: body(c), ...c.span(start) };
}

function definition(c: Cursor, start: number): Statement {
  const name = c.match(/[\w:-]{1,200}/y)?.[0].toLowerCase().replace(/^\w+:/, ""); // prettier-ignore
  if (name === undefined) return c.fail();
  c.skip(true);
  const before = c.sign === "(" ? parametersAt(c) : [];
  c.skip(true);
  const block = blockAt(c);
  const parameters = before.length > 0 ? before : block.parameters;
  return { type: "function", name, block: { ...block, parameters }, ...c.span(start) };
}

const ASSIGNS = /(\?\?|[-+*/%])?=(?!=)/y;

function pipeline(c: Cursor): Statement {
  const start = c.at;
  const first = value(c);
  c.skip();
  const sign = first === null ? null : c.match(ASSIGNS);
  if (first !== null && sign !== null) {
    c.skip(true);
    const what = statement(c);
    return { type: "assignment", target: first.expression, adds: sign[1] !== undefined, value: what, ...c.span(start) };
  }
  const stages: Stage[] = [first ?? command(c)];
  for (;;) {
    const before = c.at;
    c.skip();
    if (c.sees("||") || !(c.take("|") || (c.sign === "\n" && follows(c, /\|(?!\|)/y) !== null))) {
      c.at = before;
      return { type: "pipeline", stages, ...c.span(start) };
    }
    c.skip(true);
    stages.push(command(c));
  }
}
