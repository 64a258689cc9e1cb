import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import type { RuleRow } from "@/lib/audit/list-rules";
import { daysWords, talliesOf } from "./rule-hrefs";
import { setAsideWords } from "./set-aside-words";
import { StrengthBadge } from "./strength-badge";
import { TallyLink } from "./tally-link";

const JUDGED_BY = {
  both: "The embedded classifier, by what the action would do; and the LLM classifier, where it is asked",
  llm: "The LLM classifier alone: no effect of a single action shows it",
} as const;

/** All there is to know about one rule, and how often it had a part in decisions. */
export function RuleFacts({ rule, days }: { rule: RuleRow; days: number }) {
  const { blocks, fallbacks, asks, setAside } = talliesOf(rule, days);
  return (
    <>
      <nav aria-label="Breadcrumb" className="-mb-2 flex items-center gap-1 text-xs text-muted">
        <ArrowLeft aria-hidden className="size-3" />
        <Link href="/classifier" className="underline-offset-2 hover:text-ink hover:underline">
          All rules
        </Link>
      </nav>
      <Card id="rule" title={rule.name} description={rule.explanation} actions={<StrengthBadge strength={rule.strength} />}>
        <Facts
          items={[
            ["Id", <span key="id" className="font-mono text-xs">{rule.id}</span>],
            ["Theme", rule.theme.name],
            [
              "Cleared by",
              rule.strength === "hard"
                ? rule.mustName
                : `the user's own words, in a request that names ${rule.mustName.replace(/\.$/, "")}`,
            ],
            ["Judged by", JUDGED_BY[rule.judgedBy]],
            [
              `In the ${daysWords(days)}`,
              <span key="counts" className="flex flex-wrap gap-x-4 gap-y-1">
                {[blocks, fallbacks, asks, setAside].map((tally) => (
                  <span key={tally.label}>
                    {tally.label.toLowerCase()} <TallyLink tally={tally} of={rule.name} />
                  </span>
                ))}
              </span>,
            ],
            ["Set aside", setAsideWords(rule.counts)],
          ]}
        />
      </Card>
    </>
  );
} // prettier-ignore
