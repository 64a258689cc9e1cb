import { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { literalLike } from "@/lib/db/literal-like";
import { Page, RoleName } from "./schemas";

export const MemberFilter = Page.extend({
  /** Part of a name or an e-mail. */
  search: z.string().trim().max(200).optional(),
  role: RoleName.optional(),
  status: z.enum(["invited", "active", "disabled"]).optional(),
  groupId: z.uuid().optional(),
});

export const MemberRow = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: RoleName,
  status: z.enum(["invited", "active", "disabled"]),
  /** Has signed in through the identity provider. */
  singleSignOn: z.boolean(),
  /** Has a password that can be reset. */
  hasPassword: z.boolean(),
  groups: z.array(z.object({ id: z.uuid(), name: z.string(), source: z.enum(["local", "idp"]) })),
  clients: z.number().int(),
  createdAt: z.date(),
  lastSignInAt: z.date().nullable(),
});
export type MemberRow = z.output<typeof MemberRow>;

const whereOf = (ctx: Ctx, { search, role, status, groupId }: z.output<typeof MemberFilter>) => ({
  organizationId: ctx.organization.id,
  role,
  status,
  ...(groupId ? { groups: { some: { groupId } } } : {}),
  ...(search
    ? {
        OR: [
          { name: { contains: literalLike(search), mode: "insensitive" as const } },
          { email: { contains: literalLike(search), mode: "insensitive" as const } },
        ],
      }
    : {}),
});

/** By name; `nextCursor` is null on the last page. */
export async function listMembers(ctx: Ctx, input: z.input<typeof MemberFilter> = {}) {
  authorize(ctx, "member:read");
  const filter = MemberFilter.parse(input);
  const rows = await ctx.db.member.findMany({
    where: whereOf(ctx, filter),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: filter.limit + 1,
    ...(filter.cursor ? { cursor: { id: filter.cursor, organizationId: ctx.organization.id }, skip: 1 } : {}),
    include: {
      groups: { include: { group: true }, orderBy: { group: { name: "asc" } } },
      _count: { select: { clients: { where: { revokedAt: null } } } },
    },
  });
  const page = rows.slice(0, filter.limit);
  const items = page.map((row): MemberRow => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    status: row.status,
    singleSignOn: row.externalId !== null,
    hasPassword: row.passwordHash !== null,
    groups: row.groups.map(({ group: { id, name, source } }) => ({ id, name, source })),
    clients: row._count.clients,
    createdAt: row.createdAt,
    lastSignInAt: row.lastSignInAt,
  }));
  return { items, nextCursor: rows.length > page.length ? (page.at(-1)?.id ?? null) : null };
}
