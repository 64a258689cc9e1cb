import type { DecisionPolicy, TrustLookup } from "@/lib/decision/types";
import { permissionRulesOf } from "./permission-rules";
import { rolloutFor } from "./rollout";
import type { PolicyContent } from "./schemas";

/** @param trust `buildTrustLookup(policy.trust, now)`, built once a revision and shared by all its audiences */
export function decisionPolicyFor(
  policy: PolicyContent,
  revisionNumber: number,
  groupIds: readonly string[],
  trust: TrustLookup,
): DecisionPolicy {
  const { autoMode, enforcement } = rolloutFor(policy, groupIds);
  return {
    revision: revisionNumber,
    autoMode,
    enforcement,
    permissions: permissionRulesOf(policy),
    trust,
    classifier: policy.classifier,
  };
}
