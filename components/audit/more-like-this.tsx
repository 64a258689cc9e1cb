import { ButtonLink } from "@/components/ui/button";
import { auditHref } from "@/lib/audit/filter-query";
import type { DecisionRecord } from "@/lib/audit/schemas";
import { RecordSection } from "./record-section";

/** From one record to those that share something with it. */
export function MoreLikeThis({ record }: { record: DecisionRecord }) {
  const by = record.rule ?? record.tier;
  const verdict = [record.outcome];
  const { developer, tool } = record;
  const links = [
    { label: `Same rule: ${by}`, href: auditHref({ type: "decisions", rule: by, range: "30d" }) },
    ...(developer
      ? [
          {
            label: `Same rule by ${developer.name}`,
            href: auditHref({ type: "decisions", rule: by, developer: developer.id, range: "30d" }),
          },
          { label: `Everything by ${developer.name}`, href: auditHref({ type: "decisions", developer: developer.id }) },
        ]
      : []),
    { label: `Same tool and outcome`, href: auditHref({ type: "decisions", tool, verdict }) },
  ];
  return (
    <RecordSection title="More like this">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ label, href }) => (
          <li key={label}>
            <ButtonLink size="sm" href={href}>
              {label}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </RecordSection>
  );
}
