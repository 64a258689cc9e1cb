import { authorize, type Ctx } from "@/lib/auth/ctx";
import { onboardingChecklist } from "./checklist";
import { clientStateCounts } from "./client-states";
import { currentRevision } from "./current-revision";
import { decisionLatency } from "./latency";
import { readDecisions } from "./read-decisions";
import { rolloutState } from "./rollout-state";
import { lastDays } from "./time-window";
import { topDevelopers, topRules } from "./top-lists";
import { verdictCounts } from "./verdict-counts";

/** Days that every figure of the overview looks back. */
export const OVERVIEW_DAYS = 7;

/** What the first page shows: where auto mode is on, what it did this week, whether the settings arrived. */
export async function overview(ctx: Ctx) {
  authorize(ctx, "overview:read");
  const current = await currentRevision(ctx);
  const [rollout, days, rules, developers, clients, latency, latestFallbacks, checklist] = await Promise.all([
    current && rolloutState(ctx, current),
    verdictCounts(ctx, OVERVIEW_DAYS),
    topRules(ctx, { days: OVERVIEW_DAYS }),
    topDevelopers(ctx, OVERVIEW_DAYS),
    clientStateCounts(ctx, current),
    decisionLatency(ctx),
    readDecisions(ctx, { window: lastDays(OVERVIEW_DAYS), outcomes: ["fallback"] }, { order: "desc", take: 5 }),
    onboardingChecklist(ctx),
  ]);
  const revision = current && {
    number: current.number,
    publishedAt: current.publishedAt.toISOString(),
    title: current.title,
  };
  return { revision, rollout, days, rules, developers, clients, latency, latestFallbacks, checklist };
}
export type Overview = Awaited<ReturnType<typeof overview>>;
