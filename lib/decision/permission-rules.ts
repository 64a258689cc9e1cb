import { isBroadAllow } from "./permission-rules/broad";
import { factsOf, type Facts } from "./permission-rules/facts";
import { compileRule, type Matcher, type Mode } from "./permission-rules/match";
import type { Action, DecisionPolicy } from "./types";

/** Which of the organization's own permission rules speak to an action; the text of the first of each kind. */
export type PermissionMatches = { deny: string | null; ask: string | null; allow: string | null };

type Compiled = { deny: readonly Matcher[]; ask: readonly Matcher[]; allow: readonly Matcher[] };

/** Rules are compiled once a policy, not once a decision. */
const compiled = new WeakMap<DecisionPolicy["permissions"], Compiled>();

/**
 * Claude Code's permission rules over one action. For deny and ask a rule that may apply does; an allow rule counts only when it covers
 * the whole action, and broad ones (`Bash(*)`, interpreters, package scripts, agents) are set aside as auto mode sets them aside.
 */
export function matchPermissions(action: Action, policy: DecisionPolicy): PermissionMatches {
  const rules = compile(policy.permissions);
  if (rules.deny.length + rules.ask.length + rules.allow.length === 0) return { deny: null, ask: null, allow: null };
  const facts = factsOf(action, policy.trust);
  return {
    deny: first(rules.deny, facts, "may"),
    ask: first(rules.ask, facts, "may"),
    allow: first(rules.allow, facts, "sure"),
  };
}

function first(matchers: readonly Matcher[], facts: Facts, mode: Mode): string | null {
  return matchers.find((matcher) => matcher.matches(facts, mode))?.rule ?? null;
}

function compile(permissions: DecisionPolicy["permissions"]): Compiled {
  let rules = compiled.get(permissions);
  if (rules === undefined) {
    rules = {
      deny: all(permissions.deny),
      ask: all(permissions.ask),
      allow: all(permissions.allow.filter((rule) => !isBroadAllow(rule))),
    };
    compiled.set(permissions, rules);
  }
  return rules;
}

const all = (rules: readonly string[]): Matcher[] => rules.map(compileRule).filter((rule) => rule !== null);
