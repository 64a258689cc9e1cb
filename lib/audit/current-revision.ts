import type { Ctx } from "@/lib/auth/ctx";
import { PolicyContent } from "@/lib/policy/schemas";

/** The revision in force, with its policy; null before the first. */
export async function currentRevision(ctx: Ctx) {
  const found = await ctx.db.revision.findFirst({
    where: { organizationId: ctx.organization.id },
    orderBy: { number: "desc" },
    select: { number: true, publishedAt: true, title: true, policy: true },
  });
  return found && { ...found, policy: PolicyContent.parse(found.policy) };
}
export type CurrentPolicy = NonNullable<Awaited<ReturnType<typeof currentRevision>>>;
