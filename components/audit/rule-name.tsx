import { RULE_NAMES } from "@/lib/decision/rule-names";

const TIER_WORDS: Record<string, string> = {
  "not-rolled-out": "not rolled out",
  "permission-rules": "permission rules",
  "safe-tool": "safe tool",
  "project-edit": "edit in the project",
  embedded: "embedded classifier",
  llm: "LLM classifier",
  limits: "block limit",
  unavailable: "unavailable",
  client: "Claude Code's own classifier",
};

export const tierWords = (tier: string) => TIER_WORDS[tier] ?? tier;

/** A rule by the id that filters and exports use; its full name is in the title. Where none decided, the tier. */
export const RuleName = ({ rule, tier }: { rule: string | null; tier: string }) =>
  rule ? (
    <span className="font-mono text-xs" title={RULE_NAMES.get(rule)}>
      {rule}
    </span>
  ) : (
    <span className="text-xs text-muted">{tierWords(tier)}</span>
  );
