import { classify } from "./classify";
import { isProjectEdit, isSafeTool } from "./tiers";
import type { Action, DecisionPolicy, Judgement, Tier, Verdict } from "./types";

/**
 * The decision on one action, before limits. Pure and total: it never throws, and what goes wrong inside ends in `ask`.
 * Order: no opinion outside auto mode; the organization's deny, then ask rules; safe tools; project edits; the classifier.
 */
export function decide(action: Action, policy: DecisionPolicy): Judgement {
  if (!policy.autoMode) return judgement("none", "not-rolled-out", "Auto mode is off for this developer.");
  if (action.permissionMode !== "auto") return judgement("none", "not-rolled-out", "The session is not in auto mode.");
  try {
    return review(action, policy);
  } catch {
    return judgement("ask", "unavailable", "Gatehouse could not judge this action. A person has to look at it.");
  }
}

function review(action: Action, policy: DecisionPolicy): Judgement {
  if (isSafeTool(action)) return judgement("allow", "safe-tool", `${action.tool} cannot change anything.`);
  if (isProjectEdit(action)) return judgement("allow", "project-edit", "An edit inside the project.");
  return classify(action, policy.trust);
}

const judgement = (verdict: Verdict, tier: Tier, reason: string): Judgement => ({
  verdict,
  tier,
  rule: null,
  reason,
  evidence: [],
  effects: [],
});
