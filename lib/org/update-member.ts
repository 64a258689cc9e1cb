import type { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { findMember, requireAnotherOwner, requireOwnerFor } from "./find-member";
import { expireLinks } from "./member-link";
import { MemberPatch } from "./schemas";
import { touchAccess } from "./touch-access";

/** Changes name or role. @throws AppError 404, 403 for an admin at an owner, 409 `last_owner` */
export async function updateMember(ctx: Ctx, memberId: string, input: z.input<typeof MemberPatch>) {
  authorize(ctx, "member:write");
  const patch = MemberPatch.parse(input);
  return inTransaction(ctx, async (tx) => {
    await touchAccess(tx);
    const before = await findMember(tx, memberId);
    requireOwnerFor(tx, before.role, patch.role);
    if (before.role === "owner" && patch.role && patch.role !== "owner") await requireAnotherOwner(tx, memberId);
    // A link made for the role before must not lead into an account that may do more.
    if (patch.role && patch.role !== before.role) await expireLinks(tx, memberId, "reset");
    const after = await tx.db.member.update({ where: { id: memberId }, data: patch });
    await recordAdminAction(tx, {
      action: "member.update",
      target: { type: "member", id: memberId, label: after.name },
      before: { name: before.name, role: before.role },
      after: { name: after.name, role: after.role },
    });
    return { id: after.id, name: after.name, role: after.role };
  });
}
