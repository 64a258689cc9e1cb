import type { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { type RevisionPage, RevisionsQuery } from "./schemas";

/** Newest first. */
export async function listRevisions(
  ctx: Ctx,
  query: z.input<typeof RevisionsQuery> = {},
): Promise<z.output<typeof RevisionPage>> {
  authorize(ctx, "policy:read");
  const { cursor, limit } = RevisionsQuery.parse(query);
  const rows = await ctx.db.revision.findMany({
    where: { organizationId: ctx.organization.id, ...(cursor ? { number: { lt: cursor } } : {}) },
    orderBy: { number: "desc" },
    take: limit + 1,
    select: { number: true, title: true, reason: true, publishedByName: true, publishedAt: true },
  });
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.number ?? null) : null };
}
