import { SHIPPED_ADVISORIES } from "./advisories/shipped";
import { effectsOf } from "./effects/effects-of";
import { inputText } from "./input-text";
import { clearingWords } from "./intent";
import { RULES } from "./rules/index";
import { MAX_COMMAND_LENGTH } from "./shell/parse";
import type { Action, DecisionPolicy, Effect, Evidence, Opaque, RuleScope } from "./types";

/** A rule that an effect of the action falls under, whether or not it decided. */
export type ExplainedMatch = {
  rule: string;
  verdict: "block" | "ask";
  reason: string;
  evidence: Evidence;
  /** The user's words that set it aside; null where none did. */
  clearedBy: string | null;
};

export type Explanation = {
  effects: readonly Effect[];
  /** What could not be read, and why. */
  opaque: readonly Opaque[];
  matches: readonly ExplainedMatch[];
};

const NOTHING: Explanation = { effects: [], opaque: [], matches: [] };

/**
 * Everything the classifier sees in an action, for a person who asks why. `decide` stops at the first rule that settles it; this goes
 * on. Where reading fails or the command is too long, which `decide` turns into `ask`, there is nothing to show.
 */
export function explain(action: Action, { trust, advisories = SHIPPED_ADVISORIES }: DecisionPolicy): Explanation {
  if ((inputText(action, "command")?.length ?? 0) > MAX_COMMAND_LENGTH) return NOTHING;
  try {
    const { effects, opaque } = effectsOf(action, trust);
    return { effects, opaque, matches: matchesOf(effects, { action, trust, advisories }) };
  } catch {
    return NOTHING;
  }
}

const matchesOf = (effects: readonly Effect[], scope: RuleScope): ExplainedMatch[] =>
  RULES.flatMap((rule) => {
    const match = rule.match(effects, scope);
    if (match === null) return [];
    const { effect, reason, verdict = "block" } = match;
    return [
      {
        rule: rule.id,
        verdict,
        reason,
        evidence: effect.evidence,
        clearedBy: clearingWords(scope.action, rule, effect),
      },
    ];
  });
