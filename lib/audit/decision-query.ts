import type { Ctx } from "@/lib/auth/ctx";
import type { DecisionQuery } from "./decision-where";
import { type AuditFilter, outcomesOf } from "./filter";
import { windowOf } from "./time-window";
import { onlyDeveloper } from "./visibility";

/** Id of the developer a filter names by id or e-mail; null when there is none. */
export async function developerIdOf(ctx: Ctx, developer: string): Promise<string | null> {
  if (!developer.includes("@")) return developer;
  const member = await ctx.db.member.findFirst({
    where: { organizationId: ctx.organization.id, email: developer },
    select: { id: true },
  });
  return member?.id ?? null;
}

/** What to ask the database for a filter, within what the actor may see; null when nothing can match. */
export async function decisionQueryOf(ctx: Ctx, filter: AuditFilter, now = new Date()): Promise<DecisionQuery | null> {
  const own = onlyDeveloper(ctx);
  const asked = filter.developer ? await developerIdOf(ctx, filter.developer) : own;
  if (filter.developer && !asked) return null;
  if (own && asked !== own) return null;
  return {
    window: windowOf(filter, now),
    developerId: asked ?? undefined,
    groupId: filter.group,
    outcomes: outcomesOf(filter),
    rule: filter.rule,
    cleared: filter.cleared,
    tool: filter.tool,
    sessionId: filter.session,
    text: filter.q,
  };
}
