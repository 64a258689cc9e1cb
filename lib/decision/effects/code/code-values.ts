import { ARGUMENT, END, HOME, ITSELF, JOINING, LISTING, METHOD, NAME, NUMBER, OPERATOR, PASSING, PREFIX, SCRATCH, SPACE, WALKING, WORKING_DIRECTORY } from "./code-terms"; // prettier-ignore
import { areNumbered } from "../../shell/disguise";
import { decodedFurther, decodedTerm, marked } from "./code-decoding";
import {
  closing,
  combined,
  flat,
  isEscaped,
  joined,
  unescaped,
  UNKNOWN,
  type CodeScope,
  type Value,
} from "./code-text";

/**
 * Reads the values that code passes to calls, as far as they follow from its text: literals, their concatenations, the home and
 * working directory, arguments of the command line, names given one value. Linear in the text: a budget bounds all of it.
 */

const MAX_DEPTH = 12;
const MAX_ITEMS = 40;

export class CodeReader {
  constructor(
    readonly text: string,
    readonly scope: CodeScope,
    public at = 0,
    private readonly depth = 0,
  ) {}

  /** The arguments of a call whose name ends here: with or without parentheses. */
  arguments(): Value[] {
    this.space();
    const closed = this.text[this.at] === "(";
    if (closed) this.at++;
    return this.list(closed ? ")" : null);
  }

