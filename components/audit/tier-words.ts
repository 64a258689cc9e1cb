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
