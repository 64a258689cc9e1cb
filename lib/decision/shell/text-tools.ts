/** Text as the shell and small tools change it. */

/** Backslash escapes as `printf` and `echo -e` read them. */
export function unescape(text: string): string {
  return text.replace(
    /\\(x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|0?[0-7]{1,3}|.)/gs,
    (whole, escape: string) => {
      if (/^[xuU]/.test(escape) && escape.length > 1) return letter(Number.parseInt(escape.slice(1), 16));
      if (/^[0-7]+$/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8));
      return (ESCAPES as Record<string, string>)[escape] ?? whole;
    },
  );
}

const ESCAPES = { n: "\n", t: "\t", r: "\r", a: "\x07", b: "\b", e: "\x1b", f: "\f", v: "\v", "\\": "\\" };
const letter = (code: number): string => (code > 0x10_ff_ff ? "" : String.fromCodePoint(code));
