import { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { notFound } from "@/lib/http/errors";
import { Page } from "./schemas";
import { touchAccess } from "./touch-access";

export const ClientFilter = Page.extend({ memberId: z.uuid().optional() });

export const ClientRow = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  memberName: z.string(),
  label: z.string(),
  version: z.string().nullable(),
  createdAt: z.date(),
  lastSeenAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  deliveredRevision: z.number().int().nullable(),
  deliveredChecksum: z.string().nullable(),
  appliedRevision: z.number().int().nullable(),
});
export type ClientRow = z.output<typeof ClientRow>;

const isOwn = (ctx: Ctx, memberId: string | undefined) => ctx.actor.type === "member" && ctx.actor.id === memberId;

/** Newest first. Everyone may list their own. */
export async function listClients(ctx: Ctx, input: z.input<typeof ClientFilter> = {}) {
  const { memberId, cursor, limit } = ClientFilter.parse(input);
  authorize(ctx, isOwn(ctx, memberId) ? "self:read" : "client:read");
  const rows = await ctx.db.client.findMany({
    where: { organizationId: ctx.organization.id, memberId, ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
    include: { member: { select: { name: true } } },
  });
  const items = rows.slice(0, limit).map((row) => ClientRow.parse({ ...row, memberName: row.member.name }));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Signs a client out: its tokens stop working. Everyone may do it to their own. @throws AppError 404 */
export async function revokeClient(ctx: Ctx, clientId: string): Promise<void> {
  authorize(ctx, "self:read");
  await inTransaction(ctx, async (tx) => {
    const client = await tx.db.client.findUnique({ where: { id: clientId, organizationId: tx.organization.id } });
    if (!client) throw notFound("Client");
    if (!isOwn(tx, client.memberId)) authorize(tx, "client:revoke");
    if (client.revokedAt) return;
    await touchAccess(tx);
    await tx.db.client.update({
      where: { id: clientId },
      data: { revokedAt: new Date(), tokenEpoch: { increment: 1 } },
    });
    await recordAdminAction(tx, {
      action: "client.revoke",
      target: { type: "client", id: clientId, label: client.label },
    });
  });
}
