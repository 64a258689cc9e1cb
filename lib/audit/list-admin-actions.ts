import { authorize, type Ctx } from "@/lib/auth/ctx";
import type { AuditFilter } from "./filter";
import { type Cursor, newestFirst, type Page, PAGE_SIZE } from "./page";
import { adminWhere, readAdminActions } from "./read-admin-actions";
import type { AdminActionRow } from "./schemas";
import { withTimeLimit } from "./time-limit";

/** What people and tokens did on Gatehouse itself, newest first. Of the filter, person, time and text apply. */
export async function listAdminActions(
  ctx: Ctx,
  filter: AuditFilter,
  cursor: Cursor = {},
  size = PAGE_SIZE,
): Promise<Page<AdminActionRow>> {
  authorize(ctx, "audit:read");
  const where = await adminWhere(ctx, filter);
  return withTimeLimit(ctx, (tx) => newestFirst(cursor, size, (slice) => readAdminActions(tx, where, slice)));
}
