import { Copy, Layers, TimerOff } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
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
    <Table label={`Trusted ${TRUST_WORDS[kind].plural.toLowerCase()}`} className="sm:min-w-176">
      <THead>
        <Tr>
          <Th>{TRUST_WORDS[kind].plural}</Th>
          <Th>Reason</Th>
          <Th className="max-sm:hidden">Owner</Th>
          <Th className="max-sm:hidden">Added</Th>
          <Th className="max-sm:hidden">Expires</Th>
          {mayEdit ? (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          ) : null}
        </Tr>
      </THead>
      <TBody>
        {entries.map((entry) => {
          const issue = issuesOf.get(entry.id);
          return (
            <Tr key={entry.id}>
              <Td className="max-w-96 sm:min-w-72">
                <span className="font-mono text-[0.8125rem] wrap-anywhere">{entry.value}</span>
                {issue ? <IssueNote issue={issue} /> : null}
              </Td>
              <Td className="max-w-80 wrap-anywhere">
                {entry.reason}
                {/* The columns for it are not shown on a narrow screen. */}
                {entry.expiresAt ? (
                  <span className="mt-1 flex items-center gap-1.5 text-xs text-muted sm:hidden">
                    Expires <Expiry at={entry.expiresAt} now={now} />
                  </span>
                ) : null}
              </Td>
              <Td className="whitespace-nowrap max-sm:hidden">
                {entry.ownerId ? (
                  (ownerName.get(entry.ownerId) ?? <span className="text-ask">Left the organization</span>)
                ) : (
                  <span className="text-muted">Nobody</span>
                )}
              </Td>
              <Td className="max-sm:hidden">
                <Time at={entry.addedAt} show="date" />
              </Td>
              <Td className="max-sm:hidden">
                <Expiry at={entry.expiresAt} now={now} />
              </Td>
              {mayEdit ? (
                <Td className="py-1.5 text-right whitespace-nowrap">
                  <TrustRowActions entry={entry} owners={owners} />
                </Td>
              ) : null}
            </Tr>
          );
        })}
      </TBody>
    </Table>
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
