/** Globs over absolute paths, compared with paths and with other globs: could some path fit both? */

type Token = { star: true } | { star: false; fits: (char: string) => boolean; char: string | null };
/** One component; `deep` (`**`) stands for any number of them. */
type Segment = { text: string; literal: boolean; deep: boolean; tokens: readonly Token[] };
export type PathGlob = { text: string; segments: readonly Segment[]; kind: "pattern" | "shell" | "plain" };

const STAR: Token = { star: true };
const ANY: Token = { star: false, fits: () => true, char: null };

/** Whether a shell might put other names in a path's place. */
export const hasGlob = (path: string): boolean => /[*?[]/.test(path);

/** A gitignore-like pattern: `*` and `?` within a component, `**` over components, names with a leading dot included. */
export const parseGlob = (glob: string): PathGlob => ({
  text: glob,
  segments: componentsOf(glob).map((text) => (isWild(text) ? wildSegment(text) : plainSegment(text))),
  kind: "pattern",
});

/** A word a shell would expand: as a pattern, except that only a written dot stands for a leading dot. */
export const shellGlob = (word: string): PathGlob => ({
  text: word,
  segments: componentsOf(word).map((text) =>
    text.length > MAX_SHELL_COMPONENT ? wildSegment("*") : isWild(text) ? wildSegment(text) : plainSegment(text),
  ),
  kind: "shell",
});

/** A longer one may as well match anything: names have at most 255 characters. */
const MAX_SHELL_COMPONENT = 500;

/** A path in which every character means itself. */
export const plainPath = (path: string): PathGlob => ({
  text: path,
  segments: componentsOf(path).map(plainSegment),
  kind: "plain",
});

/** Whether some path fits both. Time grows with the product of their lengths at worst. */
export function globsMeet(a: PathGlob, b: PathGlob): boolean {
  if (b.kind === "plain" && a.segments.some(({ text, literal }) => literal && !b.text.includes(text))) return false;
  const hiding = a.kind === "shell" ? "a" : b.kind === "shell" ? "b" : null;
  return meet(a.segments, b.segments, isDeep, (x, y) => segmentsMeet(x, y, hiding));
}

const isDeep = ({ deep }: Segment): boolean => deep;

function segmentsMeet(a: Segment, b: Segment, hiding: "a" | "b" | null): boolean {
  if (a.literal && b.literal) return a.text === b.text;
  const [shell, other] = hiding === "b" ? [b, a] : [a, b];
  if (hiding !== null && startsWild(shell) && other.text.startsWith(".")) return false;
  return meet(a.tokens, b.tokens, isStar, tokensMeet);
}

const isStar = ({ star }: Token): boolean => star;
const startsWild = ({ tokens: [first] }: Segment): boolean =>
  first !== undefined && (first.star || first.char === null);

function tokensMeet(a: Token, b: Token): boolean {
  if (a.star || b.star) return true;
  if (a.char !== null) return b.fits(a.char);
  return b.char === null || a.fits(b.char);
}

/**
 * Two sequences in which some items stand for any number of the other's. `row` marks the beginnings of `b` that the part of `a` read so
 * far can stand for; each is looked at once an item.
 */
function meet<T>(a: readonly T[], b: readonly T[], many: (item: T) => boolean, both: (x: T, y: T) => boolean): boolean {
  let row = new Uint8Array(b.length + 1);
  row[0] = 1;
  let from = 0;
  for (const item of a) {
    const swallows = many(item);
    const next = swallows ? row : new Uint8Array(b.length + 1);
    let first = -1;
    for (let at = from; at <= b.length; at++) {
      if (row[at] === 0) continue;
      if (swallows && first === -1) first = at;
      const other = b[at];
      if (other === undefined) continue;
      const skips = many(other);
      if (skips || swallows) row[at + 1] = 1;
      if (swallows || !(skips || both(item, other))) continue;
      next[skips ? at : at + 1] = 1;
      if (first === -1) first = skips ? at : at + 1;
    }
    if (first === -1) return false;
    row = next;
    from = first;
  }
  for (let at = from; at < b.length; at++) if (row[at] === 1 && many(b[at] as T)) row[at + 1] = 1;
  return row[b.length] === 1;
}

const componentsOf = (path: string): string[] => path.split("/").filter((part) => part !== "");
const isWild = (text: string): boolean => /[*?[\\]/.test(text);

function wildSegment(text: string): Segment {
  const deep = text === "**";
  return { text, literal: false, deep, tokens: deep ? [STAR] : tokensOf(text) };
}

const plainSegment = (text: string): Segment => {
  let tokens: Token[] | null = null;
  return {
    text,
    literal: true,
    deep: false,
    // Most components are only ever compared as texts.
    get tokens() {
      return (tokens ??= [...text].map(oneChar));
    },
  };
};

const oneChar = (char: string): Token => ({ star: false, fits: (other) => other === char, char });

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const chars = [...text];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] as string;
    const close = char === "[" ? closingBracket(chars, i) : -1;
    if (char === "*") {
      if (tokens.at(-1) !== STAR) tokens.push(STAR);
    } else if (char === "?") tokens.push(ANY);
    else if (close !== -1) {
      tokens.push(oneOf(chars.slice(i + 1, close)));
      i = close;
    } else if (char === "\\" && i + 1 < chars.length) tokens.push(oneChar(chars[++i] as string));
    else tokens.push(oneChar(char));
  }
  return tokens;
}

/** `]` directly after `[` or `[!` means itself. */
function closingBracket(chars: readonly string[], open: number): number {
  let i = open + 1;
  if (chars[i] === "!" || chars[i] === "^") i++;
  for (i += 1; i < chars.length; i++) {
    if (chars[i] === "[" && chars[i + 1] === ":") i = Math.max(i, chars.indexOf("]", i));
    else if (chars[i] === "\\") i++;
    else if (chars[i] === "]") return i;
  }
  return -1;
}

function oneOf(body: readonly string[]): Token {
  const negated = body[0] === "!" || body[0] === "^";
  const chars = negated ? body.slice(1) : body;
  // Named classes (`[:alpha:]`) differ between locales; any character may be in one.
  if (chars.join("").includes("[:")) return ANY;
  const ranges: [string, string][] = [];
  for (let i = 0; i < chars.length; i++) {
    if (chars[i] === "\\" && i + 1 < chars.length) i++;
    const from = chars[i] as string;
    const to = chars[i + 1] === "-" ? chars[i + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) i += 2;
  }
  const only = !negated && ranges.length === 1 && ranges[0]?.[0] === ranges[0]?.[1] ? (ranges[0]?.[0] ?? null) : null;
  return {
    star: false,
    fits: (char) => ranges.some(([from, to]) => from <= char && char <= to) !== negated,
    char: only,
  };
}
