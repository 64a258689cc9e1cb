import { addressedOrders } from "./addressed";
import { embeddedOrders } from "./embedded-orders";
import { directiveIn } from "./directives";
import { decodedPassages, type Decoded } from "./encoded";
import { withoutLookalikes } from "./fold";
import { forgedTurns } from "./forged";
import { HIDDEN_PLACES } from "./hidden-places";
import { hintsOf } from "./hints";
import { reveal } from "./invisible";
import { foreignOrders } from "./languages";
import { lureFindings } from "./lures";
import { OPENINGS } from "./openings";
import { orderAt } from "./orders";
import { plantedCode } from "./planted-code";
import { quietOrders } from "./quiet-orders";
import { requestFindings } from "./requests";
import { densest, type Weighed } from "./score";
import { placeOf } from "./source";
import { isAboutAttacks, mentionAt } from "./talk";
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

function findingsIn(probed: Probed): Weighed[] {
  const { text } = probed;
  const revealed = reveal(text);
  const factorAt = factorsOf(probed);
  const found: Weighed[] = [
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
  if (revealed.spelled !== "" && scoreOf(probed, revealed.spelled) > 0)
    found.push(whole(text, "hidden-text", 1, "instructions spelled in characters that show nothing"));
  const folded = withoutLookalikes(text);
  if (folded !== null) {
    const score = densest(wordsOf({ ...probed, text: folded })).score;
    if (score > densest(found).score + 0.3) found.push(whole(text, "invisible-characters", score + 0.2, "instructions in letters of another alphabet that look alike")); // prettier-ignore
  }
  for (const { text: decoded, start, end, how } of decodedPassages(text)) {
    const score = scoreOf(probed, decoded, isAnnounced(text, start, end, how));
    if (score > 0)
      found.push(weighed({ signal: "encoded-instructions", weight: 0.5 + score, start, end, note: `instructions in ${how}` }, factorAt)); // prettier-ignore
  }
  return found;
}

/** What decoded words say. An order is enough, where it is grave or somebody is told to decode it: nobody else encodes one. */
function scoreOf(probed: Probed, text: string, isAnnounced = false): number {
  const { score } = densest(wordsOf({ ...probed, text }));
  if (score >= 0.5 || !isProse(text)) return score;
  const order = directiveIn(text, 0, MAX_DECODED_ORDER);
  return order !== null && (order.isRisky || isAnnounced) ? Math.max(score, 0.5) : score;
}

const MAX_DECODED_ORDER = 600;
const isProse = (text: string) =>
  !text.startsWith("#!") &&
  (text.match(/[a-z ,.']/gi)?.length ?? 0) / text.length > 0.8 &&
  /\b(?:the|an?|to|and|of|it|you|your|this|all|with|as|in|on)\b/i.test(text);

const ANNOUNCED =
  /\b(?:decode|decrypt|decipher|agents?|assistants?|AI|LLMs?|models?|obey|carry (?:it|this) out|act on)\b/i;
const AROUND = 120;
const isAnnounced = (text: string, start: number, end: number, how: Decoded["how"]) =>
  how !== "letters set apart" && ANNOUNCED.test(`${text.slice(Math.max(0, start - AROUND), start)} ${text.slice(end, end + AROUND)}`); // prettier-ignore

const whole = (text: string, signal: ProbeFinding["signal"], weight: number, note: string): ProbeFinding => ({
  signal,
  weight,
  start: 0,
  end: Math.min(200, text.length),
  note,
});

/** Line breaks that a string of data spells out; as long as they were, so that offsets stay. */
const withLineBreaks = (text: string) =>
  text.includes("\\n") ? text.replace(/\\[nrt]/g, (mark) => (mark === "\\n" ? "\n " : "  ")) : text;

/** What the words alone say. */
function wordsOf(probed: Probed): Weighed[] {
  const { isForAgents } = probed;
  const text = withLineBreaks(probed.text);
  const lower = text.toLowerCase();
  const has = hintsOf(lower);
  const found: ProbeFinding[] = [];
  for (const { signal, weight, hints, pattern, note, leads } of WORDING) {
    if (isForAgents && (signal === "addressed-to-agent" || signal === "task-hijack")) continue;
    if (!hints.some(has)) continue;
    let count = 0;
    for (const match of matchesOf(text, pattern)) {
      if (++count > MAX_EACH) break;
      const end = match.index + match[0].length;
      const order = leads ? (orderAt(text, end) ?? (REACHING.has(signal) ? riskyNear(text, end) : null)) : null;
      if (order === null && signal === "hidden-text") continue;
      const idle = signal === "fake-turn" && leads ? weight / 2 : weight;
      const full = order === null ? idle : weight + ORDER_WEIGHT + (order.isRisky ? RISK_WEIGHT : 0);
      found.push({ signal, weight: full, start: match.index, end: order?.end ?? end, note });
    }
  }
  found.push(...lureFindings(text), ...forgedTurns(text));
  if (!isForAgents) found.push(...quietOrders(text));
  if (!isForAgents) found.push(...addressedOrders(text), ...foreignOrders(text, lower));
  const factorAt = factorsOf({ ...probed, text });
  return found.map((one) => weighed(one, factorAt));
}

/** Signs so plain that their order may follow in the next sentence, if it is a grave one. */
const REACHING = new Set<ProbeFinding["signal"]>(["override", "role-play", "fake-turn"]);
const NEXT_SENTENCE = 140;
function riskyNear(text: string, end: number) {
  const order = directiveIn(text, end, NEXT_SENTENCE);
  return order?.isRisky && !text.slice(end, order.start).includes("\n") ? { end: order.end, isRisky: false } : null;
}

type Factors = (offset: number) => { factor: number; isQuoted: boolean };

function factorsOf({ text, isTestMaterial }: Probed): Factors {
  let isAbout: boolean | undefined;
  const talk = { isTestMaterial, isAboutAttacks: () => (isAbout ??= isAboutAttacks(text)) };
  return (offset) => {
    const mention = mentionAt(text, offset, talk);
    return { factor: mention === "said" ? 1 : MENTION_FACTOR, isQuoted: mention === "quoted" };
  };
}

const weighed = (finding: ProbeFinding, factorAt: Factors): Weighed => {
  const { factor, isQuoted } = factorAt(finding.start);
  return { ...finding, weight: finding.weight * factor, isQuoted };
};

const WORDING = [...OPENINGS, ...HIDDEN_PLACES];
