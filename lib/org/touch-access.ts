import type { Ctx } from "@/lib/auth/ctx";

/** Tells the data planes that members, groups, clients or tokens changed. Call it in the transaction of the change. */
export const touchAccess = (ctx: Ctx) =>
  ctx.db.organization.update({
    where: { id: ctx.organization.id },
    data: { accessSerial: { increment: 1 } },
    select: { id: true },
  });
