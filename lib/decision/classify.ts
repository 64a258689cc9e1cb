import { SHIPPED_ADVISORIES } from "./advisories/shipped";
import { type Crossing, crossedBoundary } from "./boundaries";
import { effectsOf } from "./effects/effects-of";
import { clearingWords, quotedCommand } from "./intent";
import { withComparablePaths } from "./project";
import { RULE_NAMES, USER_BOUNDARY } from "./rule-names";
import { RULES } from "./rules/index";
import { kindsFor, kindsIn } from "./rules/rule";
import type {
  Action,
  Effect,
  Evidence,
  Judgement,
  Opaque,
  Rule,
  RuleMatch,
  RuleScope,
  SetAside,
  TrustLookup,
} from "./types";

type Looking = { rule: Rule; kinds: number };
const looking = (strength: Rule["strength"]): readonly Looking[] =>
  RULES.filter((rule) => rule.strength === strength).map((rule) => ({ rule, kinds: kindsFor(rule) }));

const HARD = looking("hard");
const SOFT = looking("soft");

/** The rules that look at some of these kinds, by strength. Actions are of few sorts, so the same few lists serve them all. */
const relevant = new Map<number, { hard: readonly Looking[]; soft: readonly Looking[] }>();
const MAX_SORTS = 5_000;

function rulesFor(present: number) {
  const known = relevant.get(present);
  if (known !== undefined) return known;
  const among = (rules: readonly Looking[]) => rules.filter(({ kinds }) => (kinds & present) !== 0);
  const found = { hard: among(HARD), soft: among(SOFT) };
  if (relevant.size < MAX_SORTS) relevant.set(present, found);
  return found;
}

/**
 * Tier 3, deterministic: reads what the action would do and lets the rules judge that. Hard rules come first, then
 * what the user said is not to be done; a soft rule may be cleared by the user's own words; what cannot be read through is for a person; the rest is allowed.
 */
export function classify(given: Action, trust: TrustLookup, advisories = SHIPPED_ADVISORIES): Judgement {
  const action = withComparablePaths(given);
  const findings = effectsOf(action, trust);
  const { effects, opaque } = findings;
  const scope: RuleScope = { action, trust, advisories };
  const rules = rulesFor(kindsIn(effects));
  const hard = firstMatch(rules.hard, effects, scope);
  if (hard !== null) return matched(hard, effects);
  const crossing = crossedBoundary(action, findings);
  if (crossing !== null) return bounded(crossing, effects);
  const cleared: Cleared[] = [];
  let doubtful: Match | null = null;
  for (const { rule } of rules.soft) {
    const match = uncleared(rule, effects, scope, cleared);
    if (match === null) continue;
    if (match.verdict !== "ask") return { ...matched({ rule, match }, effects), cleared: setAside(cleared, rule) };
    doubtful ??= { rule, match };
  }
  if (doubtful !== null) return { ...matched(doubtful, effects), cleared: setAside(cleared, doubtful.rule) };
  const first = opaque[0];
  if (first !== undefined && quotedCommand(action) === null) return unreadable(first, opaque, effects);
  const reason = cleared.length > 0 ? "The user asked for exactly this." : "Nothing in it needs a person's approval.";
  const evidence = cleared.map((one) => one.evidence);
  return { verdict: "allow", tier: "embedded", rule: null, cleared: setAside(cleared), reason, evidence, effects };
}

type Match = { rule: Rule; match: RuleMatch };
/** What the user asked for in so many words, and the rule that this set aside. */
type Cleared = { rule: string; evidence: Evidence };

/** A rule that decides was not set aside, though the user may have asked for a part of what it matches. */
function setAside(cleared: readonly Cleared[], decided: Rule | null = null): SetAside[] {
  const rules = new Set(cleared.map(({ rule }) => rule).filter((rule) => rule !== decided?.id));
  return [...rules].map((rule) => ({ rule, by: "user" }));
}

function firstMatch(rules: readonly Looking[], effects: readonly Effect[], scope: RuleScope): Match | null {
  for (const { rule } of rules) {
    const match = rule.match(effects, scope);
    if (match !== null) return { rule, match };
  }
  return null;
}

/** The first match of a soft rule that the user did not ask for in so many words. */
function uncleared(rule: Rule, effects: readonly Effect[], scope: RuleScope, cleared: Cleared[]): RuleMatch | null {
  for (let open = effects; open.length > 0;) {
    const match = rule.match(open, scope);
    if (match === null) return null;
    const words = clearingWords(scope.action, rule, match.effect);
    if (words === null) return match;
    cleared.push({ rule: rule.id, evidence: { ...match.effect.evidence, note: `The user asked: ${words}` } });
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

export const bounded = ({ bound, words, effect }: Crossing, effects: readonly Effect[]): Judgement => ({
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
