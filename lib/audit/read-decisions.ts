import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { type FoundDecision, rowColumns, toDecisionRow } from "./decision-row";
import { type DecisionQuery, decisionWhere, orderSql, pastSql } from "./decision-where";
import type { Slice } from "./page";
import type { DecisionRow } from "./schemas";

/** Reads a slice of decisions. People are joined after the limit, so it costs one look-up a shown row. */
export async function readDecisions(
  ctx: Ctx,
  query: DecisionQuery,
  slice: Slice & { lineMax?: number },
): Promise<DecisionRow[]> {
  const found = await ctx.db.$queryRaw<FoundDecision[]>(Prisma.sql`
    SELECT d.*, m.name, m.email
    FROM (
      SELECT ${rowColumns(slice.lineMax)}
      FROM "Decision" d
      WHERE ${decisionWhere(ctx, query)} ${pastSql(slice)}
      ORDER BY ${orderSql(slice)}
      LIMIT ${slice.take}
    ) d
    LEFT JOIN "Member" m ON m.id = d."developerId" AND m."organizationId" = ${ctx.organization.id}::uuid
    ORDER BY ${orderSql(slice)}`);
  return found.map(toDecisionRow);
}
