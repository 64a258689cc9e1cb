/** How much of a value is shown. What does not fit is told in its place, so that nobody takes the rest for the whole. */
export type EncodingLimits = {
  /** UTF-16 units kept of each string: three quarters from its beginning, a quarter from its end. */
  stringLength: number;
  /** UTF-16 units kept of all strings and names together. */
  totalLength: number;
  /** Entries kept of each array or object. */
  entries: number;
  depth: number;
};

export type Encoded = { text: string; isWhole: boolean };

/**
 * What could end a section of the prompt, open one, or show a reader something else than what is there: angle brackets and what looks
 * or normalises like them, control, format, private and unassigned characters, invisible ones, spaces other than the plain one.
 */
const DANGEROUS =
  /[<>&\u226e\u226f\ufe60\ufe64\ufe65\uff06\uff1c\uff1e‹›〈〉⟨⟩❬❭❮❯❰❱⟪⟫《》˂˃ᐸᐳ\u2800\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

const unit = (code: number): string => `\\u${code.toString(16).padStart(4, "0")}`;
/** One code point, of one or two UTF-16 units. */
const escaped = (character: string): string =>
  character.length === 1
    ? unit(character.charCodeAt(0))
    : unit(character.charCodeAt(0)) + unit(character.charCodeAt(1));

/** A JSON string on one line that holds no character of another meaning than its own. JSON.parse gives the text back. */
const quoted = (text: string): string => {
  const json = JSON.stringify(text);
  // Most text is plain ASCII (and the mark of a cut), of which few characters matter; the large class costs many times as much.
  return json.replace(BEYOND_ASCII.test(json) ? DANGEROUS : DANGEROUS_ASCII, escaped);
};
const BEYOND_ASCII = /[^\x20-\x7e…]/;
const DANGEROUS_ASCII = /[<>&]/g;

/**
 * Canonical JSON on one line: keys in order of their code units (the database keeps another order than the client sends), each
 * dangerous character as \uXXXX. The same value is the same text, wherever it came from.
 */
export function encode(value: unknown, limits: EncodingLimits): Encoded {
  let isWhole = true;
  let room = limits.totalLength;
  const left = (count: number, what: string): string => {
    isWhole = false;
    return `… (${count} ${what} left out) …`;
  };

  const text = (from: string): string => {
    const length = Math.min(from.length, limits.stringLength, room);
    room -= length;
    if (from.length === length) return quoted(from);
    const head = Math.ceil(length * 0.75);
    const end = from.slice(from.length - (length - head));
    return quoted(from.slice(0, head) + left(from.length - length, "characters") + end);
  };

  const write = (from: unknown, depth: number): string => {
    if (typeof from === "string") return text(from);
    if (typeof from === "number" || typeof from === "boolean") return JSON.stringify(from);
    if (typeof from !== "object" || from === null) return "null";
    if (depth >= limits.depth) return quoted(left(1, "nested value"));
    if (Array.isArray(from)) {
      const items = from.slice(0, limits.entries).map((item) => write(item, depth + 1));
      if (from.length > limits.entries) items.push(quoted(left(from.length - limits.entries, "entries")));
      return `[${items.join(",")}]`;
    }
    const keys = Object.keys(from).filter((key) => (from as Record<string, unknown>)[key] !== undefined);
    const kept = keys.sort(byCodeUnits).slice(0, limits.entries);
    const members = kept.map((key) => `${text(key)}:${write((from as Record<string, unknown>)[key], depth + 1)}`);
    if (keys.length > kept.length) members.push(`"…":${quoted(left(keys.length - kept.length, "fields"))}`);
    return `{${members.join(",")}}`;
  };

  return { text: write(value, 0), isWhole };
}

/** Names of ours with values of others, in the order given: each value has the limits for itself, so that none takes the room of another. */
export function encodeRecord(record: Readonly<Record<string, unknown>>, limits: EncodingLimits): Encoded {
  const members = Object.entries(record).map(([name, value]) => ({ name, ...encode(value, limits) }));
  return {
    text: `{${members.map(({ name, text }) => `"${name}":${text}`).join(",")}}`,
    isWhole: members.every(({ isWhole }) => isWhole),
  };
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
