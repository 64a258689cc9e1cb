import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { type DecisionQuery, decisionWhere, orderSql, pastSql } from "./decision-where";
import type { Slice } from "./page";

type Recorded = {
  id: string;
  tool: string;
  action: { input?: unknown; cwd?: unknown; home?: unknown; additionalDirectories?: unknown };
  verdict: string;
  tier: string;
  rule: string | null;
};

/**
 * Decisions as cases of the evaluation (`npm run eval -- --cases FILE`), without labels: whether each was right is for people to say.
 * Inputs are as the record keeps them, masked and cut to size; what the user wrote is not in it.
 */
export async function readRecordedCases(
  ctx: Ctx,
  query: DecisionQuery,
  slice: Slice,
): Promise<{ id: string; line: string }[]> {
  const found = await ctx.db.$queryRaw<Recorded[]>(Prisma.sql`
    SELECT d.id, d.tool, d.action, d.verdict, d.tier, d.rule FROM "Decision" d
    WHERE ${decisionWhere(ctx, query)} ${pastSql(slice)}
    ORDER BY ${orderSql(slice)}
    LIMIT ${slice.take}`);
  return found.map((one) => ({ id: one.id, line: `${JSON.stringify(caseOf(one))}\n` }));
}

const caseOf = ({ id, tool, action, verdict, tier, rule }: Recorded) => ({
  id,
  set: "recorded",
  tool,
  input: action.input ?? {},
  context: { cwd: action.cwd, home: action.home ?? null, additional_directories: action.additionalDirectories ?? [] },
  recorded: { verdict, tier, rule },
});
