import { Copy, Layers, TimerOff } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { StackedCell, StackedRow, StackedTable } from "@/components/ui/stacked-table";
import { Th } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { TrustEntry } from "@/lib/policy/schemas";
import type { TrustIssue } from "@/lib/policy/trust-issues";
import { TrustRowActions } from "./trust-row-actions";
import type { Owner } from "./owner-options";
import { TRUST_WORDS } from "./words";

type Props = {
  entries: readonly TrustEntry[];
  issuesOf: ReadonlyMap<string, TrustIssue>;
  owners: readonly Owner[];
  mayEdit: boolean;
  now: Date;
};

export function TrustTable({ entries, issuesOf, owners, mayEdit, now }: Props) {
  const ownerName = new Map(owners.map(({ id, name }) => [id, name]));
  const kind = entries[0]?.kind ?? "domain";
  return (
    <StackedTable
      label={`Trusted ${TRUST_WORDS[kind].plural.toLowerCase()}`}
      className="md:min-w-176"
      head={
        <>
          <Th>{TRUST_WORDS[kind].plural}</Th>
          <Th>Reason</Th>
          <Th>Owner</Th>
          <Th>Added</Th>
          <Th>Expires</Th>
          {mayEdit ? (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          ) : null}
        </>
      }
    >
      {entries.map((entry) => {
        const issue = issuesOf.get(entry.id);
        return (
          <StackedRow key={entry.id}>
            <StackedCell className="md:max-w-96 md:min-w-72">
              <span className="font-mono text-[0.8125rem] wrap-anywhere">{entry.value}</span>
              {issue ? <IssueNote issue={issue} /> : null}
            </StackedCell>
            <StackedCell className="wrap-anywhere max-md:col-span-2 md:max-w-80">{entry.reason}</StackedCell>
            <StackedCell label="Owner" className="whitespace-nowrap">
              {entry.ownerId ? (
                (ownerName.get(entry.ownerId) ?? <span className="text-ask">Left the organization</span>)
              ) : (
                <span className="text-muted">Nobody</span>
              )}
            </StackedCell>
            <StackedCell label="Added">
              <Time at={entry.addedAt} show="date" />
            </StackedCell>
            <StackedCell label="Expires">
              <Expiry at={entry.expiresAt} now={now} />
            </StackedCell>
            {mayEdit ? (
              <StackedCell className="text-right whitespace-nowrap max-md:col-start-2 max-md:row-start-1 md:py-1.5">
                <TrustRowActions entry={entry} owners={owners} />
              </StackedCell>
            ) : null}
          </StackedRow>
        );
      })}
    </StackedTable>
  );
}

const IssueNote = ({ issue }: { issue: TrustIssue }) => (
  <span className="mt-1 flex items-start gap-1.5 text-xs text-ask">
    {issue.kind === "duplicate" ? (
      <Copy aria-hidden className="mt-px size-3.5 shrink-0" />
    ) : (
      <Layers aria-hidden className="mt-px size-3.5 shrink-0" />
    )}
    <span className="wrap-anywhere">{issue.message}</span>
  </span>
);

function Expiry({ at, now }: { at: string | null; now: Date }) {
  if (!at) return <span className="text-muted">Never</span>;
  if (Date.parse(at) > now.getTime()) return <Time at={at} show="date" />;
  return (
    <Badge tone="ask" icon={TimerOff}>
      Expired
    </Badge>
  );
}
