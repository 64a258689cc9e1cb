import { crossedByReading, mayForbid } from "./boundaries";
import { bounded, classify } from "./classify";
import { inputText } from "./input-text";
import { matchPermissions, type PermissionMatches } from "./permission-rules";
import { withComparablePaths } from "./project";
import { USER_BOUNDARY } from "./rule-names";
import { RULES } from "./rules/index";
import { MAX_COMMAND_LENGTH } from "./shell/parse";
import { actsByItself, isProjectEdit, isSafeTool } from "./tiers";
import type { Action, DecisionPolicy, Judgement, Tier, Verdict } from "./types";

/**
 * The decision on one action, before limits. Pure and total: it never throws, and what goes wrong inside ends in `ask`.
 * Order: no opinion outside auto mode; the organization's deny, then ask rules; safe tools; project edits; the classifier, whose soft
 * rules an organization's narrow allow rule overrides.
 */
export function decide(action: Action, policy: DecisionPolicy): Judgement {
  if (!policy.autoMode) return judgement("none", "not-rolled-out", "Auto mode is off for this developer.");
  if (action.permissionMode !== "auto") return judgement("none", "not-rolled-out", "The session is not in auto mode.");
  try {
    return review(withComparablePaths(action), policy);
  } catch {
    return judgement("ask", "unavailable", "Gatehouse could not judge this action. A person has to look at it.");
  }
}

function review(action: Action, policy: DecisionPolicy): Judgement {
  const command = inputText(action, "command");
  const rules = matchPermissions(action, policy);
  if (rules.deny !== null)
    return ruled("block", rules.deny, "The organization denies this. Find another way, or ask an administrator.");
  if (rules.ask !== null) return ruled("ask", rules.ask, "The organization wants a person to approve this.");
  if (command !== null && command.length > MAX_COMMAND_LENGTH) {
    return judgement(
      "ask",
      "embedded",
      "The command is too long to be read through. A person has to look at it, or put it into a file first.",
    );
  }
  if (isSafeTool(action)) {
    const crossing = action.userMessages.length === 0 ? null : crossedByReading(action);
    if (crossing !== null) return bounded(crossing, []);
    return judgement("allow", "safe-tool", `${action.tool} cannot change anything.`);
  }
  const found = () => excepted(classify(action, policy.trust, policy.advisories), rules);
  return isProjectEdit(action) ? projectEdit(action, found) : found();
}

/** Version control shows an edit to a reviewer; what acts by itself may do so before anybody looks, and the user may have said "not there". */
function projectEdit(action: Action, found: () => Judgement): Judgement {
  const acts = actsByItself(action);
  const judged = acts || mayForbid(action) ? found() : null;
  if (judged !== null && (acts ? judged.verdict !== "allow" : judged.rule === USER_BOUNDARY)) return judged;
  return judgement("allow", "project-edit", "An edit inside the project.");
}

/** What the agent goes by itself, and the user's own word: no allow rule is meant to reach that far. */
const GUARDED = new Set([
  USER_BOUNDARY, "protected-path-edit", "self-modification", "auto-mode-bypass", "disguised-command", "instruction-poisoning", "session-transcript-tampering", "tmux-self-drive",
]); // prettier-ignore

/** An allow rule of the organization overrides what a soft rule or doubt would say, never a hard rule or the user's own boundary. */
function excepted(found: Judgement, { allow }: PermissionMatches): Judgement {
  if (allow === null || found.verdict === "allow") return found;
  const hard = RULES.some((rule) => rule.id === found.rule && rule.strength === "hard");
  const guarded = found.rule !== null && GUARDED.has(found.rule);
  if (hard || guarded) return found;
  const { rule, cleared: byUser = [] } = found;
  const cleared = rule === null ? byUser : [...byUser, { rule, by: "organization" } as const];
  return { ...ruled("allow", allow, "The organization allows this."), cleared, effects: found.effects };
}

const ruled = (verdict: Verdict, rule: string, reason: string): Judgement => ({
  ...judgement(verdict, "permission-rules", `${reason} (${rule})`),
  rule,
});

const judgement = (verdict: Verdict, tier: Tier, reason: string): Judgement => ({
  verdict,
  tier,
  rule: null,
  reason,
  evidence: [],
  effects: [],
});
