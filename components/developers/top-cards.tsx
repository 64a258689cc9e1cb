import Link from "next/link";
import type { RuleColours } from "@/components/charts/rule-colours";
import { Swatch } from "@/components/charts/swatch";
import { Card } from "@/components/ui/card";
import { plural } from "@/components/ui/plural";
import { auditHref } from "@/lib/audit/filter-query";
import type { TopRule, TopTarget } from "@/lib/audit/top-lists";
import type { Range } from "@/lib/audit/time-window";

const none = <p className="text-sm text-muted">Nothing was stopped in this time.</p>;
const link = "min-w-0 flex-1 truncate font-mono text-xs underline-offset-2 hover:underline";

type RulesProps = { rules: readonly TopRule[]; colours: RuleColours; range: Range; period: string; developer?: string };

/** The same colours as the chart beside it. */
export const TopRulesCard = ({ rules, colours, range, period, developer }: RulesProps) => (
  <Card id="top-rules" title="Top rules" description={`Blocks and fallbacks, ${period}`}>
    {rules.length === 0 ? (
      none
    ) : (
      <ol className="flex flex-col gap-1.5">
        {rules.map(({ rule, blocks, fallbacks }) => (
          <li key={rule} className="flex items-center gap-2">
            <Swatch colour={colours[rule] ?? "var(--chart-6)"} />
            <Link href={auditHref({ rule, range, developer })} className={link}>
              {rule}
            </Link>
            <span className="text-xs whitespace-nowrap text-muted">
              {fallbacks > 0 ? plural(fallbacks, "fallback") : null}
            </span>
            <span className="w-10 text-right font-medium">{blocks + fallbacks}</span>
          </li>
        ))}
      </ol>
    )}
  </Card>
);

type TargetsProps = { targets: readonly TopTarget[]; period: string };

export const TopTargetsCard = ({ targets, period }: TargetsProps) => (
  <Card id="top-targets" title="Stopped most often" description={`The same action, ${period}`}>
    {targets.length === 0 ? (
      none
    ) : (
      <ol className="flex flex-col gap-1.5">
        {targets.map(({ tool, summary, count, lastId }) => (
          <li key={lastId} className="flex items-center gap-2">
            <span className="text-xs text-muted">{tool}</span>
            <Link href={`/audit/${lastId}`} title={summary} className={link}>
              {summary || tool}
            </Link>
            <span className="w-10 text-right font-medium">{count}</span>
          </li>
        ))}
      </ol>
    )}
  </Card>
);
