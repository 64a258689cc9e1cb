import { DECODED, flat, UNKNOWN, type Value } from "./code-text";

/** Text that code has written in another way: by the numbers of its letters, in hexadecimal or base64, backwards, compressed. */

type Cursor = {
  match: (pattern: RegExp) => string | null;
  list: (close: string | null) => Value[];
  arguments: () => Value[];
  expression: () => Value;
};

/** What a decoder makes, marked as such; null stands for what cannot be told from the text. */
export const marked = (text: string | null): string => {
  const known = text ?? UNKNOWN;
  return /[a-z\d]/i.test(known) || known.includes(UNKNOWN) ? DECODED + known : known;
};

/** Words of which code that decodes text has one: most has none and is not looked at. */
const WORDS =
  /code|chr\b|[fF]romChar|hex|pack|reverse|strrev|::\s?-1|a2b_|atob|bytes|bytearray|Buffer|intToUtf8|string\.char|unquote|unescape|rot13|inflate|decompress|gz|loads|to_s\b|force_enc|unzip|zlib/;
export const mayDecode = (text: string): boolean => WORDS.test(text);

/** Whether decoded letters are in a value: one alone may only get around a quoting rule, as `chr(34)` does. */
export const holdsDecoded = (text: string): boolean =>
  text.includes(DECODED) && (text.indexOf(DECODED) !== text.lastIndexOf(DECODED) || SPELT.test(text));
const SPELT = new RegExp(`${DECODED}(?:.*${UNKNOWN}|.*[a-z\\d].*[a-z\\d])`, "is");

const bytes = (text: string, encoding: "hex" | "base64"): string =>
  Buffer.from(text.replace(/\\x|0x|[\s:]/g, ""), encoding).toString("utf8");
const character = (number: string): string => {
  const code = /^(?:0x[\da-f]{1,6}|\d{1,7})$/i.test(number) ? Number(number) : Number.NaN;
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : UNKNOWN;
};
const characters = (numbers: Value): string => [numbers].flat().map(character).join("");
const reversed = (text: string): string => Array.from(text).toReversed().join("");
const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCodePoint(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
const percent = (text: string): string =>
  text.replace(/%([\da-f]{2})/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));

/** By the name of an encoding; text stays as it is where the name says nothing of letters. */
function decodedAs(name: string, text: string): string | null {
  if (/^(?:hex(?:_codec)?)$/i.test(name)) return marked(bytes(text, "hex"));
  if (/^base64(?:url|_codec)?$/i.test(name)) return marked(bytes(text, "base64"));
  if (/^rot_?13$/i.test(name)) return marked(rot13(text));
  return /^(?:zlib|zip|bz2|uu|quopri)/i.test(name) ? marked(null) : text;
}

function packed(format: string, items: readonly string[]): string {
  if (/^[CcUW]/.test(format)) return marked(characters(items));
  const [first = UNKNOWN] = items;
  if (first.includes(UNKNOWN)) return marked(null);
  if (format.startsWith("H")) return marked(bytes(first, "hex"));
  if (format.startsWith("m")) return marked(bytes(first, "base64"));
  return /^[aA]/.test(format) ? first : marked(null);
}

type Decoder = (first: Value, rest: readonly Value[]) => Value;
const known =
  (decode: (text: string) => string): Decoder =>
  (first) =>
    marked(flat(first).includes(UNKNOWN) ? null : decode(flat(first)));
const hex = known((text) => bytes(text, "hex"));
const base64 = known((text) => bytes(text, "base64"));
const numbers: Decoder = (first, rest) => marked(characters([first, ...rest].flat()));
const unpacked: Decoder = () => marked(null);

const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ...["bytes.fromhex", "bytearray.fromhex", "binascii.unhexlify", "binascii.a2b_hex", "unhexlify", "hex2bin"].map((name) => [name, hex] as const),
  ...["base64.b64decode", "base64.urlsafe_b64decode", "base64.standard_b64decode", "base64.decodebytes", "b64decode", "binascii.a2b_base64", "Base64.decode64", "Base64.strict_decode64", "Base64.urlsafe_decode64", "MIME::Base64::decode", "decode_base64", "base64_decode", "base64decode", "base64enc.decode", "atob"].map((name) => [name, base64] as const),
  ...["String.fromCharCode", "String.fromCodePoint", "string.char", "intToUtf8", "chr"].map((name) => [name, numbers] as const),
  ...["zlib.decompress", "gzip.decompress", "lzma.decompress", "bz2.decompress", "marshal.loads", "base64.b32decode", "base64.b85decode", "base64.a85decode", "gzinflate", "gzuncompress", "gzdecode", "zlib.inflateSync", "zlib.gunzipSync", "zlib.inflateRawSync", "zlib.brotliDecompressSync", "Zlib::Inflate.inflate", "Zlib.inflate", "Zlib.gunzip"].map((name) => [name, unpacked] as const),
  ...["unescape", "decodeURIComponent", "urllib.parse.unquote", "unquote", "urldecode", "rawurldecode"].map((name) => [name, known(percent)] as const),
  ["strrev", known(reversed)], ["reverse", known(reversed)], ["str_rot13", known(rot13)],
  ["codecs.decode", (text, [how = ""]) => decodedAs(flat(how), flat(text)) ?? UNKNOWN],
  ["Buffer.from", (text, [how = ""]) => (typeof text === "string" ? (decodedAs(flat(how), text) ?? UNKNOWN) : marked(characters(text)))],
  ["bytes", (first) => (typeof first === "string" ? first : marked(characters(first)))],
  ["bytearray", (first) => (typeof first === "string" ? first : marked(characters(first)))],
  ["pack", (format, items) => packed(flat(format), items.flat())],
]); // prettier-ignore

