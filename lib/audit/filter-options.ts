import { authorize, type Ctx } from "@/lib/auth/ctx";
import type { AuditFilter } from "./filter";

const SUGGESTIONS_MAX = 200;

/** Names for what a filter chooses by id, and suggestions for what people type. */
export async function filterOptions(ctx: Ctx, filter: AuditFilter) {
  authorize(ctx, "audit:read");
  const organizationId = ctx.organization.id;
  const [groups, developers, chosen] = await Promise.all([
    ctx.db.group.findMany({ where: { organizationId }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
    ctx.db.member.findMany({
      where: { organizationId },
      select: { name: true, email: true },
      orderBy: { name: "asc" },
      take: SUGGESTIONS_MAX,
    }),
    filter.developer && !filter.developer.includes("@")
      ? ctx.db.member.findFirst({
          where: { organizationId, id: filter.developer },
          select: { email: true, name: true },
        })
      : null,
  ]);
  return { groups, developers, chosen };
}
export type FilterOptions = Awaited<ReturnType<typeof filterOptions>>;
