import type { ProbeFinding } from "./types";

/** Findings further apart than this do not belong to one attempt. */
const GAP = 400;

/** A finding that may be one quotation among several. */
export type Weighed = ProbeFinding & { isQuoted?: boolean };

/** The findings of the densest stretch, each signal counted once at its strongest, and their sum. */
export function densest(findings: readonly Weighed[]): { score: number; findings: ProbeFinding[] } {
  const sorted = findings.toSorted((a, b) => a.start - b.start);
  let best: { score: number; findings: ProbeFinding[] } = { score: 0, findings: [] };
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    let end = sorted[from]?.end ?? 0;
    for (let next = sorted[to]; next && next.start - end <= GAP; next = sorted[++to]) end = Math.max(end, next.end);
    const strongest = new Map<string, ProbeFinding>();
    for (const { isQuoted, ...finding } of sorted.slice(from, to)) {
      // Quotations are examples beside one another: only the strongest counts.
      const key = isQuoted ? "quoted" : finding.signal;
      if (finding.weight > (strongest.get(key)?.weight ?? 0)) strongest.set(key, finding);
    }
    const kept = [...strongest.values()];
    const score = kept.reduce((sum, { weight }) => sum + weight, 0);
    if (score > best.score) best = { score, findings: kept };
    from = to;
  }
  return best;
}
