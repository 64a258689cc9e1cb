import type { Ctx } from "@/lib/auth/ctx";
import type { Enforcement } from "@/lib/policy/schemas";
import type { CurrentPolicy } from "./current-revision";

export type RolloutLine = {
  /** Null for everyone in no listed group. */
  groupId: string | null;
  name: string;
  /** Members of the group; null for everyone else. */
  members: number | null;
  autoMode: boolean;
  enforcement: Enforcement;
};

/** Where auto mode is on, in the order in which groups decide. */
export async function rolloutState(ctx: Ctx, { policy }: CurrentPolicy): Promise<RolloutLine[]> {
  const groups = await ctx.db.group.findMany({
    where: { organizationId: ctx.organization.id, id: { in: policy.rollout.groups.map(({ groupId }) => groupId) } },
    select: { id: true, name: true, _count: { select: { members: true } } },
  });
  const lines = policy.rollout.groups.map(({ groupId, autoMode, enforcement }) => {
    const group = groups.find(({ id }) => id === groupId);
    return {
      groupId,
      name: group?.name ?? "deleted group",
      members: group?._count.members ?? 0,
      autoMode,
      enforcement,
    };
  });
  const { autoMode, enforcement } = policy.rollout.everyoneElse;
  return [...lines, { groupId: null, name: "Everyone else", members: null, autoMode, enforcement }];
}
