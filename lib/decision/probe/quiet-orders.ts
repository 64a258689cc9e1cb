import { directiveIn, hasSignOfRisk } from "./directives";
import type { ProbeFinding } from "./types";
import { matchesOf } from "../matches";

const QUIET =
  /\b(?:without (?:asking|telling|mentioning|reporting|(?:any |the |further )?(?:confirmation|approval|notice))|(?:don't|do not|never|no need to|needn't) (?:mention|tell|ask|report|inform|bother|trouble)|silently|quietly|secretly|discreetly)\b/gi;
const SENTENCE = 200;
const MAX_EACH = 100;
/** Of an imperative at the very start. */
const HEAD = 24;

/** A sentence that orders a grave thing and says that nobody is to be asked: nobody writes that to a reader who may decide. */
export function quietOrders(text: string): ProbeFinding[] {
  const found: ProbeFinding[] = [];
  for (const match of matchesOf(text, QUIET).slice(0, MAX_EACH)) {
    const before = text.slice(Math.max(0, match.index - SENTENCE), match.index);
    const start = match.index - (/[^.!?\n]*$/.exec(before.replace(/\.(?=\w|\/)|[!?.](?=\/)/g, "_"))?.[0].length ?? 0);
    const order = directiveIn(text, start, HEAD);
    if (order === null || order.start >= match.index) continue;
    const end = match.index + match[0].length;
    if (hasSignOfRisk(text.slice(start, end + SENTENCE / 2)))
      found.push({ signal: "embedded-order", weight: 0.65, start, end, note: "an order that nobody is to be asked about" });
  }
  return found;
} // prettier-ignore
