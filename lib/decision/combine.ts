import type { ClassifierPolicy, LlmWhen } from "@/lib/policy/classifier-policy";
import { CATALOGUE, RULE_NAMES } from "./rule-names";
import type { Judgement } from "./types";

/** What the LLM classifier said of an action, as far as the verdict depends on it. */
export type LlmOpinion =
  | { verdict: "allow"; reason: string }
  | { verdict: "block"; rule: string | null; reason: string }
  | { verdict: "unavailable"; cause: string };

const HARD = new Set(CATALOGUE.filter(({ strength }) => strength === "hard").map(({ id }) => id));

/**
 * Whether the LLM classifier is to be asked about what the embedded one made of an action. Never about what is not the classifier's to
 * decide: permission rules, safe tools, edits inside the project, hard rules and what the user forbade.
 * @param userSpoke whether words of the user are known, whose intent might clear a soft rule
 */
export function needsLlm({ tier, verdict, rule }: Judgement, when: LlmWhen, userSpoke: boolean): boolean {
  if (when === "never" || tier !== "embedded" || (rule !== null && HARD.has(rule))) return false;
  if (when === "always") return true;
  return verdict === "ask" || (verdict === "block" && userSpoke);
} // prettier-ignore

/**
 * The verdict of both classifiers together, for a judgement that needed the LLM. Its allow clears a soft rule or doubt, its block
 * stands. Where it could not be asked, a block of the embedded classifier stays what it was; what was left open, or was to be seen by both,
 * becomes what the policy says, with tier `unavailable`: nobody found it harmful. Evidence and effects are those of the embedded one.
 */
export function combine(
  embedded: Judgement,
  opinion: LlmOpinion,
  whenUnavailable: ClassifierPolicy["llm"]["whenUnavailable"],
): Judgement {
  switch (opinion.verdict) {
    case "allow": {
      const { rule, cleared: byUser = [] } = embedded;
      const cleared = rule === null ? byUser : [...byUser, { rule, by: "llm" } as const];
      return { ...embedded, verdict: "allow", tier: "llm", rule: null, cleared, reason: opinion.reason };
    }
    case "block": {
      const rule = opinion.rule ?? embedded.rule;
      // Nothing was set aside in the end, least of all by the LLM.
      return { ...embedded, verdict: "block", tier: "llm", rule, cleared: [], reason: named(rule, opinion.reason) };
    }
    case "unavailable":
      if (embedded.verdict === "block") return embedded;
      return {
        ...embedded,
        verdict: whenUnavailable,
        tier: "unavailable",
        rule: null,
        reason: `${UNANSWERED[whenUnavailable](opinion.cause)}${embedded.verdict === "ask" ? ` ${embedded.reason}` : ""}`,
      };
  }
}

const UNANSWERED = {
  ask: (cause: string) => `Claude could not be asked about this (${cause}), so a person has to decide.`,
  block: (cause: string) =>
    `Claude could not be asked about this (${cause}), and the organization's policy blocks it then. It was not found harmful; try again later.`,
};

/** As the embedded classifier's reasons begin. */
function named(rule: string | null, reason: string): string {
  const label = rule === null ? null : `[${RULE_NAMES.get(rule) ?? rule}]`;
  return label === null || reason.includes(label) ? reason : `${label} ${reason}`;
}
