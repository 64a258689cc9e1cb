import type { AuditFilter } from "@/lib/audit/filter";
import type { FilterOptions } from "@/lib/audit/filter-options";
import type { Outcome } from "@/lib/audit/outcome";
import { type Range, RANGE_WORDS } from "@/lib/audit/time-window";

export const OUTCOME_WORDS: Record<Outcome, string> = {
  block: "blocked",
  fallback: "fallback",
  ask: "asked",
  allow: "allowed",
  none: "no opinion",
};

const minute = (date: Date) => date.toISOString().slice(0, 16).replace("T", " ");

/** "last 7 days", "2026-11-19 00:00 to 2026-11-20 00:00", "since …", "until …". */
export function timeWords({ range, from, to }: { range?: Range; from?: Date; to?: Date }): string {
  if (from && to) return `${minute(from)} to ${minute(to)}`;
  if (from) return `since ${minute(from)}`;
  const back = RANGE_WORDS[range ?? "7d"];
  return to ? `${back.replace("last ", "")} until ${minute(to)}` : back;
}

export type Chip = { key: keyof AuditFilter; label: string; value: string };

/** What is asked for beyond the tab and the time, in words. */
export function chipsOf(filter: AuditFilter, { groups, chosen }: FilterOptions): Chip[] {
  const { verdict, developer, group, rule, cleared, tool, session, q } = filter;
  const chips: (Chip | undefined)[] = [
    verdict && {
      key: "verdict",
      label: "Verdict",
      value: verdict.map((outcome) => OUTCOME_WORDS[outcome]).join(" or "),
    },
    developer ? { key: "developer", label: "Developer", value: chosen?.name ?? developer } : undefined,
    group
      ? { key: "group", label: "Group", value: groups.find(({ id }) => id === group)?.name ?? "unknown group" }
      : undefined,
    rule ? { key: "rule", label: "Rule", value: rule } : undefined,
    cleared ? { key: "cleared", label: "Set aside", value: cleared } : undefined,
    tool ? { key: "tool", label: "Tool", value: tool } : undefined,
    session ? { key: "session", label: "Session", value: session } : undefined,
    q ? { key: "q", label: "Text", value: q } : undefined,
  ];
  return chips.filter((chip) => chip !== undefined);
}
