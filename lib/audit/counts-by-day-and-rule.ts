import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { BLOCK_OR_FALLBACK, decisionWhere } from "./decision-where";
import { wholeDays } from "./time-window";
import { onlyDeveloper } from "./visibility";

export type DayRuleCount = { day: string; rule: string; blocks: number; fallbacks: number };

/** Blocks and fallbacks of the last whole UTC days by rule; where no rule decided, by tier. Days without any are absent. */
export async function countsByDayAndRule(ctx: Ctx, developerId?: string, days = 30): Promise<DayRuleCount[]> {
  const developer = onlyDeveloper(ctx) ?? developerId;
  const where = decisionWhere(ctx, { window: wholeDays(days), developerId: developer });
  return ctx.db.$queryRaw<DayRuleCount[]>(Prisma.sql`
    SELECT to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, COALESCE(d.rule, d.tier) AS rule,
           (count(*) FILTER (WHERE NOT d.fallback))::int AS blocks, (count(*) FILTER (WHERE d.fallback))::int AS fallbacks
    FROM "Decision" d
    WHERE ${where} AND ${BLOCK_OR_FALLBACK}
    GROUP BY 1, 2
    ORDER BY 1, 2`);
}
