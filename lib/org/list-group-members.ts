import { authorize, type Ctx } from "@/lib/auth/ctx";
import { findGroup } from "./find-group";

/** Ids of a group's members. @throws AppError 404 */
export async function listGroupMembers(ctx: Ctx, groupId: string) {
  authorize(ctx, "member:read");
  await findGroup(ctx, groupId);
  const rows = await ctx.db.groupMember.findMany({ where: { groupId }, select: { memberId: true } });
  return { memberIds: rows.map(({ memberId }) => memberId) };
}
