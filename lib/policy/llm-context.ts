import { DEFAULTS, type PolicyContent } from "./schemas";
import { hasExpired } from "./trust-index";

/** The organization's own part of a question to the LLM classifier. */
export type LlmContext = {
  organizationRules: Record<keyof PolicyContent["rules"], readonly string[]>;
  trusted: readonly string[];
};

/**
 * The classifier's prompt has rules of its own, so the mark for Claude Code's is left out; so is what is no longer trusted.
 * @param now Unix time in ms
 */
export function llmContextOf({ rules, trust }: PolicyContent, now: number): LlmContext {
  const own = (list: readonly string[]) => list.filter((rule) => rule !== DEFAULTS);
  return {
    organizationRules: {
      environment: own(rules.environment),
      allow: own(rules.allow),
      softDeny: own(rules.softDeny),
      hardDeny: own(rules.hardDeny),
    },
    trusted: trust.filter((entry) => !hasExpired(entry, now)).map(({ value }) => value),
  };
}
