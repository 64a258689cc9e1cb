import { authorize, type Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { decisionWhere, RULE_OR_CLEARED } from "./decision-where";
import { withTimeLimit } from "./time-limit";
import { lastDays } from "./time-window";

/** How often a rule decided, and how often it matched and was set aside. */
export type RuleCount = {
  rule: string;
  blocks: number;
  /** Blocks that went to a person, because their session had reached a limit. */
  fallbacks: number;
  asks: number;
  /** Set aside by the user's own words, by an allow rule of the organization, by the LLM classifier. */
  byUser: number;
  byOrganization: number;
  byLlm: number;
};

/**
 * Every rule that decisions of the last days name, of whichever classifier. The organization's permission rules are none of them: where
 * one decided, what stands as its rule is their text. One pass over the partial index on decisions that rules had a part in.
 */
export async function ruleCounts(ctx: Ctx, days = 30): Promise<RuleCount[]> {
  authorize(ctx, "audit:read");
  const where = decisionWhere(ctx, { window: lastDays(days) });
  return withTimeLimit(ctx, (tx) =>
    tx.db.$queryRaw<RuleCount[]>(Prisma.sql`
      SELECT part.rule,
             (count(*) FILTER (WHERE part.did = 'block'))::int AS blocks,
             (count(*) FILTER (WHERE part.did = 'fallback'))::int AS fallbacks,
             (count(*) FILTER (WHERE part.did = 'ask'))::int AS asks,
             (count(*) FILTER (WHERE part.did = 'user'))::int AS "byUser",
             (count(*) FILTER (WHERE part.did = 'organization'))::int AS "byOrganization",
             (count(*) FILTER (WHERE part.did = 'llm'))::int AS "byLlm"
      FROM "Decision" d CROSS JOIN LATERAL (
        SELECT d.rule, CASE WHEN d.fallback THEN 'fallback' ELSE d.verdict::text END AS did
        WHERE d.rule IS NOT NULL AND d.tier <> 'permission-rules'
        UNION ALL
        SELECT set_aside.rule, coalesce(set_aside.by,
          CASE d.tier WHEN 'permission-rules' THEN 'organization' WHEN 'llm' THEN 'llm' ELSE 'user' END)
        FROM unnest(d.cleared, d."clearedBy") AS set_aside(rule, by)
      ) part
      WHERE ${where} AND ${RULE_OR_CLEARED}
      GROUP BY 1
      ORDER BY 1`),
  );
}
