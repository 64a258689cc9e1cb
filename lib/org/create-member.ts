import type { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/id";
import { inTransaction } from "@/lib/db/transaction";
import { conflict } from "@/lib/http/errors";
import { requireOwnerFor } from "./find-member";
import { newInviteLink } from "./member-link";
import { NewMember } from "./schemas";
import { touchAccess } from "./touch-access";

/**
 * Invites a person. E-mails are unique in the installation, whose one organization makes the answer no disclosure.
 * @throws AppError 409 `email_taken`, 403 when an admin would make an owner
 */
export async function createMember(ctx: Ctx, input: z.input<typeof NewMember>) {
  authorize(ctx, "member:write");
  const { email, name, role } = NewMember.parse(input);
  requireOwnerFor(ctx, role);
  return inTransaction(ctx, async (tx) => {
    await touchAccess(tx);
    if (await tx.db.member.findUnique({ where: { email }, select: { id: true } }))
      throw conflict("email_taken", "A member with this e-mail exists.");
    const member = await tx.db.member.create({
      data: { id: newId(), organizationId: tx.organization.id, email, name, role, status: "invited" },
    });
    await recordAdminAction(tx, {
      action: "member.create",
      target: { type: "member", id: member.id, label: name },
      after: { email, name, role },
    });
    return { id: member.id, ...(await newInviteLink(tx, member.id)) };
  });
}
