import type { ProbeFinding } from "./types";
import { matchesOf } from "../matches";

/** A text without the characters that show nothing, what tag characters and selectors spelled, and where they stood. */
export type Revealed = { visible: string; spelled: string; findings: ProbeFinding[]; hasInvisible: boolean };

// Joiners between emoji and in scripts that need them, one mark at a line's start: all of that is ordinary. Runs are not.
const ZERO_WIDTH = /[\u200B-\u200F\u2060-\u2064\uFEFF\u00AD\u180E]/g;
const ZERO_WIDTH_RUN = /[\u200B-\u200D\u2060-\u2064\uFEFF]{8,}/g;
/** After a black flag they name a region and show its flag. */
const TAGS = /\u{1F3F4}?[\u{E0020}-\u{E007E}]{4,}/gu;
const FLAG = "\u{1F3F4}";
const SELECTORS = /[\u{E0100}-\u{E01EF}\u{FE00}-\u{FE0F}]{6,}/gu;
const BIDI = /[\u202D\u202E\u2066-\u2068][^\u202C\u2069\n]{4,400}/g;
/** Two marks for the two bits of a text, eight to a letter. */
const ZERO_WIDTH_BITS = /[\u200B-\u200F\u2060-\u2064\uFEFF]{64,}/g;
const MAX_SPELLED = 4_096;
const ANY = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD\u180E]|[\u{E0020}-\u{E007F}]|[\u{E0100}-\u{E01EF}]/u;

export function reveal(text: string): Revealed {
  if (!ANY.test(text) && !SELECTORS.test(text))
    return { visible: text, spelled: "", findings: [], hasInvisible: false };
  SELECTORS.lastIndex = 0;
  const findings: ProbeFinding[] = [];
  let spelled = "";
  const found = (pattern: RegExp, weight: number, note: string, decode?: (run: string) => string) => {
    for (const match of matchesOf(text, pattern)) {
      if (match[0].startsWith(FLAG)) continue;
      findings.push({ signal: "invisible-characters", weight, start: match.index, end: match.index + match[0].length, note });
      if (decode) spelled += `${decode(match[0])}\n`;
    }
  }; // prettier-ignore
  found(TAGS, 1, "text in tag characters, which show nothing", fromTags);
  found(SELECTORS, 1, "bytes in variation selectors, which show nothing", fromSelectors);
  if (text.search(ZERO_WIDTH_BITS) >= 0)
    for (const match of matchesOf(text, ZERO_WIDTH_BITS)) {
      const bits = fromBits(match[0]);
      if (bits === null) continue;
      spelled += `${bits}\n`;
      findings.push({
        signal: "invisible-characters",
        weight: 1,
        start: match.index,
        end: match.index + match[0].length,
        note: "text in two marks of no width, as bits",
      });
    }
  found(ZERO_WIDTH_RUN, 0.8, "a run of characters of no width");
  found(BIDI, 0.3, "text shown in another order than it is read");
  return {
    visible: text.replace(ZERO_WIDTH, "").replace(TAGS, (run) => (run.startsWith(FLAG) ? run : "")),
    spelled,
    findings,
    hasInvisible: true,
  };
}

const fromTags = (run: string) =>
  Array.from(run, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000)).join("");

function fromSelectors(run: string): string {
  const byteOf = (code: number) => (code >= 0xe0100 ? code - 0xe0100 + 16 : code - 0xfe00);
  const bytes = Array.from(run, (selector) => byteOf(selector.codePointAt(0) ?? 0));
  return String.fromCharCode(...bytes);
}

/** Text where the run is one, in either reading of its two marks. */
function fromBits(run: string): string | null {
  const marks = [...new Set(run)];
  if (marks.length !== 2) return null;
  for (const one of marks) {
    let text = "";
    for (let at = 0; at + 8 <= run.length && text.length < MAX_SPELLED; at += 8) {
      let code = 0;
      for (let bit = 0; bit < 8; bit++) code = code * 2 + (run.charAt(at + bit) === one ? 1 : 0);
      text += String.fromCharCode(code);
    }
    if (/^[\x20-\x7E\s]{8,}$/.test(text)) return text;
  }
  return null;
}
