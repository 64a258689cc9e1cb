import type { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import type { Ctx, PublicCtx } from "@/lib/auth/ctx";
import { memberActor } from "@/lib/auth/member-actor";
import { hashPassword } from "@/lib/auth/password";
import { gone } from "@/lib/http/errors";
import { expireLinks } from "./member-link";
import { revokeClientsOf } from "./revoke-clients";
import { ResetPasswordInput } from "./schemas";
import { takeLink } from "./take-link";
import { touchAccess } from "./touch-access";

/**
 * Sets the password that the holder of a reset link chose and ends the member's sessions; their clients go on unless the
 * link says otherwise. @throws AppError 410 `link_invalid`
 */
export async function resetPassword(public_: PublicCtx, input: z.input<typeof ResetPasswordInput>) {
  const { token, password } = ResetPasswordInput.parse(input);
  const passwordHash = await hashPassword(password);
  return public_.db.$transaction(async (tx) => {
    const { memberId, revokesClients } = await takeLink(tx, "reset", token);
    const [member] = await tx.member.updateManyAndReturn({
      where: { id: memberId ?? "", status: "active" },
      data: { passwordHash, sessionEpoch: { increment: 1 } },
    });
    if (!member) throw gone("link_invalid", "This link is not valid any more. Ask for a new one.");
    const organization = { id: member.organizationId };
    const ctx: Ctx = { ...public_, db: tx, organization, actor: memberActor(member) };
    await touchAccess(ctx);
    await expireLinks(ctx, member.id, "reset");
    const revokedClients = revokesClients ? await revokeClientsOf(ctx, member.id) : 0;
    await recordAdminAction(ctx, {
      action: "member.reset_password",
      target: { type: "member", id: member.id, label: member.name },
      after: { revokedClients },
    });
    return member;
  });
}
