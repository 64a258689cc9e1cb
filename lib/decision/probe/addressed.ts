import { directiveIn, hasSignOfRisk } from "./directives";
import { addressesIn } from "./readers";
import type { ProbeFinding } from "./types";

const PLAIN = 0.45;
const RISKY = 0.6;
const HARMLESS = 0.2;

/** An address that leaves no doubt, and words to the reader beside a thing that needs a guard. */
const CLEAR = 0.55;
const TO_READER = /\b(?:you|your|must|should|shall|please|the user(?:'s)?|do not|don't|never|required)\b/i;
const PASSAGE = 220;

/** An address to a machine and an order right behind it: neither is more than talk by itself. */
export function addressedOrders(text: string): ProbeFinding[] {
  const found: ProbeFinding[] = [];
  for (const { start, end, weight, reach } of addressesIn(text)) {
    const order = directiveIn(text, end, reach) ?? (weight >= CLEAR ? implied(text, end) : null);
    if (order === null) continue;
    const gravity = order.isRisky ? RISKY : order.isHarmless ? HARMLESS : PLAIN;
    found.push({ signal: "addressed-to-agent", weight: weight + gravity, start, end: order.end, note: "gives orders to an AI agent" }); // prettier-ignore
  }
  return found;
}

/** An order in words that no table of verbs holds. */
function implied(text: string, offset: number) {
  const passage = text.slice(offset, offset + PASSAGE).split(/\n[ \t]*\n|","/, 1)[0] ?? "";
  return TO_READER.test(passage) && hasSignOfRisk(passage)
    ? { end: offset + passage.length, isRisky: true, isHarmless: false }
    : null;
}
