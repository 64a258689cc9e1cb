import { DayBars, type DayValues, type Series } from "@/components/charts/day-bars";
import { DayTable } from "@/components/charts/day-table";
import { dayWindow } from "@/components/charts/rule-days";
import { Card } from "@/components/ui/card";
import { auditHref } from "@/lib/audit/filter-query";
import type { DayCounts } from "@/lib/audit/verdict-counts";

/** Allowed actions are many times the rest: they start hidden, or the rest could not be seen. */
const SERIES: readonly Series[] = [
  { key: "block", label: "Blocked", colour: "var(--block)" },
  { key: "fallback", label: "Fallback", colour: "var(--fallback)" },
  { key: "ask", label: "Asked", colour: "var(--ask)" },
  { key: "allow", label: "Allowed", colour: "var(--allow)", hidden: true },
  { key: "none", label: "No opinion", colour: "var(--chart-6)", hidden: true },
];
const LABEL = "Decisions by day and verdict";

/** @param observes whether some group only observes: its verdicts count, and stopped nothing */
export function VerdictChart({ counts, observes }: { counts: readonly DayCounts[]; observes: boolean }) {
  const days = counts.map(({ day, ...values }): DayValues => ({
    day,
    values,
    href: auditHref({ type: "decisions", ...dayWindow(day) }),
  }));
  const any = days.some(({ values }) => Object.values(values).some((value) => value > 0));
  return (
    <Card
      id="by-day"
      title="Decisions by day"
      description={`By verdict, last ${days.length} days, UTC${observes ? "; of groups that observe, what it would have been" : ""}`}
      className="xl:col-span-2"
    >
      {any ? (
        <div className="flex flex-col gap-3">
          <DayBars days={days} series={SERIES} label={LABEL} />
          <DayTable days={days} series={SERIES} label={LABEL} />
        </div>
      ) : (
        <p className="py-8 text-center text-sm text-muted">No decision in these {days.length} days.</p>
      )}
    </Card>
  );
}
