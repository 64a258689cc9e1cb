import type { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { invalid } from "@/lib/http/errors";
import { findGroup, requireLocal } from "./find-group";
import { GroupMembers } from "./schemas";
import { touchAccess } from "./touch-access";

/** Another organization's people are as unknown as ids that do not exist. */
async function findAll(ctx: Ctx, ids: readonly string[]) {
  const members = await ctx.db.member.findMany({
    where: { organizationId: ctx.organization.id, id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  const unknown = ids.findIndex((id) => !members.some((member) => member.id === id));
  if (unknown >= 0)
    throw invalid("Some members are not known.", [{ field: `memberIds.${unknown}`, message: "No such member" }]);
  return members;
}

const names = (members: readonly { name: string }[]) => members.map((member) => member.name).sort();

/** Makes these the members of a group made here. @throws AppError 404, 409 `group_managed`, 422 for unknown members */
export async function setGroupMembers(ctx: Ctx, groupId: string, input: z.input<typeof GroupMembers>) {
  authorize(ctx, "member:write");
  const memberIds = [...new Set(GroupMembers.parse(input).memberIds)];
  return inTransaction(ctx, async (tx) => {
    await touchAccess(tx);
    const group = await findGroup(tx, groupId);
    requireLocal(group);
    const wanted = await findAll(tx, memberIds);
    const current = await tx.db.groupMember.findMany({ where: { groupId }, select: { member: true } });
    await tx.db.groupMember.deleteMany({ where: { groupId, memberId: { notIn: memberIds } } });
    await tx.db.groupMember.createMany({
      data: memberIds.map((memberId) => ({ groupId, memberId })),
      skipDuplicates: true,
    });
    await recordAdminAction(tx, {
      action: "group.update",
      target: { type: "group", id: groupId, label: group.name },
      before: { members: names(current.map(({ member }) => member)) },
      after: { members: names(wanted) },
    });
    return { id: groupId, members: memberIds.length };
  });
}
