import type { Frame } from "./frame";
import { setVariable } from "./frame";
import type { Word } from "./types";
import { isKnown, isSomeNumber, SOME_NUMBER } from "./word";
import { matchesOf } from "../matches";

/** Numbers where the shell expects arithmetic: an index, an offset. */

/** Sums and differences of plain numbers: `-1`, `010` (eight), `0x10`, `3-1`. Null for all else. */
export function numberIn(word: Word): number | null {
  if (!isKnown(word) || isSomeNumber(word)) return null;
  const text = word.value.trim().replace(/^\(\s*(.{1,40}?)\s*\)$/, "$1");
  if (text.length > MAX_LENGTH || !/^[-+]?\w+(?:\s*[-+]\s*\w+)*$/.test(text)) return null;
  let sum = 0;
  for (const [, sign, digits] of matchesOf(text, /([-+]?)\s*(\w+)/g)) {
    const value = valueOf(digits as string);
    if (value === null) return null;
    sum += sign === "-" ? -value : value;
  }
  return sum;
}
const MAX_LENGTH = 60;

const valueOf = (digits: string): number | null =>
  /^0[0-7]+$/.test(digits)
    ? Number.parseInt(digits, 8)
    : /^(?:0|[1-9]\d{0,8}|0[xX][\da-fA-F]{1,6})$/.test(digits)
      ? Number(digits)
      : null;

const COUNTED =
  /([A-Za-z_]\w*)(?:\[[^\]]{0,200}\])?\s*(?:\+\+|--|(?:[-+*/%&|^]|<<|>>)?=(?!=))|(?:\+\+|--)\s*([A-Za-z_]\w*)/g;

/** `i++`, `n=2` where text is read as arithmetic: from here on those are some numbers. */
export function forgetCountedIn(frame: Frame, text: string): void {
  if (!/\+\+|--|=/.test(text)) return;
  for (const [, behind, before] of matchesOf(text, COUNTED))
    setVariable(frame, (behind ?? before) as string, [SOME_NUMBER]);
}
