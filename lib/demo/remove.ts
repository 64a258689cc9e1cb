import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { touchAccess } from "@/lib/org/touch-access";
import { withoutDemo } from "./policy";
import { publishChanged } from "./publish";

export type Removed = { members: number; groups: number; clients: number; sessions: number; decisions: number };

/** Every recorded decision, session and prompt of the demo; people and policy stay. */
export async function removeDemoRecords(tx: Ctx): Promise<Pick<Removed, "sessions" | "decisions">> {
  const organizationId = tx.organization.id;
  await tx.db
    .$executeRaw`DELETE FROM "SessionEvent" e USING "AgentSession" s WHERE e."organizationId" = ${organizationId}::uuid
    AND s."organizationId" = e."organizationId" AND s."id" = e."sessionId" AND s."isDemo"`;
  const own = { where: { organizationId, isDemo: true } };
  const { count: decisions } = await tx.db.decision.deleteMany(own);
  const { count: sessions } = await tx.db.agentSession.deleteMany(own);
  return { decisions, sessions };
}

/**
 * Takes out what filling put in: its rows, and by a revision of their own its groups, trusted infrastructure and rules.
 * What is immutable stays: the revisions that were published and the trail.
 * @throws AppError 409 `draft_open`
 */
export async function removeDemo(ctx: Ctx): Promise<Removed> {
  authorize(ctx, "policy:publish");
  const organizationId = ctx.organization.id;
  const isThere = await ctx.db.group.findFirst({ where: { organizationId, isDemo: true }, select: { id: true } });
  if (isThere)
    await publishChanged(ctx, (policy) => withoutDemo(policy, organizationId), {
      title: "Remove the demo",
      reason: "Takes out what `npm run demo` put in.",
    });
  return inTransaction(ctx, async (tx) => {
    const records = await removeDemoRecords(tx);
    const own = { where: { organizationId, isDemo: true } };
    const { count: clients } = await tx.db.client.deleteMany(own);
    const { count: members } = await tx.db.member.deleteMany(own);
    const { count: groups } = await tx.db.group.deleteMany(own);
    const removed = { ...records, clients, members, groups };
    if (Object.values(removed).some((count) => count > 0)) {
      await touchAccess(tx);
      await recordAdminAction(tx, {
        action: "demo.remove",
        target: { type: "organization", id: organizationId },
        before: removed,
      });
    }
    return removed;
  });
}
