import Link from "next/link";
import { Card } from "@/components/ui/card";
import { plural } from "@/components/ui/plural";
import { Time } from "@/components/ui/time";
import { RuleName } from "@/components/audit/rule-name";
import { auditHref } from "@/lib/audit/filter-query";
import type { DecisionRow } from "@/lib/audit/schemas";
import type { TopDeveloper } from "@/lib/audit/top-lists";

export const TopDevelopersCard = ({ developers }: { developers: readonly TopDeveloper[] }) => (
  <Card id="top-developers" title="Stopped most often" description="Developers by blocks and fallbacks, last 7 days">
    {developers.length === 0 ? (
      <p className="text-sm text-muted">Nobody was stopped in this time.</p>
    ) : (
      <ol className="flex flex-col gap-1.5">
        {developers.map(({ id, name, email, blocks, fallbacks }) => (
          <li key={id} className="flex items-center gap-2">
            <Link
              href={`/developers/${id}`}
              title={email}
              className="min-w-0 flex-1 truncate underline-offset-2 hover:underline"
            >
              {name}
            </Link>
            <span className="text-xs whitespace-nowrap text-muted">
              {fallbacks > 0 ? plural(fallbacks, "fallback") : null}
            </span>
            <Link
              href={auditHref({ developer: id })}
              className="w-10 text-right font-medium underline-offset-2 hover:underline"
            >
              {blocks + fallbacks}
            </Link>
          </li>
        ))}
      </ol>
    )}
  </Card>
);

export const LatestFallbacksCard = ({ rows }: { rows: readonly DecisionRow[] }) => (
  <Card
    id="fallbacks"
    title="Latest fallbacks"
    description="Sessions that went back to asking the developer, after 3 blocks in a row or 20 in all."
  >
    {rows.length === 0 ? (
      <p className="text-sm text-muted">No session hit a limit in the last 7 days.</p>
    ) : (
      <ul className="flex flex-col divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-col gap-0.5 py-2 first:pt-0 last:pb-0">
            <span className="flex flex-wrap items-baseline gap-x-2 text-xs text-muted">
              <Time at={row.at} show="relative" />
              {row.developer ? <span className="text-ink">{row.developer.name}</span> : null}
              <RuleName rule={row.rule} tier={row.tier} />
            </span>
            <Link
              href={`/audit/${row.id}`}
              title={row.reason}
              className="truncate font-mono text-xs underline-offset-2 hover:underline"
            >
              {row.summary || row.tool}
            </Link>
          </li>
        ))}
      </ul>
    )}
  </Card>
);
