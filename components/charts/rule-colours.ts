/** Colours by rank, so that the commonest rules differ most; the same map serves the chart and the tables beside it. */
const PALETTE = ["var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)", "var(--chart-5)"] as const;
export const OTHER = "other rules";
export const OTHER_COLOUR = "var(--chart-6)";

export type RuleColours = Readonly<Record<string, string>>;

/** @param counts any rows that name a rule and how often it stopped something */
export function ruleColours(counts: readonly { rule: string; blocks: number; fallbacks: number }[]): RuleColours {
  const totals = new Map<string, number>();
  for (const { rule, blocks, fallbacks } of counts) totals.set(rule, (totals.get(rule) ?? 0) + blocks + fallbacks);
  const ranked = [...totals].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([rule]) => rule);
  return Object.fromEntries(ranked.map((rule, rank) => [rule, PALETTE[rank] ?? OTHER_COLOUR]));
}
