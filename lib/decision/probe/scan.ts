import { embeddedOrders } from "./embedded-orders";
import { decodedPassages } from "./encoded";
import { HIDDEN_PLACES } from "./hidden-places";
import { reveal } from "./invisible";
import { lureFindings } from "./lures";
import { OPENINGS } from "./openings";
import { orderAt } from "./orders";
import { plantedCode } from "./planted-code";
import { requestFindings } from "./requests";
import { densest, isMention } from "./score";
import { placeOf } from "./source";
import type { ProbeContext, Probed, ProbeFinding, ProbeResult } from "./types";
import { matchesOf } from "../matches";

/** UTF-16 units scanned at each end. Clients cut outputs at less than both together; what lies between is not looked at. */
export const PROBE_WINDOW = 96 * 1024;
/** Occurrences of one opening that are looked at; a text that repeats one is not told better by the rest. */
const MAX_EACH = 200;

const ORDER_WEIGHT = 0.5;
const RISK_WEIGHT = 0.2;
const MENTION_FACTOR = 0.5;

const CLEAN: ProbeResult = { verdict: "clean", score: 0, findings: [] };

/**
 * Looks for text in a tool's output that tries to instruct the agent. Pure and in linear time; it judges words and places, so
 * a clean verdict is no proof.
 */
export function scanOutput(tool: string, text: string, context: ProbeContext = {}): ProbeResult {
  const place = placeOf(tool, context);
  if (place === null || text === "") return CLEAN;
  const windows = text.length <= 2 * PROBE_WINDOW ? [0] : [0, text.length - PROBE_WINDOW];
  const size = windows.length === 1 ? text.length : PROBE_WINDOW;
  const results = windows.map((offset) => {
    const result = densest(findingsIn({ ...place, text: text.slice(offset, offset + size) }));
    return { ...result, findings: result.findings.map((one) => moved(one, offset)) };
  });
  const worst = results.reduce((a, b) => (b.score > a.score ? b : a));
  return worst.score >= 1 ? { verdict: "injection", ...worst } : { ...CLEAN, score: worst.score };
}

const moved = (finding: ProbeFinding, by: number): ProbeFinding => ({
  ...finding,
  start: finding.start + by,
  end: finding.end + by,
});

function findingsIn(probed: Probed): ProbeFinding[] {
  const { text } = probed;
  const revealed = reveal(text);
  const found = [
    ...wordsOf(probed),
    ...embeddedOrders(probed),
    ...requestFindings(probed),
    ...plantedCode(text),
    ...revealed.findings,
  ];
  // Words that only read as such once the characters between them are taken out were hidden on purpose.
  if (revealed.hasInvisible && found.every(({ weight }) => weight < 1)) {
    const seen = found.reduce((sum, { weight }) => sum + weight, 0);
    const score = densest(wordsOf({ ...probed, text: revealed.visible })).score;
    if (score > seen + 0.3) found.push(whole(text, "invisible-characters", score + 0.5, "instructions broken up by characters that show nothing")); // prettier-ignore
  }
  if (revealed.spelled !== "" && densest(wordsOf({ ...probed, text: revealed.spelled })).score > 0)
    found.push(whole(text, "hidden-text", 1, "instructions spelled in characters that show nothing"));
  for (const { text: decoded, start, end, how } of decodedPassages(text)) {
    const inside = wordsOf({ ...probed, text: decoded });
    if (inside.length > 0)
      found.push({ signal: "encoded-instructions", weight: 0.5 + densest(inside).score, start, end, note: `instructions in ${how}` }); // prettier-ignore
  }
  return found;
}

const whole = (text: string, signal: ProbeFinding["signal"], weight: number, note: string): ProbeFinding => ({
  signal,
  weight,
  start: 0,
  end: Math.min(200, text.length),
  note,
});

/** What the words alone say. */
function wordsOf({ text, isForAgents, isTestMaterial }: Probed): ProbeFinding[] {
  const lower = text.toLowerCase();
  const factorAt = (offset: number) => (isTestMaterial || isMention(text, offset) ? MENTION_FACTOR : 1);
  const found: ProbeFinding[] = [];
  for (const { signal, weight, hints, pattern, note, leads } of WORDING) {
    if (isForAgents && (signal === "addressed-to-agent" || signal === "task-hijack")) continue;
    if (!hints.some((hint) => lower.includes(hint))) continue;
    let count = 0;
    for (const match of matchesOf(text, pattern)) {
      if (++count > MAX_EACH) break;
      const end = match.index + match[0].length;
      const order = leads ? orderAt(text, end) : null;
      if (order === null && signal === "hidden-text") continue;
      const idle = signal === "fake-turn" && leads ? weight / 2 : weight;
      const full = order === null ? idle : weight + ORDER_WEIGHT + (order.isRisky ? RISK_WEIGHT : 0);
      const factor = factorAt(match.index);
      found.push({ signal, weight: full * factor, start: match.index, end: order?.end ?? end, note });
    }
  }
  return found.concat(lureFindings(text).map((one) => ({ ...one, weight: one.weight * factorAt(one.start) })));
}

const WORDING = [...OPENINGS, ...HIDDEN_PLACES];
