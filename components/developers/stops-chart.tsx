import { DayBars } from "@/components/charts/day-bars";
import { DayTable } from "@/components/charts/day-table";
import type { RuleColours } from "@/components/charts/rule-colours";
import { ruleDays } from "@/components/charts/rule-days";
import { Card } from "@/components/ui/card";
import type { DayRuleCount } from "@/lib/audit/counts-by-day-and-rule";

type Props = { counts: readonly DayRuleCount[]; colours: RuleColours; days: number; developer?: string };

/** Blocks and fallbacks by day, stacked by rule. */
export function StopsChart({ counts, colours, days: length, developer }: Props) {
  const { days, series } = ruleDays(counts, colours, { days: length, developer });
  const label = `Blocks and fallbacks by day and rule, last ${length} days`;
  return (
    <Card id="by-day" title="Blocks and fallbacks by day" description={`Stacked by rule, last ${length} days, UTC`}>
      {counts.length === 0 ? (
        <p className="py-8 text-center text-sm text-muted">Nothing was stopped in these {length} days.</p>
      ) : (
        <div className="flex flex-col gap-3">
          <DayBars days={days} series={series} label={label} />
          <DayTable days={days} series={series} label={label} />
        </div>
      )}
    </Card>
  );
}
