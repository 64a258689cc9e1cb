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

/** `tr` over literal sets and ranges, e.g. rot13. */
export function translate(text: string, from: string, to: string): string | null {
  const source = expandSet(from);
  const target = expandSet(to);
  if (source === null || target === null || target.length === 0) return null;
  return [...text]
    .map((c) => {
      const at = source.indexOf(c);
      return at === -1 ? c : target[Math.min(at, target.length - 1)];
    })
    .join("");
}

function expandSet(set: string): string | null {
  if (/\[:|\\/.test(set)) return null;
  return set.replace(/(.)-(.)/gs, (_, a: string, b: string) => {
    let range = "";
    for (let c = a.charCodeAt(0); c <= b.charCodeAt(0) && range.length < 256; c++) range += String.fromCharCode(c);
    return range;
  });
}
