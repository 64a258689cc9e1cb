import type { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import type { Ctx, PublicCtx } from "@/lib/auth/ctx";
import { memberActor } from "@/lib/auth/member-actor";
import { hashPassword } from "@/lib/auth/password";
import { gone } from "@/lib/http/errors";
import { AcceptInviteInput } from "./schemas";
import { takeLink } from "./take-link";
import { touchAccess } from "./touch-access";

/** Makes the invited member active with a password of their own. @throws AppError 410 `link_invalid` */
export async function acceptInvite(public_: PublicCtx, input: z.input<typeof AcceptInviteInput>) {
  const { token, name, password } = AcceptInviteInput.parse(input);
  const passwordHash = await hashPassword(password);
  return public_.db.$transaction(async (tx) => {
    const { memberId } = await takeLink(tx, "invite", token);
    const [member] = await tx.member.updateManyAndReturn({
      where: { id: memberId ?? "", status: "invited" },
      data: { status: "active", name, passwordHash },
    });
    if (!member) throw gone("link_invalid", "This invitation is not valid any more. Ask for a new one.");
    const organization = { id: member.organizationId };
    const ctx: Ctx = { ...public_, db: tx, organization, actor: memberActor(member) };
    await touchAccess(ctx);
    await recordAdminAction(ctx, {
      action: "member.accept_invite",
      target: { type: "member", id: member.id, label: name },
      before: { status: "invited" },
      after: { status: "active", name },
    });
    return { memberId: member.id, email: member.email };
  });
}
