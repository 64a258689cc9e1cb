import type { ProbeFinding } from "./types";

/** Findings further apart than this do not belong to one attempt. */
const GAP = 400;

/** The findings of the densest stretch, each signal counted once at its strongest, and their sum. */
export function densest(findings: readonly ProbeFinding[]): { score: number; findings: ProbeFinding[] } {
  const sorted = findings.toSorted((a, b) => a.start - b.start);
  let best: { score: number; findings: ProbeFinding[] } = { score: 0, findings: [] };
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    let end = sorted[from]?.end ?? 0;
    for (let next = sorted[to]; next && next.start - end <= GAP; next = sorted[++to]) end = Math.max(end, next.end);
    const strongest = new Map<string, ProbeFinding>();
    for (const finding of sorted.slice(from, to))
      if (finding.weight > (strongest.get(finding.signal)?.weight ?? 0)) strongest.set(finding.signal, finding);
    const kept = [...strongest.values()];
    const score = kept.reduce((sum, { weight }) => sum + weight, 0);
    if (score > best.score) best = { score, findings: kept };
    from = to;
  }
  return best;
}

const BEFORE = 180;

/** Talk about such texts: documentation, a test that holds one, a pattern that finds one. */
const ABOUT =
  /prompt[- ]?injection|jailbreak|red[- ]?team|injection (?:attack|attempt|pattern|payload|example|detect|probe)|adversarial (?:prompt|text|input|example)|\be\.g\.|\bfor example\b|\bsuch as\b|\b(?:phrases?|text|strings?|words?|wording|payloads?|messages?|inputs?) (?:like|such as|that say|saying|containing|contain)|\bexpect\(|\bassert|\b(?:it|test|describe)(?:\.each)?\(|\.(?:test|spec)\.\w{1,4}:\d+:|\bRegExp\(|re\.compile|\b(?:attacker|malicious page|adversary) (?:can|could|may|might|writes?|plants?|says?|embeds?)/i;

/** Weighed less where that goes before it; not to nothing, since an attacker can write it too. */
export const isMention = (text: string, offset: number): boolean =>
  ABOUT.test(text.slice(Math.max(0, offset - BEFORE), offset));
