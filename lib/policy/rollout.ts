import type { DefaultRollout, PolicyContent } from "./schemas";

/** What decides for one developer, and the group it came from; `groupId` is null for everyone else. */
export type EffectiveRollout = DefaultRollout & { groupId: string | null };

/** The first listed group that the developer is in decides; order is the administrator's, not the developer's. */
export function rolloutFor(policy: PolicyContent, groupIds: readonly string[]): EffectiveRollout {
  const mine = new Set(groupIds);
  const match = policy.rollout.groups.find((entry) => mine.has(entry.groupId));
  return match ?? { ...policy.rollout.everyoneElse, groupId: null };
}
