import { authorize, type Ctx } from "@/lib/auth/ctx";

/** Whether the organization has recorded any decision at all. */
export async function hasDecisions(ctx: Ctx): Promise<boolean> {
  authorize(ctx, "audit:read");
  const where = { organizationId: ctx.organization.id };
  return (await ctx.db.decision.findFirst({ where, select: { id: true } })) !== null;
}
