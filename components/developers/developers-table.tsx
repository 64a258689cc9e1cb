import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { StackedCell, StackedRow, StackedTable } from "@/components/ui/stacked-table";
import { Th } from "@/components/ui/table";
import type { DeveloperRow } from "@/lib/audit/list-developers";
import { auditHref } from "@/lib/audit/filter-query";
import type { Range } from "@/lib/audit/time-window";
import type { ClientState } from "@/lib/delivery/client-state";
import { AutoModeBadge } from "./auto-mode-badge";
import { ClientStateBadge } from "./client-state-badge";

/** The name is the link, and spans the row. As a card: name and clients, then the rest line by line. */
export const DevelopersTable = ({ rows }: { rows: readonly DeveloperRow[] }) => (
  <StackedTable
    label="Developers"
    className="md:min-w-208"
    head={
      <>
        <Th>Developer</Th>
        <Th>Clients</Th>
        <Th>Groups</Th>
        <Th>Auto mode</Th>
        <Th className="text-right">Blocks 7 / 30 days</Th>
        <Th className="text-right">Fallbacks 7 / 30 days</Th>
      </>
    }
  >
    {rows.map((row) => (
      <StackedRow key={row.id} className="relative hover:bg-sunken/60">
        <StackedCell className="py-2">
          <Link
            href={`/developers/${row.id}`}
            className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {row.name}
          </Link>
          <p className="text-xs wrap-anywhere text-muted">{row.email}</p>
        </StackedCell>
        <StackedCell className="py-2 align-middle">
          <Clients clients={row.clients} />
        </StackedCell>
        <StackedCell label="Groups" className="py-2 align-middle">
          <Groups groups={row.groups} />
        </StackedCell>
        <StackedCell label="Auto mode" className="py-2 align-middle">
          <AutoModeBadge on={row.autoMode} />
        </StackedCell>
        <StackedCell label="Blocks 7 / 30 days" className="py-2 text-right align-middle">
          <Counts developer={row.id} verdict="block" week={row.last7Days.blocks} month={row.last30Days.blocks} />
        </StackedCell>
        <StackedCell label="Fallbacks 7 / 30 days" className="py-2 text-right align-middle">
          <Counts
            developer={row.id}
            verdict="fallback"
            week={row.last7Days.fallbacks}
            month={row.last30Days.fallbacks}
          />
        </StackedCell>
      </StackedRow>
    ))}
  </StackedTable>
);

const Groups = ({ groups }: Pick<DeveloperRow, "groups">) =>
  groups.length === 0 ? (
    <span className="text-xs text-muted">none</span>
  ) : (
    <ul className="flex flex-wrap gap-1 max-md:justify-end">
      {groups.map(({ id, name }) => (
        <li key={id}>
          <Link href={`/developers?group=${id}`} title={`Only ${name}`} className="relative">
            <Badge className="hover:border-line-strong">{name}</Badge>
          </Link>
        </li>
      ))}
    </ul>
  );

/** Several clients in one state are one badge. */
function Clients({ clients }: Pick<DeveloperRow, "clients">) {
  if (clients.length === 0) return <span className="text-xs text-muted">none signed in</span>;
  const states = new Map<ClientState | null, number>();
  for (const { state } of clients) states.set(state, (states.get(state) ?? 0) + 1);
  return (
    <ul className="flex flex-wrap gap-1 max-md:justify-end">
      {[...states].map(([state, count]) => (
        <li key={state} className="relative">
          <ClientStateBadge state={state} count={count} />
        </li>
      ))}
    </ul>
  );
}

type CountsProps = { developer: string; verdict: "block" | "fallback"; week: number; month: number };

const Counts = ({ developer, verdict, week, month }: CountsProps) => {
  const link = (count: number, range: Range) =>
    count === 0 ? (
      <span className="text-muted">0</span>
    ) : (
      <Link
        href={auditHref({ developer, verdict: [verdict], range })}
        className="relative font-medium underline-offset-2 hover:underline"
      >
        {count}
      </Link>
    );
  return (
    <span className="whitespace-nowrap">
      {link(week, "7d")} <span className="text-muted">/</span> {link(month, "30d")}
    </span>
  );
};
