import type { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { inTransaction } from "@/lib/db/transaction";
import { conflict, forbidden, invalid } from "@/lib/http/errors";
import { findMember } from "./find-member";
import { expireLinks } from "./member-link";
import { ChangePasswordInput } from "./schemas";

const wrongPassword = () =>
  invalid("The current password is not right.", [{ field: "currentPassword", message: "This is not your password" }]);

/**
 * Changes one's own password and ends all of one's sessions; the caller starts this browser's anew. Clients go on.
 * @throws AppError 409 `single_sign_on`, `password_changed`, 422 when the current password is not right
 */
export async function changePassword(ctx: Ctx, input: z.input<typeof ChangePasswordInput>) {
  authorize(ctx, "self:read");
  const { actor } = ctx;
  if (actor.type !== "member") throw forbidden();
  const { currentPassword, password } = ChangePasswordInput.parse(input);
  const before = await findMember(ctx, actor.id);
  if (!before.passwordHash)
    throw conflict("single_sign_on", "You sign in by single sign-on and have no password here.");
  if (!(await verifyPassword(currentPassword, before.passwordHash))) throw wrongPassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (tx) => {
    // Only in the place of the password that was checked: of two changes at once, one is told to look again.
    const [member] = await tx.db.member.updateManyAndReturn({
      where: { id: actor.id, organizationId: tx.organization.id, passwordHash: before.passwordHash, status: "active" },
      data: { passwordHash, sessionEpoch: { increment: 1 } },
    });
    if (!member) throw conflict("password_changed", "Your password was changed meanwhile. Sign in again.");
    await expireLinks(tx, member.id, "reset");
    await recordAdminAction(tx, {
      action: "member.change_password",
      target: { type: "member", id: member.id, label: member.name },
    });
    return member;
  });
}
