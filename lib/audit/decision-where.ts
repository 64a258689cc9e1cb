import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { literalLike } from "@/lib/db/literal-like";
import { TIERS } from "@/lib/decision/types";
import { firstIdAt } from "./id-bounds";
import type { Outcome } from "./outcome";
import type { Slice } from "./page";
import type { TimeWindow } from "./time-window";

const { sql, join } = Prisma;

/** Exactly the predicate of the partial indexes on Decision; any other wording and they are not used. */
export const BLOCK_OR_FALLBACK = sql`(d.verdict = 'block' OR d.fallback)`;

const OUTCOME_SQL: Record<Outcome, Prisma.Sql> = {
  block: sql`(d.verdict = 'block' AND NOT d.fallback)`,
  fallback: sql`d.fallback`,
  ask: sql`(d.verdict = 'ask' AND NOT d.fallback)`,
  allow: sql`(d.verdict = 'allow' AND NOT d.fallback)`,
  none: sql`(d.verdict = 'none' AND NOT d.fallback)`,
};

function outcomeSql(outcomes: readonly Outcome[]): Prisma.Sql {
  const set = new Set(outcomes);
  if (set.size === 2 && set.has("block") && set.has("fallback")) return BLOCK_OR_FALLBACK;
  return sql`(${join(
    [...set].map((outcome) => OUTCOME_SQL[outcome]),
    " OR ",
  )})`;
}

export const likePattern = (text: string) => `%${literalLike(text)}%`;

/** Exactly the predicate of the partial index on decisions that rules had a part in. */
export const RULE_OR_CLEARED = sql`(d.rule IS NOT NULL OR d.cleared <> '{}')`;

const isTier = (text: string): boolean => (TIERS as readonly string[]).includes(text);

/** An id as people have it: whole, or its last 8 characters from the reason that Claude showed them. */
const ID = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{8})$/i;

export type DecisionQuery = {
  window: TimeWindow;
  developerId?: string;
  groupId?: string;
  outcomes?: readonly Outcome[];
  rule?: string;
  /** A rule that matched and was set aside. */
  cleared?: string;
  tool?: string;
  sessionId?: string;
  text?: string;
};

/** Conditions on `"Decision" d`: always one organization and bounded in time. */
export function decisionWhere(ctx: Ctx, query: DecisionQuery): Prisma.Sql {
  const { window, developerId, groupId, outcomes, rule, cleared, tool, sessionId, text } = query;
  const parts = [
    sql`d."organizationId" = ${ctx.organization.id}::uuid`,
    sql`d.id >= ${firstIdAt(window.from)}::uuid`,
    sql`d.id < ${firstIdAt(window.to)}::uuid`,
  ];
  if (developerId) parts.push(sql`d."developerId" = ${developerId}::uuid`);
  if (groupId) parts.push(sql`${groupId}::uuid = ANY (d."groupIds")`);
  if (outcomes) parts.push(outcomeSql(outcomes));
  // Where no rule decided, lists and charts show the tier in its place.
  if (rule && isTier(rule)) parts.push(sql`COALESCE(d.rule, d.tier) = ${rule}`);
  else if (rule) parts.push(sql`d.rule = ${rule}`);
  if (cleared) parts.push(sql`(d.cleared <> '{}' AND ${cleared} = ANY (d.cleared))`);
  if (tool) parts.push(sql`d.tool = ${tool}`);
  if (sessionId) parts.push(sql`d."sessionId" = ${sessionId}`);
  if (text) {
    const like = likePattern(text);
    const byId = ID.test(text.trim()) ? sql`OR d.id::text LIKE ${`%${text.trim().toLowerCase()}`}` : Prisma.empty;
    parts.push(sql`(d.summary ILIKE ${like} OR d.reason ILIKE ${like} OR d.rule ILIKE ${like} ${byId})`);
  }
  return join(parts, " AND ");
}

export const pastSql = ({ order, past }: Slice): Prisma.Sql => {
  if (!past) return Prisma.empty;
  return order === "asc" ? sql`AND d.id > ${past}::uuid` : sql`AND d.id < ${past}::uuid`;
};

export const orderSql = ({ order }: Slice): Prisma.Sql => (order === "asc" ? sql`d.id ASC` : sql`d.id DESC`);
