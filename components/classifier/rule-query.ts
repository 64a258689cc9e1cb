import { z } from "zod";
import type { RuleRow } from "@/lib/audit/list-rules";

export const RULE_SORTS = ["theme", "fired", "set-aside"] as const;

/** What the URL says; anything else in it shows all rules by theme. */
export const RuleQuery = z.object({
  q: z.string().trim().max(200).catch(""),
  theme: z.string().max(100).catch(""),
  strength: z.enum(["hard", "soft", ""]).catch(""),
  sort: z.enum(RULE_SORTS).catch("theme"),
});
export type RuleQuery = z.output<typeof RuleQuery>;

const firedOf = ({ counts }: Pick<RuleRow, "counts">): number => counts.blocks + counts.fallbacks + counts.asks;
export const setAsideOf = ({ counts }: Pick<RuleRow, "counts">): number =>
  counts.byUser + counts.byOrganization + counts.byLlm;

/** Of one theme; of none where rules of all themes stand in one order. */
export type RuleSection = { theme: RuleRow["theme"] | null; rules: RuleRow[] };

/** The rules asked for: in sections by theme, or in one list by how often they fired or were set aside. */
export function selectRules(rules: readonly RuleRow[], { q, theme, strength, sort }: RuleQuery): RuleSection[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rules.filter((rule) => {
    const text = `${rule.id} ${rule.name} ${rule.explanation} ${rule.mustName}`.toLowerCase();
    return (
      (theme === "" || rule.theme.id === theme) &&
      (strength === "" || rule.strength === strength) &&
      words.every((word) => text.includes(word))
    );
  });
  if (found.length === 0) return [];
  if (sort !== "theme") {
    const weight = sort === "fired" ? firedOf : setAsideOf;
    return [{ theme: null, rules: found.sort((one, other) => weight(other) - weight(one)) }];
  }
  const themes = new Map(found.map((rule) => [rule.theme.id, rule.theme]));
  return [...themes.values()].map((one) => ({ theme: one, rules: found.filter((rule) => rule.theme.id === one.id) }));
}
