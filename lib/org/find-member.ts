import type { Ctx } from "@/lib/auth/ctx";
import { conflict, forbidden, notFound } from "@/lib/http/errors";

/** @throws AppError 404 `not_found`, also for another organization's */
export async function findMember(ctx: Ctx, id: string) {
  const member = await ctx.db.member.findUnique({ where: { id, organizationId: ctx.organization.id } });
  if (!member) throw notFound("Member");
  return member;
}

/** Owners are made, changed and unmade by owners only. @throws AppError 403 `forbidden` */
export function requireOwnerFor(ctx: Ctx, ...roles: (string | undefined)[]): void {
  const isOwner = ctx.actor.type === "system" || (ctx.actor.type === "member" && ctx.actor.role === "owner");
  if (roles.includes("owner") && !isOwner) throw forbidden("Only an owner can do this to an owner.");
}

/** Call it in a transaction that holds the organization's row (touchAccess). @throws AppError 409 `last_owner` */
export async function requireAnotherOwner(ctx: Ctx, memberId: string): Promise<void> {
  const others = await ctx.db.member.count({
    where: { organizationId: ctx.organization.id, role: "owner", status: "active", id: { not: memberId } },
  });
  if (others === 0) throw conflict("last_owner", "This is the last owner. Make someone else an owner first.");
}
