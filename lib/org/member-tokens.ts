import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";

const working = (now: Date) => ({ revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] });

/** Names of the API tokens that still work, by the member who made them. */
export async function workingTokensOf(ctx: Ctx, memberIds: readonly string[]): Promise<Map<string, string[]>> {
  authorize(ctx, "token:read");
  const rows = await ctx.db.apiToken.findMany({
    where: { organizationId: ctx.organization.id, createdById: { in: [...memberIds] }, ...working(new Date()) },
    select: { name: true, createdById: true },
    orderBy: { name: "asc" },
  });
  const names = new Map<string, string[]>();
  for (const { name, createdById } of rows)
    if (createdById) names.set(createdById, [...(names.get(createdById) ?? []), name]);
  return names;
}

/** Revokes them all, each with its entry in the trail. Call it in a transaction that tells the data planes (touchAccess). */
export async function revokeTokensOf(ctx: Ctx, member: { id: string; name: string }): Promise<number> {
  const now = new Date();
  const revoked = await ctx.db.apiToken.updateManyAndReturn({
    where: { organizationId: ctx.organization.id, createdById: member.id, ...working(now) },
    data: { revokedAt: now },
    select: { id: true, name: true },
  });
  for (const { id, name } of revoked)
    await recordAdminAction(ctx, {
      action: "api_token.revoke",
      target: { type: "api_token", id, label: name },
      reason: `Made by ${member.name}, who was disabled`,
    });
  return revoked.length;
}
