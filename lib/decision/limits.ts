import type { Verdict } from "./types";

/** The client's own limits: that many blocks in a row, or in total, and a person has to look. */
export const CONSECUTIVE_LIMIT = 3;
export const TOTAL_LIMIT = 20;

/** Of one session. `total` counts since the total limit fired last. */
export type LimitCounters = { consecutive: number; total: number };

export const NO_BLOCKS: LimitCounters = { consecutive: 0, total: 0 };

export type LimitedVerdict = {
  counters: LimitCounters;
  verdict: Verdict;
  /** True where this block became `ask`. */
  fallback: boolean;
};

/**
 * Counts one verdict against the limits of its session. The block that reaches a limit is asked about instead; so is
 * every block after it until an allow ends the row. The total starts again when its own limit fires. `ask` and `none`
 * neither count nor end a row.
 */
export function applyLimits(counters: LimitCounters, verdict: Verdict): LimitedVerdict {
  if (verdict === "allow") return { counters: { ...counters, consecutive: 0 }, verdict, fallback: false };
  if (verdict !== "block") return { counters, verdict, fallback: false };

  const consecutive = counters.consecutive + 1;
  const total = counters.total + 1;
  const totalReached = total >= TOTAL_LIMIT;
  const fallback = totalReached || consecutive >= CONSECUTIVE_LIMIT;
  return {
    counters: { consecutive, total: totalReached ? 0 : total },
    verdict: fallback ? "ask" : "block",
    fallback,
  };
}
