import { recordAdminAction } from "@/lib/audit/record-admin-action";
import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/id";
import { touchAccess } from "./touch-access";

/** Groups by name that the provider may fill; a group made here keeps its own members even under the same name. */
async function idpGroupsNamed(ctx: Ctx, names: readonly string[]) {
  const { organization, db } = ctx;
  await db.group.createMany({
    data: names.map((name) => ({ id: newId(), organizationId: organization.id, name, source: "idp" as const })),
    skipDuplicates: true,
  });
  return db.group.findMany({ where: { organizationId: organization.id, source: "idp", name: { in: [...names] } } });
}

/** Makes the member's idp groups exactly those that the identity provider lists. */
export async function syncIdpGroups(ctx: Ctx, member: { id: string; name: string }, names: readonly string[]) {
  const wanted = await idpGroupsNamed(ctx, names);
  const current = await ctx.db.group.findMany({
    where: { organizationId: ctx.organization.id, source: "idp", members: { some: { memberId: member.id } } },
  });
  const left = current.filter((group) => !wanted.some(({ id }) => id === group.id));
  const joined = wanted.filter((group) => !current.some(({ id }) => id === group.id));
  if (left.length === 0 && joined.length === 0) return;

  await ctx.db.groupMember.deleteMany({
    where: { memberId: member.id, groupId: { in: left.map((group) => group.id) } },
  });
  await ctx.db.groupMember.createMany({
    data: joined.map((group) => ({ groupId: group.id, memberId: member.id })),
    skipDuplicates: true,
  });
  await recordAdminAction(ctx, {
    action: "member.update",
    target: { type: "member", id: member.id, label: member.name },
    before: { groups: current.map((group) => group.name).sort() },
    after: { groups: wanted.map((group) => group.name).sort() },
    reason: "Groups of the identity provider",
  });
  await touchAccess(ctx);
}
