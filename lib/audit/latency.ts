import { authorize, type Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { decisionWhere } from "./decision-where";
import { lastDays } from "./time-window";

/** A sample of fixed size costs the same in an organization of any size. */
const SAMPLE = 5_000;

export type Latency = { p50Us: number; p99Us: number; sampled: number };

/** How long the latest decisions of the last seven days took Gatehouse; null when there were none. */
export async function decisionLatency(ctx: Ctx): Promise<Latency | null> {
  authorize(ctx, "overview:read");
  const [found] = await ctx.db.$queryRaw<{ p50: number | null; p99: number | null; sampled: number }[]>(Prisma.sql`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY s."latencyUs") AS p50,
           percentile_cont(0.99) WITHIN GROUP (ORDER BY s."latencyUs") AS p99, count(*)::int AS sampled
    FROM (
      SELECT d."latencyUs" FROM "Decision" d
      WHERE ${decisionWhere(ctx, { window: lastDays(7) })}
      ORDER BY d.id DESC LIMIT ${SAMPLE}
    ) s`);
  if (!found || found.p50 === null || found.p99 === null) return null;
  return { p50Us: Math.round(found.p50), p99Us: Math.round(found.p99), sampled: found.sampled };
}