  list(close: string | null): Value[] {
    const values: Value[] = [];
    while (values.length < MAX_ITEMS && this.spend()) {
      this.space(close !== null);
      const next = this.text[this.at];
      if (next === undefined || next === close || (close === null && /[;\n})\]]/.test(next))) break;
      const keyword = this.match(/\w+\s*[=:](?![=:])\s*/y);
      this.match(/(?:\.{3}|\*{1,2})(?=[\w[])/y);
      const value = this.expression();
      if (keyword === null || /^(?:args|command|cmd|path|atPath|at)\b/.test(keyword)) values.push(value);
      this.space(close !== null);
      if (this.text[this.at] !== ",") break;
      this.at++;
    }
    this.space(close !== null);
    if (close !== null && this.text[this.at] === close) this.at++;
    return values;
  }

  /** One value, and what is joined to it. */
  expression(): Value {
    let value = this.term();
    while (this.spend()) {
      const before = this.at;
      const decoded = this.scope.decodes ? decodedFurther(this, value) : null;
      if (decoded !== null) {
        value = decoded;
        continue;
      }
      const method = this.match(METHOD);
      if (method !== null) {
        value = this.applied(value, method);
        continue;
      }
      const operator = this.match(OPERATOR);
      if (operator === null) break;
      if (this.at >= this.text.length) {
        this.at = before;
        break;
      }
      const right = this.term();
      value = combined(value, right, operator.trim());
    }
    if (this.ended()) return value;
    return typeof value === "string" ? value + UNKNOWN : UNKNOWN;
  }

  /** Whether an expression can end here; if it goes on, its value is another. */
  private ended(): boolean {
    if (this.match(END) !== null) return true;
    this.skip();
    return false;
  }

  /** Over the rest of an expression that cannot be read, to the comma or bracket that ends it. */
  private skip(): void {
    let open = 0;
    for (; this.at < this.text.length && this.spend(); this.at++) {
      const char = this.text[this.at] as string;
      if ("([{".includes(char)) open++;
      else if (")]}".includes(char) && open-- === 0) return;
      else if (open === 0 && (char === "," || char === ";" || char === "\n")) return;
    }
  }

  private applied(value: Value, method: string): Value {
    const name = /\w+/.exec(method.replace(/^\s*\.\s*/, ""))?.[0] ?? "";
    const args = method.endsWith("(") ? this.list(")") : [];
    if (/^(?:glob|rglob|iterdir)$/.test(name))
      return `${flat(value)}/**/${flat(args[0] ?? "*").replace(/^\**$/, "match")}`;
    if (name === "joinpath") return [value, ...args].map(flat).join("/");
    if (/^(?:format|replace|with_suffix)$/.test(name)) return flat(value).replace(/\{[^{}]*\}/g, UNKNOWN);
    if (name === "parent") return UNKNOWN;
    if (name === "split" && typeof value === "string")
      return (args[0] === "" ? Array.from(value) : value.trim().split(/\s+/)).slice(0, MAX_ITEMS);
    if (name === "concat") return combined(value, args[0] ?? "", "+");
    if (name === "join") return joined(value, args[0]);
    return value;
  }

  private term(): Value {
    if (this.depth >= MAX_DEPTH || !this.spend()) return UNKNOWN;
    this.space();
    const { scope } = this;
    if (this.match(HOME) !== null) return scope.home;
    if (this.match(WORKING_DIRECTORY) !== null) return scope.cwd ?? UNKNOWN;
    if (this.match(SCRATCH) !== null) return "/tmp/tmp.XXXXXXXXXX";
    if (this.match(ITSELF) !== null) return "python3";
    const argument = this.match(ARGUMENT);
    if (argument !== null) return scope.args[Number(/\d/.exec(argument)?.[0]) - 1] ?? UNKNOWN;
    const text = this.literal();
    if (text !== null) return text;
    const number = this.match(NUMBER);
    if (number !== null) return number;
    const decoded = scope.decodes ? this.inner(decodedTerm) : null;
    if (decoded !== null) return decoded;
    if (this.match(JOINING) !== null) return this.inner((inner) => inner.list(")").map(flat).join("/"));
    if (this.match(LISTING) !== null) return this.inner((inner) => `${flat(inner.list(")")[0] ?? ".")}/**/match`);
    const walks = this.match(WALKING);
    if (walks !== null) return this.inner((inner) => flat(inner.list(walks.endsWith("[") ? "]" : ")")[0] ?? UNKNOWN));
    if (this.match(PASSING) !== null) {
      const open = this.text[this.at - 1] === "(";
      return this.inner((inner) => (open ? (inner.list(")")[0] ?? UNKNOWN) : inner.term()));
    }
    const bracket = this.text[this.at];
    if (bracket === "[" || bracket === "(") {
      this.at++;
      return this.inner((inner) => {
        const items = inner.list(bracket === "[" ? "]" : ")");
        return bracket === "(" && items.length === 1 ? (items[0] as Value) : items.map(flat);
      });
    }
    if (bracket === "{") {
      this.at++;
      return this.inner((inner) => inner.list("}").find((item) => typeof item !== "string") ?? UNKNOWN);
    }
    const name = this.match(NAME);
    if (name === null || /^\s*[([{.]/.test(this.text.slice(this.at, this.at + 8))) {
      const method = name === null ? null : scope.names.get(name);
      return method !== undefined && method !== null && /^\s*\./.test(this.text.slice(this.at, this.at + 8))
        ? method
        : UNKNOWN;
    }
    return scope.names.get(name) ?? UNKNOWN;
  }

  private inner<T extends Value | null>(read: (inner: CodeReader) => T): T {
    const inner = new CodeReader(this.text, this.scope, this.at, this.depth + 1);
    const value = read(inner);
    this.at = inner.at;
    return value;
  }

  /** A string, with what it interpolates. */
  private literal(): Value | null {
    const list = this.match(/(?:qw|%w)\s*([({[/])/y);
    if (list !== null)
      return this.until(closing(list.at(-1) as string))
        .trim()
        .split(/\s+/)
        .slice(0, MAX_ITEMS);
    const other = this.match(/(?:qq?|%q|%Q)([({[/|])/y);
    if (other !== null) return this.until(closing(other.at(-1) as string));
    const long = this.match(/\[\[/y);
    if (long !== null) return this.until("]]");
    const prefix = this.match(PREFIX);
    if (prefix === null) return null;
    const mark = /^(?:"""|''')/.exec(this.text.slice(this.at, this.at + 3))?.[0] ?? (this.text[this.at] as string);
    this.at += mark.length;
    const raw = this.until(mark);
    const interpolates = /f/i.test(prefix)
      ? /\{([^{}]*)\}/g
      : mark === "'" || mark === "'''"
        ? null
        : /[$#]\{([^{}]*)\}|(\$ENV\{\w+\})/g;
    const plain = /r/i.test(prefix) ? raw : unescaped(raw);
    const text = plain !== raw && areNumbered(raw) ? marked(plain) : plain;
    return interpolates === null
      ? text
      : text.replace(interpolates, (_, code: string | undefined, whole: string | undefined) =>
          this.interpolated(code ?? whole ?? ""),
        );
  }

  private interpolated(code: string): string {
    if (this.depth >= 2 || code.length > 200) return UNKNOWN;
    return flat(new CodeReader(code, this.scope, 0, this.depth + 1).expression());
  }

  private until(mark: string): string {
    const start = this.at;
    let end = this.text.indexOf(mark, start);
    while (end > start && mark.length === 1 && isEscaped(this.text, end)) end = this.text.indexOf(mark, end + 1);
    const stop = end === -1 ? this.text.length : end;
    this.scope.budget -= stop - start;
    this.at = Math.min(this.text.length, stop + mark.length);
    return this.text.slice(start, stop);
  }

  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return null;
    this.at += match[0].length;
    return match[0];
  }

  private space(lines = true): void {
    if (lines) this.match(SPACE);
    else this.match(/[ \t]*/y);
  }

  private spend(): boolean {
    return --this.scope.budget > 0;
  }
}
