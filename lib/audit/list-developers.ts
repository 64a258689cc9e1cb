import { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { CLIENT_STATES } from "@/lib/delivery/client-state";
import { rolloutFor } from "@/lib/policy/rollout";
import { clientsOf } from "./clients-of";
import { currentRevision } from "./current-revision";
import { BLOCK_OR_FALLBACK, decisionWhere, likePattern } from "./decision-where";
import { firstIdAt } from "./id-bounds";
import { lastDays } from "./time-window";

const optionalText = z.preprocess((value) => (value === "" ? undefined : value), z.string().trim().max(200).optional());
const optionalId = z.preprocess((value) => (value === "" ? undefined : value), z.uuid().optional());
export const DeveloperFilter = z.object({
  /** Part of a name or e-mail. */
  q: optionalText,
  group: optionalId,
  /** Id of the last developer of the page before. */
  cursor: optionalId,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeveloperFilter = z.output<typeof DeveloperFilter>;

const counts = z.object({ blocks: z.int(), fallbacks: z.int() });
export const DeveloperRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
  autoMode: z.boolean(),
  clients: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      state: z.enum(CLIENT_STATES).nullable(),
      deliveredRevision: z.int().nullable(),
      appliedRevision: z.int().nullable(),
      lastSeenAt: z.string().nullable(),
    }),
  ),
  last7Days: counts,
  last30Days: counts,
});
export type DeveloperRow = z.output<typeof DeveloperRow>;

export const DeveloperPage = z.object({ items: z.array(DeveloperRow), nextCursor: z.string().nullable() });
export type DeveloperPage = z.output<typeof DeveloperPage>;

/** A developer is a member who asks for decisions, or whose role is to. */
function findMembers(ctx: Ctx, { q, group, cursor }: DeveloperFilter, take: number) {
  const { sql, empty } = Prisma;
  const organizationId = ctx.organization.id;
  const like = q ? likePattern(q) : null;
  return ctx.db.$queryRaw<{ id: string; name: string; email: string; role: string }[]>(sql`
    SELECT m.id, m.name, m.email, m.role::text AS role
    FROM "Member" m
    WHERE m."organizationId" = ${organizationId}::uuid
      AND (m.role = 'developer' OR EXISTS (SELECT 1 FROM "Client" c
           WHERE c."organizationId" = m."organizationId" AND c."memberId" = m.id))
      ${like ? sql`AND (m.name ILIKE ${like} OR m.email ILIKE ${like})` : empty}
      ${group ? sql`AND EXISTS (SELECT 1 FROM "GroupMember" g WHERE g."memberId" = m.id AND g."groupId" = ${group}::uuid)` : empty}
      ${
        cursor
          ? sql`AND (m.name, m.id) > (SELECT a.name, a.id FROM "Member" a
                WHERE a.id = ${cursor}::uuid AND a."organizationId" = ${organizationId}::uuid)`
          : empty
      }
    ORDER BY m.name, m.id
    LIMIT ${take}`);
}

type Counts = { id: string; blocks7: number; fallbacks7: number; blocks30: number; fallbacks30: number };

function countBlocks(ctx: Ctx, ids: readonly string[]) {
  const recent = firstIdAt(lastDays(7).from);
  return ctx.db.$queryRaw<Counts[]>(Prisma.sql`
    SELECT d."developerId" AS id,
           (count(*) FILTER (WHERE NOT d.fallback AND d.id >= ${recent}::uuid))::int AS blocks7,
           (count(*) FILTER (WHERE d.fallback AND d.id >= ${recent}::uuid))::int AS fallbacks7,
           (count(*) FILTER (WHERE NOT d.fallback))::int AS blocks30,
           (count(*) FILTER (WHERE d.fallback))::int AS fallbacks30
    FROM "Decision" d
    WHERE ${decisionWhere(ctx, { window: lastDays(30) })} AND ${BLOCK_OR_FALLBACK}
      AND d."developerId" = ANY (${[...ids]}::uuid[])
    GROUP BY 1`);
}

/** Developers by name, with what their clients run and how often they were stopped. */
export async function listDevelopers(ctx: Ctx, filter: DeveloperFilter): Promise<DeveloperPage> {
  authorize(ctx, "audit:read");
  const size = filter.limit;
  const members = await findMembers(ctx, filter, size + 1);
  const shown = members.slice(0, size);
  const ids = shown.map(({ id }) => id);
  const current = await currentRevision(ctx);
  const [clients, groups, counted] = await Promise.all([
    clientsOf(ctx, ids, current),
    ctx.db.groupMember.findMany({
      where: { memberId: { in: ids } },
      select: { memberId: true, group: { select: { id: true, name: true } } },
      orderBy: { group: { name: "asc" } },
    }),
    countBlocks(ctx, ids),
  ]);
  const items = shown.map((member): DeveloperRow => {
    const own = groups.filter(({ memberId }) => memberId === member.id).map(({ group }) => group);
    const count = counted.find(({ id }) => id === member.id);
    const groupIds = own.map(({ id }) => id);
    return {
      ...member,
      groups: own,
      autoMode: current ? rolloutFor(current.policy, groupIds).autoMode : false,
      clients: clients.filter(({ memberId, state }) => memberId === member.id && state !== null),
      last7Days: { blocks: count?.blocks7 ?? 0, fallbacks: count?.fallbacks7 ?? 0 },
      last30Days: { blocks: count?.blocks30 ?? 0, fallbacks: count?.fallbacks30 ?? 0 },
    };
  });
  return { items, nextCursor: members.length > size ? (ids.at(-1) ?? null) : null };
}
