import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { conflict } from "@/lib/http/errors";
import { findMember, requireAnotherOwner, requireOwnerFor } from "./find-member";
import { touchAccess } from "./touch-access";

/**
 * Ends the member's sessions and revokes their clients at once.
 * @throws AppError 404, 403 for an admin at an owner, 409 `last_owner`, `own_account`
 */
export async function disableMember(ctx: Ctx, memberId: string) {
  authorize(ctx, "member:write");
  return inTransaction(ctx, async (tx) => {
    await touchAccess(tx);
    const member = await findMember(tx, memberId);
    requireOwnerFor(tx, member.role);
    if (member.role === "owner") await requireAnotherOwner(tx, memberId);
    if (tx.actor.type === "member" && tx.actor.id === memberId)
      throw conflict("own_account", "You cannot disable yourself.");
    await tx.db.member.update({
      where: { id: memberId },
      data: { status: "disabled", sessionEpoch: { increment: 1 } },
    });
    await tx.db.oneTimeLink.updateMany({ where: { memberId, usedAt: null }, data: { expiresAt: new Date() } });
    const revoked = await tx.db.client.updateMany({
      where: { organizationId: tx.organization.id, memberId, revokedAt: null },
      data: { revokedAt: new Date(), tokenEpoch: { increment: 1 } },
    });
    await recordAdminAction(tx, {
      action: "member.disable",
      target: { type: "member", id: memberId, label: member.name },
      before: { status: member.status },
      after: { status: "disabled", revokedClients: revoked.count },
    });
    return { id: memberId, status: "disabled" as const, revokedClients: revoked.count };
  });
}

/** The way back. Clients stay revoked: the person signs in again. @throws AppError 404, 403, 409 `not_disabled` */
export async function enableMember(ctx: Ctx, memberId: string) {
  authorize(ctx, "member:write");
  return inTransaction(ctx, async (tx) => {
    await touchAccess(tx);
    const member = await findMember(tx, memberId);
    requireOwnerFor(tx, member.role);
    if (member.status !== "disabled") throw conflict("not_disabled", "This member is not disabled.");
    const status = member.passwordHash || member.externalId ? ("active" as const) : ("invited" as const);
    await tx.db.member.update({ where: { id: memberId }, data: { status } });
    await recordAdminAction(tx, {
      action: "member.enable",
      target: { type: "member", id: memberId, label: member.name },
      before: { status: "disabled" },
      after: { status },
    });
    return { id: memberId, status };
  });
}
