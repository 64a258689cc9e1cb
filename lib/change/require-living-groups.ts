import type { Ctx } from "@/lib/auth/ctx";
import { AppError, invalid } from "@/lib/http/errors";
import type { PolicyContent } from "@/lib/policy/schemas";
import { groupNames } from "./group-names";

/** What deleted groups were called, as far as the trail tells. */
async function formerNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const deletions = await ctx.db.auditEntry.findMany({
    where: { organizationId: ctx.organization.id, action: "group.delete", targetId: { in: [...ids] } },
    select: { targetId: true, targetLabel: true },
  });
  return new Map(deletions.map(({ targetId, targetLabel }) => [targetId ?? "", targetLabel]));
}

/** A sentence where the rollout names groups that are no more; else nothing. */
export async function missingGroups(ctx: Ctx, policy: PolicyContent): Promise<string[]> {
  return requireLivingGroups(ctx, policy).then(
    () => [],
    (error: unknown) => {
      if (error instanceof AppError) return [error.message];
      throw error;
    },
  );
}

/**
 * A draft may be older than the end of a group that it names. Call it with the policy locked: groups are deleted under
 * the same lock, so what is there now is there when the revision is. @throws AppError 422 `rollout_group_missing`
 */
export async function requireLivingGroups(ctx: Ctx, { rollout }: PolicyContent): Promise<void> {
  const living = await groupNames(ctx);
  const missing = rollout.groups.flatMap(({ groupId }, index) => (living.has(groupId) ? [] : [{ groupId, index }]));
  if (missing.length === 0) return;
  const former = await formerNames(ctx, missing.map(({ groupId }) => groupId)); // prettier-ignore
  const nameOf = (groupId: string) => former.get(groupId) ?? groupId;
  throw invalid(
    `The rollout names what is no group any more: ${missing.map(({ groupId }) => nameOf(groupId)).join(", ")}. Take it out of the draft first.`,
    missing.map(({ groupId, index }) => ({
      field: `rollout.groups.${index}.groupId`,
      message: `The group ${nameOf(groupId)} was deleted. Take it out.`,
    })),
    "rollout_group_missing",
  );
}
