import type { Route } from "next";
import { auditHref } from "@/lib/audit/filter-query";
import type { RuleRow } from "@/lib/audit/list-rules";
import type { Outcome } from "@/lib/audit/outcome";
import type { Range } from "@/lib/audit/time-window";
import { setAsideOf } from "./rule-query";

export const ruleHref = (id: string): Route => `/classifier/rules/${encodeURIComponent(id)}` as Route;

/** Where the rules of a theme stand on the catalogue's page. */
export const themeAnchor = (id: string): string => `theme-${id}`;

/** As the audit page's choice of time says the days that were counted. */
export const rangeOf = (days: number): Range => (days >= 30 ? "30d" : days >= 7 ? "7d" : "24h");
export const daysWords = (days: number): string => (days === 1 ? "last 24 hours" : `last ${days} days`);

export type Tally = { label: string; count: number; href: Route };

/** What a rule's counts are of, each with the decisions behind it. */
export function talliesOf({ id, counts }: Pick<RuleRow, "id" | "counts">, days: number) {
  const range = rangeOf(days);
  const decided = (outcome: Outcome) => auditHref({ type: "decisions", rule: id, verdict: [outcome], range });
  const setAside = auditHref({ type: "decisions", cleared: id, range });
  return {
    blocks: { label: "Blocked", count: counts.blocks, href: decided("block") },
    fallbacks: { label: "Fallbacks", count: counts.fallbacks, href: decided("fallback") },
    asks: { label: "Asked", count: counts.asks, href: decided("ask") },
    setAside: { label: "Set aside", count: setAsideOf({ counts }), href: setAside },
  } satisfies Record<string, Tally>;
}
