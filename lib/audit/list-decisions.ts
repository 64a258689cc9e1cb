import type { Ctx } from "@/lib/auth/ctx";
import { decisionQueryOf } from "./decision-query";
import type { AuditFilter } from "./filter";
import { type Cursor, newestFirst, type Page, PAGE_SIZE } from "./page";
import { readDecisions } from "./read-decisions";
import type { DecisionRow } from "./schemas";
import { withTimeLimit } from "./time-limit";

/** Decisions, newest first. A developer sees only their own. */
export async function listDecisions(
  ctx: Ctx,
  filter: AuditFilter,
  cursor: Cursor = {},
  size = PAGE_SIZE,
): Promise<Page<DecisionRow>> {
  const query = await decisionQueryOf(ctx, filter);
  if (!query) return { items: [], older: null, newer: null };
  return withTimeLimit(ctx, (tx) => newestFirst(cursor, size, (slice) => readDecisions(tx, query, slice)));
}
