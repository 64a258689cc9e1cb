import { History } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { OutcomeBadge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { plural } from "@/components/ui/plural";
import { Time } from "@/components/ui/time";
import { RuleName } from "@/components/audit/rule-name";
import { SessionWarnings } from "@/components/audit/session-warnings";
import { auditHref } from "@/lib/audit/filter-query";
import { isObserved } from "@/lib/audit/outcome";
import { mergeById } from "@/lib/audit/page";
import type { DecisionRow } from "@/lib/audit/schemas";
import type { SessionEntry, SessionTimeline } from "@/lib/audit/session-timeline";

type Props = {
  timeline: SessionTimeline;
  developer: string;
  seesAudit: boolean;
  /** Not on the newest page. */ paged: boolean;
};

/** Sessions, newest first, each with what was stopped in it. */
export const SessionList = ({ timeline: { sessions, older }, developer, seesAudit, paged }: Props) => (
  <Card
    id="sessions"
    title="Sessions"
    description="Newest first, each with what was stopped in it and the latest action that was allowed."
  >
    {sessions.length === 0 ? (
      <EmptyState icon={History} title="No session yet">
        A session appears with its first decision.
      </EmptyState>
    ) : (
      <ol className="flex flex-col gap-5">
        {sessions.map((session) => (
          <Session key={session.id} session={session} seesAudit={seesAudit} />
        ))}
      </ol>
    )}
    {older || paged ? (
      <nav aria-label="Pages of sessions" className="mt-4 flex justify-end gap-2">
        {paged ? (
          <ButtonLink size="sm" href={`/developers/${developer}#sessions`}>
            Newest
          </ButtonLink>
        ) : null}
        {older ? (
          <ButtonLink size="sm" href={`/developers/${developer}?before=${encodeURIComponent(older)}#sessions`}>
            Older
          </ButtonLink>
        ) : null}
      </nav>
    ) : null}
  </Card>
);

function Session({ session, seesAudit }: { session: SessionEntry; seesAudit: boolean }) {
  const { id, stopped, stoppedCount, allowed, latestAllowed } = session;
  const lines = mergeById(latestAllowed ? [stopped, [latestAllowed]] : [stopped], "desc");
  const all = auditHref({ type: "decisions", session: id, from: new Date(Date.parse(session.startedAt) - 60_000) });
  return (
    <li className="border-l-2 border-line pl-4">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h3 className="font-medium">
          <Time at={session.startedAt} />
        </h3>
        <p className="text-xs text-muted">
          {stoppedCount === 0 ? "nothing stopped" : `${stoppedCount} stopped`} · {plural(allowed, "action")} allowed
          {session.client ? ` · ${session.client}` : ""}
        </p>
        {seesAudit ? (
          <Link href={all} title={id} className="text-xs text-accent underline-offset-2 hover:underline">
            All decisions of the session
          </Link>
        ) : null}
      </header>
      <ul className="mt-2 flex flex-col gap-1">
        {lines.map((row) => (
          <Line key={row.id} row={row} note={row === latestAllowed ? "latest allowed" : undefined} />
        ))}
        {stoppedCount > stopped.length ? (
          <li className="text-xs text-muted">and {stoppedCount - stopped.length} more</li>
        ) : null}
      </ul>
      <SessionWarnings warnings={session.warnings} />
    </li>
  );
}

const Line = ({ row, note }: { row: DecisionRow; note?: string }) => (
  <li className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
    <span className="font-mono text-xs text-muted">{row.at.slice(11, 19)}</span>
    <OutcomeBadge outcome={row.outcome} observed={isObserved(row)} />
    <Link
      href={`/audit/${row.id}` as Route}
      title={row.reason}
      className="min-w-0 flex-1 basis-48 truncate font-mono text-xs underline-offset-2 hover:underline"
    >
      <span className="sr-only">{row.tool}: </span>
      {row.summary || row.tool}
    </Link>
    {note ? <span className="text-xs text-muted">{note}</span> : <RuleName rule={row.rule} tier={row.tier} />}
  </li>
);
