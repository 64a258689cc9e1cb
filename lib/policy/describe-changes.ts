import type { Change, Names } from "./change";
import { describeClassifierChanges } from "./describe-classifier";
import { describeRolloutChanges } from "./describe-rollout";
import { describePermissionChanges, describeRuleChanges, describeSettingChanges } from "./describe-rules";
import { describeTrustChanges } from "./describe-trust";
import type { PolicyContent } from "./schemas";

const RANK = { high: 0, medium: 1, low: 2 } as const;

/** What publishing `after` in place of `before` would change, the riskiest first. Empty when they say the same. */
export function describeChanges(before: PolicyContent, after: PolicyContent, names: Names = {}): Change[] {
  return [
    ...describeRolloutChanges(before, after, names),
    ...describeTrustChanges(before.trust, after.trust),
    ...describeRuleChanges(before, after),
    ...describePermissionChanges(before, after),
    ...describeClassifierChanges(before.classifier, after.classifier),
    ...describeSettingChanges(before, after),
  ].sort((one, other) => RANK[one.risk] - RANK[other.risk]);
}
