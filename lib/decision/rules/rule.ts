import {
  EFFECT_KINDS,
  type Effect,
  type EffectKind,
  type Naming,
  type Rule,
  type RuleMatch,
  type RuleScope,
} from "../types";

type Match = Rule["match"];
type Test = (effect: Effect, scope: RuleScope) => boolean;
type Say = (effect: Effect) => string;

/** Kinds as bits, so that most rules need not look at an action at all. Two kinds may share a bit, which costs a look and nothing else. */
const BITS: ReadonlyMap<EffectKind, number> = new Map(EFFECT_KINDS.map((kind, i) => [kind, 1 << (i % 31)]));
const looksAt = new WeakMap<Match, number>();
/** Whether a match made by `when` is about an effect. */
const claims = new WeakMap<Match, Test>();
const bitsOf = (kinds: Iterable<EffectKind>): number => {
  let bits = 0;
  for (const kind of kinds) bits |= BITS.get(kind) ?? 0;
  return bits;
};

export const kindsIn = (effects: readonly Effect[]): number => {
  let bits = 0;
  for (const { kind } of effects) bits |= BITS.get(kind) ?? 0;
  return bits;
};
/** The bits of the kinds that a rule's match looks at; all where it does not say. */
export const kindsFor = ({ match }: Pick<Rule, "match">): number => looksAt.get(match) ?? -1;

/** A predicate over effects: the first of these kinds that passes the test is at fault. */
export function when(kinds: EffectKind | readonly EffectKind[], test: Test, say: Say, verdict?: "ask") {
  const wanted = new Set<EffectKind>(typeof kinds === "string" ? [kinds] : kinds);
  const match = (effects: readonly Effect[], scope: RuleScope): RuleMatch | null => {
    for (const effect of effects) {
      if (wanted.has(effect.kind) && test(effect, scope))
        return { effect, reason: say(effect), ...(verdict && { verdict }) };
    }
    return null;
  };
  looksAt.set(match, bitsOf(wanted));
  claims.set(match, (effect, scope) => wanted.has(effect.kind) && test(effect, scope));
  return match;
}

/** Tries predicates in order: the first that is about an effect decides on it. What only needs a look hides no other effect that must not be. */
export function firstOf(...matchers: readonly ReturnType<typeof when>[]) {
  const tried = matchers.map((match) => ({ match, kinds: kindsFor({ match }) }));
  const first = (effects: readonly Effect[], scope: RuleScope): RuleMatch | null => {
    const present = kindsIn(effects);
    let asked: RuleMatch | null = null;
    let left = effects;
    for (const { match, kinds } of tried) {
      const found = (kinds & present) === 0 ? null : match(left, scope);
      if (found === null) continue;
      if (found.verdict !== "ask") return found;
      asked ??= found;
      const isClaimed = claims.get(match) ?? ((effect: Effect) => effect === found.effect);
      left = left.filter((effect) => !isClaimed(effect, scope));
    }
    return asked;
  };
  looksAt.set(
    first,
    matchers.reduce((bits, match) => bits | kindsFor({ match }), 0),
  );
  return first;
}

export const trait = (effect: Effect, name: string): string => String(effect.traits[name] ?? "");
export const is = (effect: Effect, name: string, ...values: readonly string[]): boolean =>
  values.includes(trait(effect, name));
/** Whether it goes to a place that is neither this machine nor the organization's. */
export const leaves = (effect: Effect): boolean => !is(effect, "to", "local", "trusted");
/** What it does, without the program's name that some notes begin with. */
export const does = (effect: Effect): string => effect.evidence.note.replace(/^[\w.-]+: /, "");
export const target = (effect: Effect): string =>
  trait(effect, "text") || effect.target || "something that is only known when it runs";

/** The reason that most changes of shared things are given. */
export const says = (effect: Effect): string =>
  `This ${does(effect)} (${target(effect)}). The user has to ask for exactly that.`;

/** Words for the action, and the targets: paths and resources as the effects have them (see intent.ts for the forms that name one). */
export function named(action: RegExp, ...names: readonly (string | null | undefined)[]): Naming {
  const targets = names.filter((name): name is string => typeof name === "string" && name !== "");
  return { action, targets, nameless: names.length > 0 && targets.length === 0 };
}
