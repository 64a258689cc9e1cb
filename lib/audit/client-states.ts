import { authorize, type Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import {
  CLIENT_STATES,
  type ClientFacts,
  type ClientState,
  clientState,
  type CurrentRevision,
} from "@/lib/delivery/client-state";

export type ClientStateCounts = Record<ClientState, number>;

/**
 * Clients in each state. The states are worked out by the one function that knows them, not by a second wording of it in
 * SQL; rows that are equal to the minute are counted together first, so that a fleet after a roll-out is few rows.
 */
export async function clientStateCounts(
  ctx: Ctx,
  current: CurrentRevision | null,
  now = new Date(),
): Promise<ClientStateCounts> {
  authorize(ctx, "client:read");
  const groups = await ctx.db.$queryRaw<(ClientFacts & { count: number })[]>(Prisma.sql`
    SELECT date_trunc('minute', "lastSeenAt") AS "lastSeenAt", "deliveredRevision",
           CASE WHEN "appliedChecksum" = "deliveredChecksum" THEN 'same' ELSE 'given' END AS "deliveredChecksum",
           CASE WHEN "appliedChecksum" = "deliveredChecksum" THEN 'same' WHEN "appliedChecksum" IS NOT NULL THEN 'other' END
             AS "appliedChecksum",
           date_trunc('minute', "appliedAt") AS "appliedAt", count(*)::int AS count
    FROM "Client"
    WHERE "organizationId" = ${ctx.organization.id}::uuid AND "revokedAt" IS NULL
    GROUP BY 1, 2, 3, 4, 5`);
  const counts = Object.fromEntries(CLIENT_STATES.map((state) => [state, 0])) as ClientStateCounts;
  for (const { count, ...facts } of groups) counts[clientState(facts, current, now)] += count;
  return counts;
}
