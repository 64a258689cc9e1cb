import { restrictionsIn } from "@/lib/decision/stated-boundaries";
import { encodeRecord, type EncodingLimits } from "./projection-encoding";
import { isLookup, payloadOf } from "./projection-payload";
import type { TranscriptEntry } from "./types";

const LIMITS: EncodingLimits = { stringLength: 4_000, totalLength: 8_000, entries: 60, depth: 8 };
/** Of all entries together, in UTF-16 units of the prompt: about 30,000 tokens. */
const MAX_LENGTH = 100_000;
/** Old entries go in steps of this, so that between two steps the beginning stays as it is and in the cache. */
const STEP = 40_000;
/** In the part that is cut, the user's words are kept as long as they take no more than this; of older ones, what they forbid. */
const OLD_WORDS_LENGTH = 40_000;

/** `said`: the user's words in full. */
type Line = { text: string; said: string | null };

/** One line for each entry, oldest first; where the session is long, its oldest calls are left out, and that is told. */
export function transcriptLines(history: readonly TranscriptEntry[], home: string | null): string[] {
  const lines: Line[] = [];
  for (const entry of history) {
    if (entry.sort === "user") lines.push({ text: userLine(entry.text), said: entry.text });
    else if (entry.sort === "gap") lines.push({ text: GAP, said: null });
    else if (!isLookup(entry, home)) lines.push({ text: toolLine(entry), said: null });
  }
  const total = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (total <= MAX_LENGTH) return lines.map(({ text }) => text);
  return withoutOldest(lines, Math.ceil((total - MAX_LENGTH) / STEP) * STEP);
}

/** What is gone depends on how often the limit was passed by a step, not on the entries since. */
function withoutOldest(lines: readonly Line[], toGo: number): string[] {
  let passed = 0;
  let end = 0;
  for (; end < lines.length && passed < toGo; end++) passed += (lines[end] as Line).text.length;
  const kept: string[] = [];
  let room = OLD_WORDS_LENGTH;
  for (const { text, said } of lines.slice(0, end).reverse()) {
    if (said === null) continue;
    room -= text.length;
    const forbids = room < 0 ? restrictionsIn(said) : "";
    if (room >= 0) kept.unshift(text);
    else if (forbids !== "") kept.unshift(line({ from: "user", forbids }));
  }
  const count = end - kept.length;
  const isMore = lines.slice(0, end).some(({ text }) => text === GAP);
  const note = line({ note: `${isMore ? `more than ${count}` : count} old entries of this session are left out here` });
  return [note, ...kept, ...lines.slice(end).map(({ text }) => text)];
}

function userLine(text: string): string {
  const forbids = text.length > LIMITS.stringLength ? restrictionsIn(text) : "";
  return line({ from: "user", text, ...(forbids !== "" && { forbids }) });
}

const toolLine = ({ tool, input, wasBlocked }: Extract<TranscriptEntry, { sort: "tool" }>): string =>
  line({ from: "agent", tool, input: payloadOf(tool, input), ...(wasBlocked === true && { blocked: true }) });

const line = (record: Readonly<Record<string, unknown>>): string => `${encodeRecord(record, LIMITS).text}\n`;

const GAP = line({ note: "older calls of this session are left out here" });
