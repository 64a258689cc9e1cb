import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { StackedCell, StackedRow, StackedTable } from "@/components/ui/stacked-table";
import { Th } from "@/components/ui/table";
import type { RuleRow } from "@/lib/audit/list-rules";
import { ruleHref, talliesOf, themeAnchor } from "./rule-hrefs";
import type { RuleSection } from "./rule-query";
import { setAsideWords } from "./set-aside-words";
import { StrengthBadge } from "./strength-badge";
import { TallyLink } from "./tally-link";

type Props = { section: RuleSection; days: number };

const number = "text-right tabular-nums";
/** As a card, a rule is followed by those of its four counts that are not zero. */
export const RuleTable = ({ section: { theme, rules }, days }: Props) => (
  <section
    id={theme ? themeAnchor(theme.id) : undefined}
    aria-label={theme?.name ?? "Rules"}
    className="flex min-w-0 scroll-mt-17 flex-col gap-2 lg:scroll-mt-4"
  >
    {theme ? <h2 className="text-sm font-semibold">{theme.name}</h2> : null}
    <StackedTable
      label={theme ? `Rules: ${theme.name}` : "Rules"}
      head={
        <>
          <Th className="w-full">Rule</Th>
          <Th className={number}>Blocked</Th>
          <Th className={number}>Fallbacks</Th>
          <Th className={number}>Asked</Th>
          <Th className={number}>Set aside</Th>
        </>
      }
    >
      {rules.map((rule) => (
        <RuleLine key={rule.id} rule={rule} days={days} withTheme={theme === null} />
      ))}
    </StackedTable>
  </section>
);

type LineProps = { rule: RuleRow; days: number; withTheme: boolean };

function RuleLine({ rule, days, withTheme }: LineProps) {
  const tallies = talliesOf(rule, days);
  return (
    <StackedRow className="max-md:grid-cols-2 max-md:gap-x-6 max-md:gap-y-1 max-md:py-3">
      <StackedCell className="max-md:col-span-2 max-md:pb-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={ruleHref(rule.id)} className="font-medium underline-offset-2 hover:text-accent hover:underline">
            {rule.name}
          </Link>
          <StrengthBadge strength={rule.strength} />
          {rule.judgedBy === "llm" ? <Badge tone="accent">LLM only</Badge> : null}
          {withTheme ? <span className="text-xs text-muted">{rule.theme.name}</span> : null}
        </div>
        <p className="mt-1 max-w-3xl text-xs text-muted">{rule.explanation}</p>
        {rule.strength === "soft" ? (
          <p className="mt-0.5 max-w-3xl text-xs text-muted">
            <span className="font-medium text-ink">Cleared by naming:</span> {rule.mustName}
          </p>
        ) : null}
      </StackedCell>
      {Object.entries(tallies).map(([key, tally]) => (
        <StackedCell
          key={key}
          label={tally.label}
          className={cn(number, "max-md:col-span-1", tally.count === 0 && "max-md:hidden")}
        >
          <TallyLink
            tally={tally}
            of={rule.name}
            title={key === "setAside" ? (setAsideWords(rule.counts) ?? undefined) : undefined}
          />
        </StackedCell>
      ))}
    </StackedRow>
  );
}
