import { Card } from "@/components/ui/card";
import type { RuleList } from "@/lib/audit/list-rules";
import { talliesOf } from "./rule-hrefs";
import { TallyLink } from "./tally-link";

type Props = Pick<RuleList, "others" | "days">;

/** Names that decisions carry and this catalogue does not: nothing that was recorded is left out of the counts. */
export const OtherRules = ({ others, days }: Props) =>
  others.length === 0 ? null : (
    <Card
      id="other-rules"
      title="Named in decisions, not in this catalogue"
      description="Rules of Claude Code's own classifier, which reports what it denied, or of another version of Gatehouse."
    >
      <ul className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {others.map((counts) => {
          const { blocks, fallbacks, asks } = talliesOf({ id: counts.rule, counts }, days);
          return (
            <li key={counts.rule} className="flex items-baseline justify-between gap-3 text-sm">
              <span className="min-w-0 truncate font-mono text-xs">{counts.rule}</span>
              <span className="flex shrink-0 gap-3 text-xs text-muted">
                {[blocks, fallbacks, asks].map((tally) =>
                  tally.count > 0 ? (
                    <span key={tally.label}>
                      {tally.label.toLowerCase()} <TallyLink tally={tally} of={counts.rule} />
                    </span>
                  ) : null,
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
