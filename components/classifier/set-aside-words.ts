import type { RuleRow } from "@/lib/audit/list-rules";
import type { SetAside } from "@/lib/decision/types";

export const SET_ASIDE_BY_WORDS: Record<SetAside["by"], string> = {
  user: "by the user's words",
  organization: "by an allow rule",
  llm: "by the LLM classifier",
};

/** "3 by the user's words, 1 by an allow rule": who set a rule aside; null where nobody did. */
export function setAsideWords({ byUser, byOrganization, byLlm }: RuleRow["counts"]): string | null {
  const parts: [number, string][] = [
    [byUser, SET_ASIDE_BY_WORDS.user],
    [byOrganization, SET_ASIDE_BY_WORDS.organization],
    [byLlm, SET_ASIDE_BY_WORDS.llm],
  ];
  const said = parts.flatMap(([count, who]) => (count > 0 ? [`${count.toLocaleString("en")} ${who}`] : []));
  return said.length > 0 ? said.join(", ") : null;
}
