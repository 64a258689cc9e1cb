import { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";

export const GroupRow = z.object({
  id: z.uuid(),
  name: z.string(),
  source: z.enum(["local", "idp"]),
  members: z.number().int(),
  createdAt: z.date(),
});
export type GroupRow = z.output<typeof GroupRow>;

/** All of them, by name: an organization has tens or hundreds, and pages need the whole list to choose from. */
export async function listGroups(ctx: Ctx) {
  authorize(ctx, "member:read");
  const rows = await ctx.db.group.findMany({
    where: { organizationId: ctx.organization.id },
    orderBy: { name: "asc" },
    include: { _count: { select: { members: true } } },
  });
  const items = rows.map(({ id, name, source, createdAt, _count }): GroupRow => ({
    id,
    name,
    source,
    createdAt,
    members: _count.members,
  }));
  return { items };
}
