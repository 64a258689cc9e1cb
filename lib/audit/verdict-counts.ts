import { authorize, type Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { decisionWhere } from "./decision-where";
import type { Outcome } from "./outcome";
import { wholeDays } from "./time-window";

export type DayCounts = { day: string } & Record<Outcome, number>;

const EMPTY: Record<Outcome, number> = { block: 0, fallback: 0, ask: 0, allow: 0, none: 0 };

/** All decisions of the last whole UTC days by outcome; every day is there, also one without decisions. */
export async function verdictCounts(ctx: Ctx, days: number): Promise<DayCounts[]> {
  authorize(ctx, "overview:read");
  const window = wholeDays(days);
  const found = await ctx.db.$queryRaw<{ day: string; outcome: Outcome; count: number }[]>(Prisma.sql`
    SELECT to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
           CASE WHEN d.fallback THEN 'fallback' ELSE d.verdict::text END AS outcome, count(*)::int AS count
    FROM "Decision" d
    WHERE ${decisionWhere(ctx, { window })}
    GROUP BY 1, 2`);
  return window.days.map((day) => {
    const counts = found.filter((row) => row.day === day).map((row) => [row.outcome, row.count] as const);
    return { day, ...EMPTY, ...Object.fromEntries(counts) };
  });
}