const escaped = (name: string): string => name.replaceAll(".", String.raw`\.`);
const CALL = new RegExp(
  String.raw`(?:${[...DECODERS.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join("|")})(?=\s?\(|\s{1,3}["'\d$[(])`,
  "y",
);
/** `map(chr, [...])`, `chr(c) for c in [...]`, `join "", map { chr } ...` */
const MAPPED = /map\s?\(\s?(?:chr|lambda \w{1,20}\s?:\s?chr\(\w{1,20}\))\s?,\s?/y;
const GENERATED = /[[(]?\s?chr\(\s?(\w{1,20})\s?\)\s?for\s\1\sin\s/y;
const JOINED =
  /join\s?\(?\s?(?:""|''|q\(\))\s?,\s?map\s?(?:\{\s?chr(?:\s?\(?\s?\$_\s?\)?)?\s?\}|chr(?:\s?\(\s?\$_\s?\))?\s?,)\s?/y;

/** The value of a call that decodes what it is given; null where none stands here. */
export function decodedTerm(cursor: Cursor): Value | null {
  if (cursor.match(MAPPED) !== null) return spelled(cursor.list(")").flat());
  const generated = cursor.match(GENERATED);
  if (generated !== null) {
    const letters = spelled(cursor.expression());
    cursor.match(generated.startsWith("[") ? /\s?\]/y : generated.startsWith("(") ? /\s?\)/y : /(?:)/y);
    return letters;
  }
  const joined = cursor.match(JOINED);
  if (joined !== null) {
    const letters = marked(characters(cursor.arguments().flat()));
    if (/^join\s?\(/.test(joined)) cursor.match(/\s?\)/y);
    return letters;
  }
  const call = cursor.match(CALL);
  if (call === null) return null;
  const [first = UNKNOWN, ...rest] = cursor.arguments();
  return DECODERS.get(call)?.(first, rest) ?? UNKNOWN;
}

const spelled = (items: Value): Value => [items].flat().map((item) => marked(character(item)));

const BACKWARDS = /\s?\[\s?::\s?-1\s?\]|\s?[.:]\s?reverse\b(?:\(\s?\))?/y;
const PACK = /\s?\.\s?pack\s?\(?\s?["'][A-Za-z*\d]{1,8}["']\s?\)?/y;
const UNPACK = /\s?\.\s?unpack1?\s?\(?\s?["']m\d?["']\s?\)?(?:\[0\]|\.first)?/y;
const CODEC = /\s?\.\s?(?:decode|encode|force_encoding|to_s)\b(?:\s?\(\s?(?:["'][\w-]{0,20}["'])?[^()]{0,40}\))?/y;
const LETTERS =
  /\s?\.\s?map\s?(?:\(\s?&:chr\s?\)|\{[^{}]{0,40}\.chr\s?\}|\([^()]{0,30}String\.from(?:CharCode|CodePoint)(?:\([^()]{0,20}\))?\s?\))/y;

/** A value after a call on it that decodes it; null where none stands here. */
export function decodedFurther(cursor: Cursor, value: Value): Value | null {
  if (cursor.match(BACKWARDS) !== null)
    return typeof value === "string" ? marked(reversed(value.replaceAll(DECODED, ""))) : marksFirst(value.toReversed());
  const pack = cursor.match(PACK);
  if (pack !== null) return packed(/["'](\w*)/.exec(pack)?.[1] ?? "", [value].flat());
  if (cursor.match(UNPACK) !== null) return base64(value, []);
  const codec = cursor.match(CODEC);
  if (codec !== null) {
    const how = /\.\s?decode/.test(codec) ? (/["']([\w-]*)/.exec(codec)?.[1] ?? "") : "";
    return decodedAs(how, flat(value));
  }
  return cursor.match(LETTERS) === null ? null : spelled(value);
}

const marksFirst = ([first = "", ...rest]: readonly string[]): Value => [marked(first), ...rest];
