import type { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { conflict } from "@/lib/http/errors";
import { findMember, requireOwnerFor } from "./find-member";
import { newResetLink } from "./member-link";
import { ResetLinkInput } from "./schemas";

/**
 * A link with which a member chooses a new password. Not for oneself, because whoever sits down at a signed-in browser
 * could keep the account; not for those who only sign in by the identity provider, whose checks it would pass by.
 * @throws AppError 404, 403 for an admin at an owner, 409 `own_account`, `not_active`, `single_sign_on`
 */
export async function makeResetLink(ctx: Ctx, memberId: string, input: z.input<typeof ResetLinkInput> = {}) {
  authorize(ctx, "member:write");
  const { revokeClients } = ResetLinkInput.parse(input);
  return inTransaction(ctx, async (tx) => {
    const member = await findMember(tx, memberId);
    requireOwnerFor(tx, member.role);
    if (tx.actor.type === "member" && tx.actor.id === memberId)
      throw conflict("own_account", "Change your own password in your account.");
    if (member.status !== "active") throw conflict("not_active", "Only active members have a password to reset.");
    if (tx.actor.type !== "system" && member.externalId && !member.passwordHash)
      throw conflict("single_sign_on", "This member signs in by single sign-on and has no password here.");
    await recordAdminAction(tx, {
      action: "member.reset_link",
      target: { type: "member", id: member.id, label: member.name },
      after: { alsoSignsOutClients: revokeClients },
    });
    return newResetLink(tx, member.id, revokeClients);
  });
}
