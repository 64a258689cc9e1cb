import type { Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import type { Developer } from "@/lib/delivery/snapshot";
import { touchAccess } from "@/lib/org/touch-access";
import { demoId } from "./ids";
import { DEMO_GROUPS, DEMO_PEOPLE, demoEmail, type DemoPerson } from "./people";
import { demoGroupId } from "./policy";

export type DemoDeveloper = DemoPerson & Developer & { clientId: string };

/** Beside a group of the organization that is called so, too. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const names = [name, `${name} (demo)`, ...Array.from({ length: 9 }, (_, i) => `${name} (demo ${i + 2})`)];
  return names.find((one) => !taken.has(one.toLowerCase())) ?? `${name} (Northwind)`;
}

/** Groups, developers and a client for each; those that are there are left as they are. */
export async function fillPeople(ctx: Ctx): Promise<DemoDeveloper[]> {
  const organizationId = ctx.organization.id;
  const developers = DEMO_PEOPLE.map((person) => ({
    ...person,
    organizationId,
    memberId: demoId(organizationId, `member/${person.name}`),
    clientId: demoId(organizationId, `client/${person.name}`),
    groupIds: [demoGroupId(organizationId, person.group)],
  }));
  await inTransaction(ctx, async ({ db, ...rest }) => {
    const own = { organizationId, isDemo: true };
    const theirs = await db.group.findMany({ where: { organizationId, isDemo: false }, select: { name: true } });
    const taken = new Set(theirs.map(({ name }) => name.toLowerCase()));
    await db.group.createMany({
      data: DEMO_GROUPS.map((name) => ({
        ...own,
        id: demoGroupId(organizationId, name),
        name: freeName(name, taken),
        source: "idp",
      })),
      skipDuplicates: true,
    });
    await db.member.createMany({
      data: developers.map(({ memberId, name }) => ({ ...own, id: memberId, name, email: demoEmail(name) })),
      skipDuplicates: true,
    });
    await db.groupMember.createMany({
      data: developers.flatMap(({ memberId, groupIds }) => groupIds.map((groupId) => ({ groupId, memberId }))),
      skipDuplicates: true,
    });
    await db.client.createMany({
      data: developers.map(({ memberId, clientId }) => ({ ...own, id: clientId, memberId, label: "claude-code" })),
      skipDuplicates: true,
    });
    await touchAccess({ db, ...rest });
  });
  return developers;
}
