import { unescape } from "./text-tools";

/** What the small filters make of a text, as far as that follows from their plainest forms. Null where it does not. */
export type Filter = (words: readonly string[], text: string) => string | null;

const eachLine = (text: string, make: (line: string) => string): string => {
  const ends = text.endsWith("\n");
  const lines = (ends ? text.slice(0, -1) : text).split("\n").map(make).join("\n");
  return ends ? `${lines}\n` : lines;
};

/** `-d: -f2`, `-d : -f 2`: the value of a flag in either spelling. */
function optionsOf(words: readonly string[], flags: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (!/^-[A-Za-z]/.test(word) || !flags.includes(word[1] as string)) return null;
    const value = word.length > 2 ? word.slice(2) : words[++i];
    if (value === undefined) return null;
    found.set(word[1] as string, value);
  }
  return found;
}

/** `2`, `2-`, `-2`, `1-3`. */
function rangeOf(text: string): readonly [from: number, to: number] | null {
  const match = /^(\d{0,4})(-?)(\d{0,4})$/.exec(text);
  if (match === null || text === "-" || text === "") return null;
  const [, from = "", dash, to = ""] = match;
  const first = from === "" ? 1 : Number(from);
  return [first, dash === "" ? first : to === "" ? Number.POSITIVE_INFINITY : Number(to)];
}

const cut: Filter = (words, text) => {
  const options = optionsOf(words, "dfcb");
  const chars = options?.get("c") ?? options?.get("b");
  const range = rangeOf(options?.get("f") ?? chars ?? "");
  if (options == null || range === null) return null;
  const [from, to] = range;
  if (chars !== undefined) return eachLine(text, (line) => line.slice(from - 1, to));
  const mark = options.get("d") ?? "\t";
  return eachLine(text, (line) => (line.includes(mark) ? line.split(mark).slice(from - 1, to).join(mark) : line)); // prettier-ignore
};

/** `awk -F: '{print $2}'` */
const awk: Filter = (words, text) => {
  const program = words.at(-1) ?? "";
  const options = optionsOf(words.slice(0, -1), "F");
  const field = /^\{ *print +\$(\d{1,2}|NF) *;? *\}$/.exec(program)?.[1];
  const mark = options?.get("F") ?? " ";
  if (options === null || field === undefined || (mark !== " " && !/^[^\s\w\\.*+?^$|()[\]{}]$|^\w$/.test(mark)))
    return null;
  return eachLine(text, (line) => {
    const fields = mark === " " ? line.trim().split(/[ \t]+/) : line.split(mark);
    return field === "0" ? line : (fields[field === "NF" ? fields.length - 1 : Number(field) - 1] ?? "");
  });
};

/** `s/LITERAL/LITERAL/`, its beginning or end marked, which is how names are cut to size. */
const sed: Filter = (words, text) => {
  const given = words.filter((word) => !/^-[Er]$/.test(word));
  const script = given.length === 1 ? given[0] : given.length === 2 && given[0] === "-e" ? given[1] : undefined;
  const match = /^s([/#|,:@])(\^?)((?:(?!\1)[\w /.,:@#|=~-])*)(\$?)\1((?:(?!\1)[\w /.,:@#|=~-])*)\1(g?)$/.exec(script ?? "");
  if (match === null) return null;
  const [, , start, from = "", end, to = "", all] = match;
  // A dot stands for any sign.
  if (from.includes(".")) return null;
  return eachLine(text, (line) => {
    if (start !== "" && !line.startsWith(from)) return line;
    if (end !== "" && !line.endsWith(from)) return line;
    if (start !== "") return end !== "" && line !== from ? line : to + line.slice(from.length);
    if (end !== "") return line.slice(0, line.length - from.length) + to;
    if (from === "") return to + line;
    return all === "" ? line.replace(from, () => to) : line.replaceAll(from, () => to);
  });
}; // prettier-ignore

/** `tr` over literal sets and ranges, e.g. rot13. */
const tr: Filter = (words, text) => {
  const [flag, ...rest] = words[0] === "--" ? words.slice(1) : words;
  if (flag === "-d") {
    const gone = rest.length === 1 ? expandSet(rest[0] as string) : null;
    return gone === null ? null : [...text].filter((c) => !gone.includes(c)).join("");
  }
  if (flag === undefined || rest.length !== 1 || (flag.length > 1 && /^-[a-zA-Z]/.test(flag))) return null;
  return translate(text, flag, rest[0] as string);
};

function translate(text: string, from: string, to: string): string | null {
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
  if (/\[:|\[=|\\[^ntr0\\]/.test(set)) return null;
  return unescape(set).replace(/(.)-(.)/gs, (_, a: string, b: string) => {
    let range = "";
    for (let c = a.charCodeAt(0); c <= b.charCodeAt(0) && range.length < 256; c++) range += String.fromCharCode(c);
    return range;
  });
}

export const TEXT_FILTERS: Readonly<Record<string, Filter>> = { cut, awk, gawk: awk, mawk: awk, sed, gsed: sed, tr };
