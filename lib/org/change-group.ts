import type { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/id";
import { inTransaction } from "@/lib/db/transaction";
import { conflict } from "@/lib/http/errors";
import { PolicyContent } from "@/lib/policy/schemas";
import { findGroup, requireFreeName, requireLocal } from "./find-group";
import { GroupInput } from "./schemas";
import { touchAccess } from "./touch-access";

/** @throws AppError 409 `group_name_taken` */
export async function createGroup(ctx: Ctx, input: z.input<typeof GroupInput>) {
  authorize(ctx, "member:write");
  const { name } = GroupInput.parse(input);
  return inTransaction(ctx, async (tx) => {
    await touchAccess(tx);
    await requireFreeName(tx, name);
    const group = await tx.db.group.create({ data: { id: newId(), organizationId: tx.organization.id, name } });
    await recordAdminAction(tx, {
      action: "group.create",
      target: { type: "group", id: group.id, label: name },
      after: { name },
    });
    return { id: group.id, name };
  });
}

/** @throws AppError 404, 409 `group_managed`, `group_name_taken` */
export async function renameGroup(ctx: Ctx, groupId: string, input: z.input<typeof GroupInput>) {
  authorize(ctx, "member:write");
  const { name } = GroupInput.parse(input);
  return inTransaction(ctx, async (tx) => {
    await touchAccess(tx);
    const before = await findGroup(tx, groupId);
    requireLocal(before);
    await requireFreeName(tx, name, groupId);
    await tx.db.group.update({ where: { id: groupId }, data: { name } });
    await recordAdminAction(tx, {
      action: "group.update",
      target: { type: "group", id: groupId, label: name },
      before: { name: before.name },
      after: { name },
    });
    return { id: groupId, name };
  });
}

/** Deleting a group that the policy names would move its members to other rules without a publication. */
async function requireNotInPolicy(ctx: Ctx, groupId: string): Promise<void> {
  const latest = await ctx.db.revision.findFirst({
    where: { organizationId: ctx.organization.id },
    orderBy: { number: "desc" },
    select: { policy: true },
  });
  if (latest && PolicyContent.parse(latest.policy).rollout.groups.some((rollout) => rollout.groupId === groupId))
    throw conflict("group_in_policy", "The published policy names this group. Take it out there and publish first.");
}

/** @throws AppError 404, 409 `group_in_policy` */
export async function deleteGroup(ctx: Ctx, groupId: string): Promise<void> {
  authorize(ctx, "member:write");
  await inTransaction(ctx, async (tx) => {
    await touchAccess(tx);
    const group = await findGroup(tx, groupId);
    await requireNotInPolicy(tx, groupId);
    const members = await tx.db.groupMember.count({ where: { groupId } });
    await tx.db.group.delete({ where: { id: groupId } });
    await recordAdminAction(tx, {
      action: "group.delete",
      target: { type: "group", id: groupId, label: group.name },
      before: { name: group.name, members },
    });
  });
}
