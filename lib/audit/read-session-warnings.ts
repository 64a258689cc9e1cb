import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { firstIdAt } from "./id-bounds";
import { PROBE_EVENTS, type ProbeEvent, ProbeWarning } from "./probe-warning";

export type SessionWarning = ProbeWarning & {
  id: string;
  sessionId: string;
  at: string;
  event: ProbeEvent;
  toolUseId: string | null;
};

type Wanted = { sessionIds: string[]; developerId: string; perSession: number; since: Date };
type Found = { id: string; sessionId: string; at: Date; event: ProbeEvent; toolUseId: string | null; payload: unknown };

/** The newest findings of the probe in each of several sessions: one index range a session. */
export async function readSessionWarnings(ctx: Ctx, wanted: Wanted): Promise<SessionWarning[]> {
  const found = await ctx.db.$queryRaw<Found[]>(Prisma.sql`
    SELECT e.*
    FROM unnest(${wanted.sessionIds}::text[]) AS s(id)
    CROSS JOIN LATERAL (
      SELECT e.id, e."sessionId", e.at, e.event, e."toolUseId", e.payload
      FROM "SessionEvent" e
      WHERE e."organizationId" = ${ctx.organization.id}::uuid AND e."sessionId" = s.id
        AND e."developerId" = ${wanted.developerId}::uuid AND e.id >= ${firstIdAt(wanted.since)}::uuid
        AND e.event = ANY (${[...PROBE_EVENTS]}::text[])
      ORDER BY e.id DESC
      LIMIT ${wanted.perSession}
    ) e
    ORDER BY e.id DESC`);
  return found.flatMap(({ payload, at, ...rest }) => {
    // One that a later version wrote in another shape is left out; the rest stays readable.
    const warning = ProbeWarning.safeParse(payload);
    return warning.success ? [{ ...warning.data, ...rest, at: at.toISOString() }] : [];
  });
}
