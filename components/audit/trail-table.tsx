import Link from "next/link";
import { Badge, OutcomeBadge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { StackedCell, StackedRow, StackedTable } from "@/components/ui/stacked-table";
import { Th } from "@/components/ui/table";
import type { AuditFilter } from "@/lib/audit/filter";
import { auditHref } from "@/lib/audit/filter-query";
import { isObserved } from "@/lib/audit/outcome";
import type { TrailRow } from "@/lib/audit/schemas";
import { RowTime } from "./row-time";
import { RuleName } from "./rule-name";

type Props = {
  rows: readonly TrailRow[];
  filter: AuditFilter;
  /** Of the page that is shown, to keep it while a record is open. */
  cursor: { before?: string; after?: string };
  selected?: string;
};

const head = "px-2 first:pl-3 last:pr-3";
const cell = "align-middle md:px-2 md:py-1.5 md:first:pl-3 md:last:pr-3";

/**
 * Dense rows, newest first. The time is the link that opens the record; it spans the row. As a card: time and outcome, person and rule,
 * then what it would do.
 */
export function TrailTable({ rows, filter, cursor, selected }: Props) {
  const admin = filter.type === "admin";
  return (
    <StackedTable
      label="Records"
      className="md:min-w-208"
      head={
        <>
          <Th className={head}>Time (UTC)</Th>
          <Th className={head}>{admin ? "Action" : "Outcome"}</Th>
          <Th className={head}>{admin ? "What happened" : "Developer"}</Th>
          {admin ? null : (
            <>
              <Th className={head}>Tool</Th>
              <Th className={cn(head, "w-full")}>What it would do</Th>
              <Th className={head}>Rule</Th>
            </>
          )}
        </>
      }
    >
      {rows.map((row) => (
        <StackedRow
          key={row.id}
          className={cn(
            "relative max-md:gap-y-1 hover:bg-sunken/60 has-[[data-row]:focus-visible]:bg-accent-soft",
            row.id === selected && "bg-accent-soft",
          )}
        >
          <StackedCell className={cn(cell, "font-mono text-xs whitespace-nowrap")}>
            <Link
              href={auditHref(filter, { ...cursor, record: row.id })}
              scroll={false}
              data-row
              aria-current={row.id === selected ? "true" : undefined}
              className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
            >
              <RowTime at={row.at} />
            </Link>
          </StackedCell>
          {row.kind === "admin" ? <AdminCells row={row} wide={!admin} /> : <DecisionCells row={row} filter={filter} />}
        </StackedRow>
      ))}
    </StackedTable>
  );
}

const AdminCells = ({ row, wide }: { row: Extract<TrailRow, { kind: "admin" }>; wide: boolean }) => (
  <>
    <StackedCell className={cn(cell, "max-md:text-right")}>
      <Badge>Admin</Badge>
    </StackedCell>
    <StackedCell className={cn(cell, "max-md:col-span-2")} colSpan={wide ? 4 : 1}>
      {row.sentence}
      {row.reason ? <span className="text-muted"> · {row.reason}</span> : null}
    </StackedCell>
  </>
);

const above = "relative underline-offset-2 hover:underline";

const DecisionCells = ({ row, filter }: { row: Extract<TrailRow, { kind: "decision" }>; filter: AuditFilter }) => (
  <>
    <StackedCell className={cn(cell, "max-md:text-right")}>
      <OutcomeBadge outcome={row.outcome} observed={isObserved(row)} />
    </StackedCell>
    <StackedCell className={cn(cell, "whitespace-nowrap")}>
      {row.developer ? (
        <Link href={`/developers/${row.developer.id}`} title={row.developer.email} className={above}>
          {row.developer.name}
        </Link>
      ) : (
        <span className="text-muted">unknown</span>
      )}
    </StackedCell>
    <StackedCell className={cn(cell, "whitespace-nowrap max-md:hidden")}>
      <Link href={auditHref({ ...filter, tool: row.tool })} title={`Only ${row.tool}`} className={above}>
        {row.tool}
      </Link>
    </StackedCell>
    <StackedCell className={cn(cell, "max-md:order-last max-md:col-span-2 md:max-w-0")}>
      <p className="truncate font-mono text-xs" title={row.summary}>
        {row.summary}
      </p>
      <p className="mt-0.5 truncate text-xs text-muted" title={row.reason}>
        {row.reason}
      </p>
    </StackedCell>
    <StackedCell className={cn(cell, "max-md:text-right")}>
      <Link
        href={auditHref({ ...filter, rule: row.rule ?? row.tier })}
        title={`Only ${row.rule ?? row.tier}`}
        className={cn(above, "block max-w-[45vw] truncate md:max-w-36")}
      >
        <RuleName rule={row.rule} tier={row.tier} />
      </Link>
    </StackedCell>
  </>
);
