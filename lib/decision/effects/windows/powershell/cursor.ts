import { MAX_NODES, Unreadable } from "../../../shell/parse";
import type { Span } from "../../../shell/types";
import type { Statement } from "./syntax";

/** Brackets inside brackets. */
const MAX_DEPTH = 60;
const BLANK = new Set([" ", "\t", "\r", "\u00a0", "\f", "\v"]);
/** PowerShell takes typographic signs for plain ones. */
const SINGLE = new Set(["'", "\u2018", "\u2019", "\u201a", "\u201b"]);
const DOUBLE = new Set(['"', "\u201c", "\u201d", "\u201e"]);
const DASH = new Set(["-", "\u2013", "\u2014", "\u2015"]);

export const isSingle = (sign: string): boolean => SINGLE.has(sign);
export const isDouble = (sign: string): boolean => DOUBLE.has(sign);
export const isDash = (sign: string): boolean => DASH.has(sign);

/** A place in a PowerShell text. Every step goes forward, so that reading takes as long as the text is. */
export class Cursor {
  at = 0;
  private nodes = 0;
  private depth = 0;

  /** @param statements reads statements up to a closing bracket; passed in, so that words need not import what holds words */
  constructor(
    readonly text: string,
    readonly statements: (cursor: Cursor, close: string) => Statement[],
  ) {}

  get sign(): string {
    return this.text[this.at] ?? "";
  }

  sees(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  take(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at += text.length;
    return true;
  }

  need(text: string): void {
    if (!this.take(text)) this.fail();
  }

  /** @param pattern sticky */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  /** Counts a piece of syntax from `start` to here. */
  span(start: number): Span {
    if (++this.nodes > MAX_NODES) throw new Unreadable("is too long to be read through", { start, end: this.at });
    return { start, end: this.at };
  }

  fail(why = "is not plain PowerShell"): never {
    throw new Unreadable(why, { start: this.at, end: Math.min(this.at + 1, this.text.length) });
  }

  within<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) this.fail("nests too deep to be read");
    const found = read();
    this.depth--;
    return found;
  }

  /** Goes past blanks, comments and continued lines; past line ends too where asked. */
  skip(lines = false): void {
    for (;;) {
      const { sign } = this;
      if (BLANK.has(sign) || (lines && sign === "\n")) this.at++;
      else if (sign === "`" && /^`\r?\n/.test(this.text.slice(this.at, this.at + 3)))
        this.at = this.text.indexOf("\n", this.at) + 1;
      else if (sign === "#") this.goTo(this.text.indexOf("\n", this.at));
      else if (this.sees("<#")) {
        const end = this.text.indexOf("#>", this.at + 2);
        if (end === -1) this.fail();
        this.at = end + 2;
      } else return;
    }
  }

  goTo(place: number): void {
    this.at = place === -1 ? this.text.length : place;
  }
}
