import { authorize, type Ctx } from "@/lib/auth/ctx";

/** Name of a group of this organization; null when there is none with that id. */
export async function groupName(ctx: Ctx, id: string): Promise<string | null> {
  authorize(ctx, "audit:read");
  const where = { id, organizationId: ctx.organization.id };
  const group = await ctx.db.group.findFirst({ where, select: { name: true } });
  return group?.name ?? null;
}
