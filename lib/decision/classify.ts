import { type Crossing, crossedBoundary } from "./boundaries";
import { effectsOf } from "./effects/effects-of";
import { clearingWords, quotedCommand } from "./intent";
import { RULE_NAMES, USER_BOUNDARY } from "./rule-names";
import { RULES } from "./rules/index";
import type { Action, Effect, Evidence, Judgement, Opaque, Rule, RuleMatch, RuleScope, TrustLookup } from "./types";

const HARD = RULES.filter((rule) => rule.strength === "hard");
const SOFT = RULES.filter((rule) => rule.strength === "soft");

/**
 * Tier 3, deterministic: reads what the action would do and lets the rules judge that. Hard rules come first, then
 * what the user said is not to be done; a soft rule may be cleared by the user's own words; what cannot be read through is for a person; the rest is allowed.
 */
export function classify(action: Action, trust: TrustLookup): Judgement {
  const { effects, opaque } = effectsOf(action, trust);
  const scope: RuleScope = { action, trust };
  const hard = firstMatch(HARD, effects, scope);
  if (hard !== null) return matched(hard, effects);
  const crossing = crossedBoundary(action, effects);
  if (crossing !== null) return bounded(crossing, effects);
  const cleared: Evidence[] = [];
  let doubtful: Match | null = null;
  for (const rule of SOFT) {
    const match = uncleared(rule, effects, scope, cleared);
    if (match === null) continue;
    if (match.verdict !== "ask") return matched({ rule, match }, effects);
    doubtful ??= { rule, match };
  }
  if (doubtful !== null) return matched(doubtful, effects);
  const first = opaque[0];
  if (first !== undefined && quotedCommand(action) === null) return unreadable(first, opaque, effects);
  const reason = cleared.length > 0 ? "The user asked for exactly this." : "Nothing in it needs a person's approval.";
  return { verdict: "allow", tier: "embedded", rule: null, reason, evidence: cleared, effects };
}

type Match = { rule: Rule; match: RuleMatch };

function firstMatch(rules: readonly Rule[], effects: readonly Effect[], scope: RuleScope): Match | null {
  if (effects.length === 0) return null;
  for (const rule of rules) {
    const match = rule.match(effects, scope);
    if (match !== null) return { rule, match };
  }
  return null;
}

/** The first match of a soft rule that the user did not ask for in so many words. */
function uncleared(rule: Rule, effects: readonly Effect[], scope: RuleScope, cleared: Evidence[]): RuleMatch | null {
  for (let open = effects; open.length > 0;) {
    const match = rule.match(open, scope);
    if (match === null) return null;
    const words = clearingWords(scope.action, rule, match.effect);
    if (words === null) return match;
    cleared.push({ ...match.effect.evidence, note: `The user asked: ${words}` });
    open = open.filter((effect) => effect !== match.effect);
  }
  return null;
}

const matched = ({ rule, match }: Match, effects: readonly Effect[]): Judgement => ({
  verdict: match.verdict ?? "block",
  tier: "embedded",
  rule: rule.id,
  reason: `[${rule.name}] ${match.reason}`,
  evidence: [match.effect.evidence],
  effects,
});

const bounded = ({ bound, words, effect }: Crossing, effects: readonly Effect[]): Judgement => ({
  verdict: "block",
  tier: "embedded",
  rule: USER_BOUNDARY,
  reason: `[${RULE_NAMES.get(USER_BOUNDARY)}] The user said: "${words}" Leave it until a later message of the user asks to ${bound.name} it.`,
  evidence: [{ ...effect.evidence, note: `The user said: ${words}` }],
  effects,
});

const unreadable = (first: Opaque, opaque: readonly Opaque[], effects: readonly Effect[]): Judgement => ({
  verdict: "ask",
  tier: "embedded",
  rule: null,
  reason: `${first.reason} A person has to look at it; write it so that it can be read, or run the steps one by one.`,
  evidence: opaque.map((one) => one.evidence),
  effects,
});
