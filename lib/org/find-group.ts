import type { Ctx } from "@/lib/auth/ctx";
import { literalLike } from "@/lib/db/literal-like";
import { conflict, notFound } from "@/lib/http/errors";

/** @throws AppError 404 `not_found`, also for another organization's */
export async function findGroup(ctx: Ctx, id: string) {
  const group = await ctx.db.group.findUnique({ where: { id, organizationId: ctx.organization.id } });
  if (!group) throw notFound("Group");
  return group;
}

/** @throws AppError 409 `group_managed` */
export function requireLocal(group: { source: string }): void {
  if (group.source !== "local") throw conflict("group_managed", "Your identity provider manages this group.");
}

/** Call it in a transaction that holds the organization's row (touchAccess). @throws AppError 409 `group_name_taken` */
export async function requireFreeName(ctx: Ctx, name: string, exceptId?: string): Promise<void> {
  const taken = await ctx.db.group.findFirst({
    where: {
      organizationId: ctx.organization.id,
      name: { equals: literalLike(name), mode: "insensitive" },
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
    select: { id: true },
  });
  if (taken) throw conflict("group_name_taken", "A group with this name exists.");
}
