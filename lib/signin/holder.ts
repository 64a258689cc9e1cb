import type { Tx } from "@/lib/db/client";

/**
 * Keeps the person's row as it is until the end of the transaction: whoever disables them comes before, and is seen, or
 * after, and sees what was made for them.
 */
export async function lockMember(db: Pick<Tx, "$queryRaw">, memberId: string): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId}::uuid FOR SHARE`;
}

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
      externalId: true,
      groups: { select: { group: { select: { name: true } } } },
    },
  });
  return member && { ...member, groups: member.groups.map(({ group }) => group.name).toSorted() };
}

export type Holder = NonNullable<Awaited<ReturnType<typeof findHolder>>>;
