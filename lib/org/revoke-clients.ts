import type { Ctx } from "@/lib/auth/ctx";

/** Signs all clients of a member out. Call it in a transaction that tells the data planes (touchAccess). */
export async function revokeClientsOf(ctx: Ctx, memberId: string): Promise<number> {
  const { count } = await ctx.db.client.updateMany({
    where: { organizationId: ctx.organization.id, memberId, revokedAt: null },
    data: { revokedAt: new Date(), tokenEpoch: { increment: 1 } },
  });
  return count;
}
