import { matchesOf } from "../matches";

/** Cyrillic and Greek letters that look like Latin ones, in pairs. */
const LOOKALIKES = new Map(
  Array.from(
    "аaеeоoрpсcхxуyіiјjѕsһhԁdԛqԝwкkмmтtнhвbАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSҮYαaοoεeρpνvιiκkτtυuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX".match(/../gu) ?? [],
    (pair) => [pair.charAt(0), pair.charAt(1)] as const,
  ),
); // prettier-ignore
const FOREIGN_LETTER = /[Ͱ-ӿԀ-ԯ]/g;
/** A word of both alphabets; one written with the other's letters only is a word of another language. */
const MIXED = /(?<![\wͰ-ԯ])(?=[Ͱ-ԯ]{0,24}[A-Za-z])(?=[A-Za-z]{0,24}[Ͱ-ԯ])[A-Za-zͰ-ԯ]{3,30}/g;
const MIN_MIXED = 2;

/** The text as it looks, letter by letter, so that offsets stay; null where nothing pretends. */
export function withoutLookalikes(text: string): string | null {
  if (text.search(FOREIGN_LETTER) < 0) return null;
  if (matchesOf(text, MIXED).length < MIN_MIXED) return null;
  return text.replace(FOREIGN_LETTER, (letter) => LOOKALIKES.get(letter) ?? letter);
}

type Respelled = { text: string; start: number; end: number; how: string };

const ENTITIES = /(?:&#(?:\d{2,6}|x[\da-f]{2,5}); ?){10,}/gi;
const ENTITY = /&#(?:(\d{2,6})|x([\da-f]{2,5}));/gi;
const FULL_WIDTH = /[！-～　]{10,}/g;
/** One letter, one blank: "r u n   t h i s". */
const SPACED = /(?<!\S)(?:[\w.,:;!?'"`~/@$()-] {1,6}){14,}[\w.,:;!?'"`~/@$()-]?(?!\w)/g;
const REVERSED = /\u202E([^\u202C\n]{12,600})/g;
/** An escape for each letter, as in a string of source code. */
const ESCAPED = /(?:\\u00[2-7][\da-f]){10,}/gi;

const MAX_EACH = 40;
const MAX_PASSAGE = 6_000;

/** Passages that are plain text to a model and something else to a filter: entities, wide letters, spaced or reversed ones. */
export function respelled(text: string): Respelled[] {
  const found: Respelled[] = [];
  const passages = (hint: string | null, pattern: RegExp, how: string, read: (match: RegExpExecArray) => string) => {
    if (hint !== null && !text.includes(hint)) return;
    for (const match of matchesOf(text, pattern).slice(0, MAX_EACH))
      found.push({ text: read(match), start: match.index, end: match.index + match[0].length, how });
  };
  const head = (match: RegExpExecArray) => match[0].slice(0, MAX_PASSAGE);
  passages("&#", ENTITIES, "character entities", (match) =>
    head(match).replace(ENTITY, (_, decimal?: string, hex?: string) => charOf(decimal === undefined ? parseInt(hex ?? "0", 16) : Number(decimal))),
  );
  passages(null, FULL_WIDTH, "wide letters", (match) => head(match).normalize("NFKC"));
  passages("\\u00", ESCAPED, "escapes", (match) =>
    head(match).replace(/\\u([\da-f]{4})/gi, (_, hex: string) => charOf(parseInt(hex, 16))),
  );
  passages(null, SPACED, "letters set apart", (match) =>
    head(match).split(/ {2,}/).map((word) => word.replace(/ /g, "")).join(" "),
  );
  passages("\u202E", REVERSED, "reversed letters", (match) => Array.from((match[1] ?? "").slice(0, MAX_PASSAGE)).toReversed().join(""));
  return found;
} // prettier-ignore

const charOf = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "");
