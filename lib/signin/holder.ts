import type { Tx } from "@/lib/db/client";

/** The person behind a token, as tokens and the trail name them. Null when unknown or no longer active. */
export async function findHolder(db: Pick<Tx, "member">, memberId: string) {
  const member = await db.member.findUnique({
    where: { id: memberId, status: "active" },
    select: {
      id: true,
      organizationId: true,
      email: true,
      name: true,
      role: true,
      groups: { select: { group: { select: { name: true } } } },
    },
  });
  return member && { ...member, groups: member.groups.map(({ group }) => group.name).toSorted() };
}

export type Holder = NonNullable<Awaited<ReturnType<typeof findHolder>>>;
