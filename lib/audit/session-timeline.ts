import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { firstIdAt } from "./id-bounds";
import type { DecisionRow } from "./schemas";
import { readSessionDecisions } from "./read-session-decisions";
import { readSessionWarnings, type SessionWarning } from "./read-session-warnings";
import { onlyDeveloper } from "./visibility";

const SESSIONS = 10;
/** Of each session; the rest is behind its link. */
const STOPPED_MAX = 20;
const WARNINGS_MAX = 10;

export type SessionEntry = {
  id: string;
  startedAt: string;
  lastSeenAt: string;
  client: string | null;
  /** Blocks and fallbacks, newest first. */
  stopped: DecisionRow[];
  stoppedCount: number;
  allowed: number;
  latestAllowed: DecisionRow | null;
  /** Outputs and hand-backs that the probe warned about, newest first. */
  warnings: SessionWarning[];
};
export type SessionTimeline = { sessions: SessionEntry[]; older: string | null };

type Totals = { sessionId: string; allowed: number; stopped: number };

/** Counts of the shown sessions, by the index on session. Ids never lie before their session's start by more than skew. */
function totalsOf(ctx: Ctx, sessionIds: string[], oldest: Date, developerId: string) {
  return ctx.db.$queryRaw<Totals[]>(Prisma.sql`
    SELECT d."sessionId", (count(*) FILTER (WHERE d.verdict = 'allow' AND NOT d.fallback))::int AS allowed,
           (count(*) FILTER (WHERE d.verdict = 'block' OR d.fallback))::int AS stopped
    FROM "Decision" d
    WHERE d."organizationId" = ${ctx.organization.id}::uuid AND d."sessionId" = ANY (${sessionIds}::text[])
      AND d."developerId" = ${developerId}::uuid AND d.id >= ${firstIdAt(oldest)}::uuid
    GROUP BY 1`);
}

/** A developer's sessions, newest first, each with what was stopped in it. @param before start of the last one shown */
export async function sessionTimeline(
  ctx: Ctx,
  given: { developerId: string; before?: Date },
): Promise<SessionTimeline> {
  const developerId = onlyDeveloper(ctx) ?? given.developerId;
  const found = await ctx.db.agentSession.findMany({
    where: { organizationId: ctx.organization.id, developerId, startedAt: given.before && { lt: given.before } },
    orderBy: { startedAt: "desc" },
    take: SESSIONS + 1,
  });
  const shown = found.slice(0, SESSIONS);
  const last = shown.at(-1);
  if (!last) return { sessions: [], older: null };
  const ids = shown.map(({ id }) => id);
  const clientIds = [...new Set(shown.flatMap(({ clientId }) => clientId ?? []))];
  const oldest = new Date(last.startedAt.getTime() - 60_000);
  const [totals, stopped, allowed, clients, warnings] = await Promise.all([
    totalsOf(ctx, ids, oldest, developerId),
    readSessionDecisions(ctx, {
      sessionIds: ids,
      developerId,
      which: "stopped",
      perSession: STOPPED_MAX,
      since: oldest,
    }),
    readSessionDecisions(ctx, { sessionIds: ids, developerId, which: "allowed", perSession: 1, since: oldest }),
    ctx.db.client.findMany({
      where: { organizationId: ctx.organization.id, id: { in: clientIds } },
      select: { id: true, label: true },
    }),
    readSessionWarnings(ctx, { sessionIds: ids, developerId, perSession: WARNINGS_MAX, since: oldest }),
  ]);
  const sessions = shown.map((session): SessionEntry => {
    const total = totals.find(({ sessionId }) => sessionId === session.id);
    return {
      id: session.id,
      startedAt: session.startedAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      client: clients.find(({ id }) => id === session.clientId)?.label ?? null,
      stopped: stopped.filter(({ sessionId }) => sessionId === session.id),
      stoppedCount: total?.stopped ?? 0,
      allowed: total?.allowed ?? 0,
      warnings: warnings.filter(({ sessionId }) => sessionId === session.id),
      latestAllowed: allowed.find(({ sessionId }) => sessionId === session.id) ?? null,
    };
  });
  return { sessions, older: found.length > SESSIONS ? last.startedAt.toISOString() : null };
}
