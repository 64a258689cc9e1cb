import type { Decision } from "@/lib/db/generated/client";
import { SET_ASIDE_BY, type SetAside } from "@/lib/decision/types";

type Kept = Pick<Decision, "cleared" | "clearedBy" | "tier">;

/** Of a row. One from before it was kept what set a rule aside, says it by its tier, as `ruleCounts` has it. */
export const setAsideOf = ({ cleared, clearedBy, tier }: Kept): SetAside[] =>
  cleared.map((rule, at) => ({ rule, by: SET_ASIDE_BY.find((by) => by === clearedBy[at]) ?? byTier(tier) }));

const byTier = (tier: string): SetAside["by"] =>
  tier === "permission-rules" ? "organization" : tier === "llm" ? "llm" : "user";
