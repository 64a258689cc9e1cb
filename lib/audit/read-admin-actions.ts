import type { Ctx } from "@/lib/auth/ctx";
import type { Prisma } from "@/lib/db/client";
import { literalLike } from "@/lib/db/literal-like";
import { sentenceOf } from "./admin-words";
import { developerIdOf } from "./decision-query";
import type { AuditFilter } from "./filter";
import { firstIdAt } from "./id-bounds";
import type { Slice } from "./page";
import type { AdminActionRow } from "./schemas";
import { windowOf } from "./time-window";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Conditions for the part of a filter that applies to admin actions: person, time, text. */
export async function adminWhere(ctx: Ctx, filter: AuditFilter): Promise<Prisma.AuditEntryWhereInput> {
  const { from, to } = windowOf(filter);
  const person = filter.developer ? ((await developerIdOf(ctx, filter.developer)) ?? NOBODY) : undefined;
  const like = filter.q ? { contains: literalLike(filter.q), mode: "insensitive" as const } : undefined;
  return {
    organizationId: ctx.organization.id,
    id: { gte: firstIdAt(from), lt: firstIdAt(to) },
    AND: [
      person ? { OR: [{ actorId: person }, { targetId: person }] } : {},
      like ? { OR: [{ actorLabel: like }, { action: like }, { targetLabel: like }, { reason: like }] } : {},
    ],
  };
}

export const ADMIN_ROW = {
  id: true,
  at: true,
  actorType: true,
  actorId: true,
  actorLabel: true,
  action: true,
  targetType: true,
  targetId: true,
  targetLabel: true,
  reason: true,
} as const satisfies Prisma.AuditEntrySelect;

type Found = Prisma.AuditEntryGetPayload<{ select: typeof ADMIN_ROW }>;

export const toAdminRow = (found: Found): AdminActionRow => ({
  kind: "admin",
  id: found.id,
  at: found.at.toISOString(),
  actor: { type: found.actorType, id: found.actorId, label: found.actorLabel },
  action: found.action,
  target: { type: found.targetType, id: found.targetId, label: found.targetLabel },
  sentence: sentenceOf(found),
  reason: found.reason,
});

export async function readAdminActions(
  ctx: Ctx,
  where: Prisma.AuditEntryWhereInput,
  { order, past, take }: Slice,
): Promise<AdminActionRow[]> {
  const beyond = past ? { id: order === "asc" ? { gt: past } : { lt: past } } : {};
  const found = await ctx.db.auditEntry.findMany({
    where: { AND: [where, beyond] },
    select: ADMIN_ROW,
    orderBy: { id: order },
    take,
  });
  return found.map(toAdminRow);
}
