import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { conflict } from "@/lib/http/errors";
import { findMember, requireAnotherOwner, requireOwnerFor } from "./find-member";
import { expireLinks } from "./member-link";
import { revokeTokensOf } from "./member-tokens";
import { revokeClientsOf } from "./revoke-clients";
import { touchAccess } from "./touch-access";

type Options = {
  /** API tokens that the member made: their secrets may be known to nobody else. */
  revokeTokens?: boolean;
};

/**
 * Ends the member's sessions and revokes their clients and the API tokens they made, at once.
 * @throws AppError 404, 403 for an admin at an owner, 409 `last_owner`, `own_account`
 */
export async function disableMember(ctx: Ctx, memberId: string, { revokeTokens = true }: Options = {}) {
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
    await expireLinks(tx, memberId);
    const revokedClients = await revokeClientsOf(tx, memberId);
    const revokedTokens = revokeTokens ? await revokeTokensOf(tx, member) : 0;
    await recordAdminAction(tx, {
      action: "member.disable",
      target: { type: "member", id: memberId, label: member.name },
      before: { status: member.status },
      after: { status: "disabled", revokedClients },
    });
    return { id: memberId, status: "disabled" as const, revokedClients, revokedTokens };
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
