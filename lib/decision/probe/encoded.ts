import { respelled } from "./fold";
import { matchesOf } from "../matches";

const BASE64 = /(?<![\w+/=-])[A-Za-z\d+/_-]{32,}={0,2}(?![\w+/=-])/g;
const HEX = /(?<![\dA-Fa-f])(?:(?:\\x|%|0x)?[\dA-Fa-f]{2}[ ,]?){20,}/g;
/** "ignore", "instruction", "assistant", "previous" after a turn by 13, its name, or two small words of it. */
const ROT13_HINT =
  /vtaber|vafgehpgvba|nffvfgnag|cerivbhf|\brot-?13\b|\b(?:gur|naq|lbhe?|guvf|sebz|jvgu)\b[^\n]{1,80}\b(?:gur|naq|lbhe?|guvf|sebz|jvgu)\b/gi;
const ROT13_SPAN = 400;
const MAX_ROT13 = 4;

/** Of all encoded passages together; an image in base64 is no message. */
const MAX_DECODED = 16_384;
const MAX_PASSAGE = 4_096;

export type Decoded = { text: string; start: number; end: number; how: string };

/** Passages that decode to text that a person could read. */
export function decodedPassages(text: string): Decoded[] {
  const found: Decoded[] = respelled(text);
  let budget = MAX_DECODED;
  const passages = (pattern: RegExp, how: "base64" | "hex", decode: (passage: string) => string) => {
    for (const match of matchesOf(text, pattern)) {
      if (budget <= 0) return;
      const head = match[0].slice(0, Math.min(MAX_PASSAGE, budget));
      // Most long passages are images and hashes; a few bytes tell.
      if (!isPlain(decode(head.slice(0, 60)))) continue;
      const decoded = decode(head);
      budget -= head.length;
      if (isReadable(decoded)) found.push({ text: decoded, start: match.index, end: match.index + match[0].length, how });
    }
  }; // prettier-ignore
  passages(BASE64, "base64", (passage) => Buffer.from(passage, "base64").toString("utf8"));
  passages(HEX, "hex", (passage) =>
    Buffer.from(passage.replace(/0x|\\x|[%, ]/g, ""), "hex").toString("utf8"),
  ); // prettier-ignore
  let turned = 0;
  let last = -1;
  ROT13_HINT.lastIndex = 0;
  for (let match = ROT13_HINT.exec(text); match !== null && turned < MAX_ROT13; match = ROT13_HINT.exec(text)) {
    if (match.index < last) continue;
    const start = Math.max(0, match.index - ROT13_SPAN);
    const end = Math.min(text.length, match.index + ROT13_SPAN);
    found.push({ text: rot13(text.slice(start, end)), start: match.index, end, how: "rot13" });
    last = end;
    turned++;
  }
  return found;
}

const isPlain = (text: string) => (text.match(/[\x20-\x7E\n\t]/g)?.length ?? 0) / text.length > 0.95;

/** Words and spaces, and next to nothing else. */
const isReadable = (text: string) => text.length >= 12 && isPlain(text) && /[a-z]{2,} [a-z]{2,}/i.test(text);

const rot13 = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
