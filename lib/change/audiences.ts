import type { Ctx } from "@/lib/auth/ctx";

/** Developers who are in exactly the same groups. */
export type Audience = { audienceKey: string; members: number; clients: number };

/** Every audience with an active member; ids are sorted as `audienceKeyOf` sorts them. */
export const listAudiences = (ctx: Ctx): Promise<Audience[]> =>
  ctx.db.$queryRaw<Audience[]>`
    SELECT "audienceKey", count(*)::int AS members, sum(clients)::int AS clients
    FROM (
      SELECT
        (SELECT coalesce(string_agg(g."groupId"::text, ',' ORDER BY g."groupId"::text COLLATE "C"), '')
           FROM "GroupMember" g WHERE g."memberId" = m."id") AS "audienceKey",
        (SELECT count(*) FROM "Client" c WHERE c."memberId" = m."id" AND c."revokedAt" IS NULL) AS clients
      FROM "Member" m
      WHERE m."organizationId" = ${ctx.organization.id}::uuid AND m."status" = 'active'
    ) AS people
    GROUP BY "audienceKey"
    ORDER BY members DESC, "audienceKey"`;
