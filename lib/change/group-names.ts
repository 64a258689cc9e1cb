import type { Ctx } from "@/lib/auth/ctx";

/** Group id to name, of the whole organization. */
export async function groupNames(ctx: Ctx): Promise<Map<string, string>> {
  const groups = await ctx.db.group.findMany({
    where: { organizationId: ctx.organization.id },
    select: { id: true, name: true },
  });
  return new Map(groups.map(({ id, name }) => [id, name]));
}
