import type { Enforcement } from "@/lib/policy/schemas";
import { type Answer, answerFor } from "./answer";
import { applyLimits, CONSECUTIVE_LIMIT, type LimitCounters } from "./limits";
import type { Tier, Verdict } from "./types";

export type Outcome = { verdict: Verdict; fallback: boolean; tier: Tier; reason: string; answer: Answer };

type Judged = { verdict: Verdict; tier: Tier; reason: string; enforcement: Enforcement };

const LIMITS_REASON = (consecutive: number) =>
  consecutive >= CONSECUTIVE_LIMIT
    ? `${consecutive} actions in a row were blocked in this session, so a person has to decide on this one.`
    : "This session reached its limit of blocked actions, so a person has to decide on this one.";

/**
 * What a judgement comes to in its session: limits applied, and the answer its enforcement makes of it. A block because nobody could
 * judge is no finding against the session: it neither counts nor ends a row.
 */
export function outcomeOf(judged: Judged, before: LimitCounters): { outcome: Outcome; counters: LimitCounters } {
  const { counters, verdict, fallback } =
    judged.tier === "unavailable"
      ? { counters: before, verdict: judged.verdict, fallback: false }
      : applyLimits(before, judged.verdict);
  const answer = answerFor(judged.enforcement, verdict, fallback);
  const outcome: Outcome = fallback
    ? { verdict, fallback, tier: "limits", reason: `${LIMITS_REASON(counters.consecutive)} ${judged.reason}`, answer }
    : { verdict, fallback, tier: judged.tier, reason: judged.reason, answer };
  return { outcome, counters };
}
