import { authorize, type Ctx } from "@/lib/auth/ctx";
import { decisionQueryOf } from "./decision-query";
import { asksForDecisions, type AuditFilter } from "./filter";
import { listAdminActions } from "./list-admin-actions";
import { listDecisions } from "./list-decisions";
import { type Cursor, mergeById, newestFirst, PAGE_SIZE } from "./page";
import { adminWhere, readAdminActions } from "./read-admin-actions";
import { readDecisions } from "./read-decisions";
import type { TrailPage, TrailRow } from "./schemas";
import { withTimeLimit } from "./time-limit";

/** Decisions and admin actions in one order: both carry UUIDv7 ids. */
async function listEverything(ctx: Ctx, filter: AuditFilter, cursor: Cursor, size: number): Promise<TrailPage> {
  authorize(ctx, "audit:read");
  const query = await decisionQueryOf(ctx, filter);
  const where = await adminWhere(ctx, filter);
  return withTimeLimit(ctx, (tx) =>
    newestFirst<TrailRow>(cursor, size, async (slice) => {
      const decisions = query ? await readDecisions(tx, query, slice) : [];
      return mergeById<TrailRow>([decisions, await readAdminActions(tx, where, slice)], slice.order).slice(
        0,
        slice.take,
      );
    }),
  );
}

/** One page of the trail, of the types the filter asks for. */
export function listTrail(ctx: Ctx, filter: AuditFilter, cursor: Cursor = {}, size = PAGE_SIZE): Promise<TrailPage> {
  if (filter.type === "admin") return listAdminActions(ctx, filter, cursor, size);
  if (filter.type === "all" && !asksForDecisions(filter)) return listEverything(ctx, filter, cursor, size);
  return listDecisions(ctx, filter, cursor, size);
}
