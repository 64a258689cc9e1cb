import type { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { loadDraft } from "@/lib/change/draft-store";
import { newId } from "@/lib/db/id";
import { inTransaction } from "@/lib/db/transaction";
import { conflict } from "@/lib/http/errors";
import type { PolicyContent } from "@/lib/policy/schemas";
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

const names = (policy: PolicyContent, groupId: string) =>
  policy.rollout.groups.some((rollout) => rollout.groupId === groupId);

/**
 * Deleting a group that the policy names would move its members to other rules without a publication; one that the draft
 * names would make the draft one that cannot be published. @throws AppError 409 `group_in_policy`
 */
async function requireNotInPolicy(ctx: Ctx, group: { id: string; name: string }): Promise<void> {
  const { id: draftId, number, policy, base } = await loadDraft(ctx);
  const isPublished = names(base.policy, group.id);
  const isInDraft = draftId !== null && names(policy, group.id);
  const places = [
    ...(isPublished ? [`in revision ${base.number}, which is in force`] : []),
    ...(isInDraft ? [`in draft #${number}`] : []),
  ];
  if (places.length === 0) return;
  const advice = isPublished ? "Take it out of the rollout and publish first." : "Take it out of the draft first.";
  throw conflict("group_in_policy", `The rollout names ${group.name} ${places.join(", and ")}. ${advice}`);
}

/** @throws AppError 404, 409 `group_in_policy` */
export async function deleteGroup(ctx: Ctx, groupId: string): Promise<void> {
  authorize(ctx, "member:write");
  await inTransaction(ctx, async (tx) => {
    await touchAccess(tx);
    const group = await findGroup(tx, groupId);
    await requireNotInPolicy(tx, group);
    const members = await tx.db.groupMember.count({ where: { groupId } });
    await tx.db.group.delete({ where: { id: groupId } });
    await recordAdminAction(tx, {
      action: "group.delete",
      target: { type: "group", id: groupId, label: group.name },
      before: { name: group.name, members },
    });
  });
}
