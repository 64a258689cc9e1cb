import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { type FoundDecision, rowColumns, toDecisionRow } from "./decision-row";
import { BLOCK_OR_FALLBACK } from "./decision-where";
import { firstIdAt } from "./id-bounds";
import type { DecisionRow } from "./schemas";

type Wanted = {
  sessionIds: string[];
  developerId: string;
  which: "stopped" | "allowed";
  perSession: number;
  since: Date;
};

/** The newest decisions of each of several sessions: one index range a session, so a long session costs no more. */
export async function readSessionDecisions(ctx: Ctx, wanted: Wanted): Promise<DecisionRow[]> {
  const kind = wanted.which === "stopped" ? BLOCK_OR_FALLBACK : Prisma.sql`(d.verdict = 'allow' AND NOT d.fallback)`;
  const organizationId = ctx.organization.id;
  const found = await ctx.db.$queryRaw<FoundDecision[]>(Prisma.sql`
    SELECT d.*, m.name, m.email
    FROM unnest(${wanted.sessionIds}::text[]) AS s(id)
    CROSS JOIN LATERAL (
      SELECT ${rowColumns()}
      FROM "Decision" d
      WHERE d."organizationId" = ${organizationId}::uuid AND d."sessionId" = s.id
        AND d."developerId" = ${wanted.developerId}::uuid AND d.id >= ${firstIdAt(wanted.since)}::uuid AND ${kind}
      ORDER BY d.id DESC
      LIMIT ${wanted.perSession}
    ) d
    LEFT JOIN "Member" m ON m.id = d."developerId" AND m."organizationId" = ${organizationId}::uuid
    ORDER BY d.id DESC`);
  return found.map(toDecisionRow);
}
