import type { Effect, EffectKind, RuleMatch, RuleScope } from "../types";

type Test = (effect: Effect, scope: RuleScope) => boolean;
type Say = (effect: Effect) => string;

/** A predicate over effects: the first of these kinds that passes the test is at fault. */
export function when(kinds: EffectKind | readonly EffectKind[], test: Test, say: Say, verdict?: "ask") {
  const wanted = new Set<EffectKind>(typeof kinds === "string" ? [kinds] : kinds);
  return (effects: readonly Effect[], scope: RuleScope): RuleMatch | null => {
    for (const effect of effects) {
      if (wanted.has(effect.kind) && test(effect, scope))
        return { effect, reason: say(effect), ...(verdict && { verdict }) };
    }
    return null;
  };
}

/** Tries predicates in order. */
export function firstOf(...matchers: readonly ReturnType<typeof when>[]) {
  return (effects: readonly Effect[], scope: RuleScope): RuleMatch | null => {
    for (const match of matchers) {
      const found = match(effects, scope);
      if (found !== null) return found;
    }
    return null;
  };
}

export const trait = (effect: Effect, name: string): string => String(effect.traits[name] ?? "");
export const is = (effect: Effect, name: string, ...values: readonly string[]): boolean =>
  values.includes(trait(effect, name));
/** What it does, without the program's name that some notes begin with. */
export const does = (effect: Effect): string => effect.evidence.note.replace(/^[\w.-]+: /, "");
export const target = (effect: Effect): string =>
  trait(effect, "text") || effect.target || "something that is only known when it runs";

/** Words for the action, and the targets: paths and resources as the effects have them (see intent.ts for the forms that name one). */
export const named = (action: RegExp, ...targets: readonly (string | null | undefined)[]) => ({
  action,
  targets: targets.filter((name): name is string => typeof name === "string" && name !== ""),
});
