import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { RuleRow } from "@/lib/audit/list-rules";
import { ruleHref, talliesOf } from "./rule-hrefs";
import type { RuleSection } from "./rule-query";
import { setAsideWords } from "./set-aside-words";
import { StrengthBadge } from "./strength-badge";
import { TallyLink } from "./tally-link";

type Props = { section: RuleSection; days: number };

const number = "text-right tabular-nums";
/** On a narrow screen a rule is a card: what it is, then its four counts with their names. */
const counted = cn(
  number,
  "max-md:flex max-md:items-baseline max-md:justify-between max-md:p-0 max-md:before:text-xs max-md:before:text-muted max-md:before:content-[attr(data-label)]",
);

export const RuleTable = ({ section: { name, rules }, days }: Props) => (
  <section aria-label={name ?? "Rules"} className="flex min-w-0 flex-col gap-2">
    {name ? <h2 className="text-sm font-semibold">{name}</h2> : null}
    <Table label={name ? `Rules: ${name}` : "Rules"} className="max-md:block">
      <THead className="max-md:sr-only">
        <Tr>
          <Th className="w-full">Rule</Th>
          <Th className={number}>Blocked</Th>
          <Th className={number}>Fallbacks</Th>
          <Th className={number}>Asked</Th>
          <Th className={number}>Set aside</Th>
        </Tr>
      </THead>
      <TBody className="max-md:block">
        {rules.map((rule) => (
          <RuleLine key={rule.id} rule={rule} days={days} withTheme={name === null} />
        ))}
      </TBody>
    </Table>
  </section>
);

type LineProps = { rule: RuleRow; days: number; withTheme: boolean };

function RuleLine({ rule, days, withTheme }: LineProps) {
  const tallies = talliesOf(rule, days);
  return (
    <Tr className="max-md:grid max-md:grid-cols-2 max-md:gap-x-6 max-md:gap-y-1 max-md:px-3 max-md:py-3">
      <Td className="max-md:col-span-2 max-md:p-0 max-md:pb-1">
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
      </Td>
      {Object.entries(tallies).map(([key, tally]) => (
        <Td key={key} data-label={tally.label} className={counted}>
          <TallyLink
            tally={tally}
            of={rule.name}
            title={key === "setAside" ? (setAsideWords(rule.counts) ?? undefined) : undefined}
          />
        </Td>
      ))}
    </Tr>
  );
}
