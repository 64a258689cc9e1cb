import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { conflict } from "@/lib/http/errors";
import { findMember, requireOwnerFor } from "./find-member";
import { newInviteLink } from "./member-link";

/** A new link for someone who has not accepted yet. @throws AppError 404, 409 `not_invited` */
export async function renewInvite(ctx: Ctx, memberId: string) {
  authorize(ctx, "member:write");
  return inTransaction(ctx, async (tx) => {
    const member = await findMember(tx, memberId);
    requireOwnerFor(tx, member.role);
    if (member.status !== "invited") throw conflict("not_invited", "This member has accepted already.");
    await recordAdminAction(tx, {
      action: "member.invite",
      target: { type: "member", id: member.id, label: member.name },
    });
    return newInviteLink(tx, member.id);
  });
}
