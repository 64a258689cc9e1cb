import type { RuleRow } from "@/lib/audit/list-rules";

/** "3 by the user's words, 1 by an allow rule": who set a rule aside; null where nobody did. */
export function setAsideWords({ byUser, byOrganization, byLlm }: RuleRow["counts"]): string | null {
  const parts: [number, string][] = [
    [byUser, "by the user's words"],
    [byOrganization, "by an allow rule"],
    [byLlm, "by the LLM classifier"],
  ];
  const said = parts.flatMap(([count, who]) => (count > 0 ? [`${count.toLocaleString("en")} ${who}`] : []));
  return said.length > 0 ? said.join(", ") : null;
}
