import type { DayRuleCount } from "@/lib/audit/counts-by-day-and-rule";
import { auditHref } from "@/lib/audit/filter-query";
import { wholeDays } from "@/lib/audit/time-window";
import type { DayValues, Series } from "./day-bars";
import { OTHER, OTHER_COLOUR, type RuleColours } from "./rule-colours";

const DAY_MS = 86_400_000;

/** From and to of one UTC day, for a link to its list. */
export const dayWindow = (day: string) => ({ from: new Date(day), to: new Date(Date.parse(day) + DAY_MS) });

/** Counts as chart data: every day is there, rules beyond the palette are one series. */
export function ruleDays(
  counts: readonly DayRuleCount[],
  colours: RuleColours,
  given: { days: number; developer?: string; now?: Date },
): { days: DayValues[]; series: Series[] } {
  const seriesOf = (rule: string) => (colours[rule] === OTHER_COLOUR ? OTHER : rule);
  const keys = [...new Set(Object.keys(colours).map(seriesOf))];
  const days = wholeDays(given.days, given.now).days.map((day): DayValues => {
    const values: Record<string, number> = Object.fromEntries(keys.map((key) => [key, 0]));
    for (const count of counts)
      if (count.day === day)
        values[seriesOf(count.rule)] = (values[seriesOf(count.rule)] ?? 0) + count.blocks + count.fallbacks;
    return { day, values, href: auditHref({ developer: given.developer, ...dayWindow(day) }) };
  });
  return { days, series: keys.map((key) => ({ key, label: key, colour: colours[key] ?? OTHER_COLOUR })) };
}
