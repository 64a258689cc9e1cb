import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { BLOCK_OR_FALLBACK, decisionWhere } from "./decision-where";
import type { Person } from "./schemas";
import { lastDays } from "./time-window";
import { onlyDeveloper } from "./visibility";

const TOP = 8;

export type TopRule = { rule: string; blocks: number; fallbacks: number };

/** The rules behind most blocks and fallbacks, of everyone or of one developer. */
export function topRules(ctx: Ctx, given: { developerId?: string; days: number }): Promise<TopRule[]> {
  const developerId = onlyDeveloper(ctx) ?? given.developerId;
  const where = decisionWhere(ctx, { window: lastDays(given.days), developerId });
  return ctx.db.$queryRaw<TopRule[]>(Prisma.sql`
    SELECT COALESCE(d.rule, d.tier) AS rule, (count(*) FILTER (WHERE NOT d.fallback))::int AS blocks,
           (count(*) FILTER (WHERE d.fallback))::int AS fallbacks
    FROM "Decision" d
    WHERE ${where} AND ${BLOCK_OR_FALLBACK}
    GROUP BY 1
    ORDER BY count(*) DESC, 1
    LIMIT ${TOP}`);
}

export type TopTarget = { tool: string; summary: string; count: number; lastId: string };

/** What one developer was blocked at most often: the same line of the same tool, counted. */
export function topTargets(ctx: Ctx, given: { developerId: string; days: number }): Promise<TopTarget[]> {
  const developerId = onlyDeveloper(ctx) ?? given.developerId;
  const where = decisionWhere(ctx, { window: lastDays(given.days), developerId });
  return ctx.db.$queryRaw<TopTarget[]>(Prisma.sql`
    SELECT d.tool, left(d.summary, 200) AS summary, count(*)::int AS count, max(d.id::text) AS "lastId"
    FROM "Decision" d
    WHERE ${where} AND ${BLOCK_OR_FALLBACK}
    GROUP BY 1, 2
    ORDER BY 3 DESC, 4 DESC
    LIMIT ${TOP}`);
}

export type TopDeveloper = Person & { blocks: number; fallbacks: number };

/** Who was blocked most often. */
export function topDevelopers(ctx: Ctx, days: number): Promise<TopDeveloper[]> {
  const developerId = onlyDeveloper(ctx) ?? undefined;
  const where = decisionWhere(ctx, { window: lastDays(days), developerId });
  return ctx.db.$queryRaw<TopDeveloper[]>(Prisma.sql`
    SELECT c.id, COALESCE(m.name, 'removed developer') AS name, COALESCE(m.email, '') AS email, c.blocks, c.fallbacks
    FROM (
      SELECT d."developerId" AS id, (count(*) FILTER (WHERE NOT d.fallback))::int AS blocks,
             (count(*) FILTER (WHERE d.fallback))::int AS fallbacks
      FROM "Decision" d
      WHERE ${where} AND ${BLOCK_OR_FALLBACK} AND d."developerId" IS NOT NULL
      GROUP BY 1
      ORDER BY count(*) DESC, 1
      LIMIT ${TOP}
    ) c
    LEFT JOIN "Member" m ON m.id = c.id AND m."organizationId" = ${ctx.organization.id}::uuid
    ORDER BY c.blocks + c.fallbacks DESC, c.id`);
}
