import Link from "next/link";
import { Badge, OutcomeBadge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { AuditFilter } from "@/lib/audit/filter";
import { auditHref } from "@/lib/audit/filter-query";
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

const cell = "px-2 py-1.5 align-middle first:pl-3 last:pr-3";

/** Dense rows, newest first. The time is the link that opens the record; it spans the row. */
export function TrailTable({ rows, filter, cursor, selected }: Props) {
  const admin = filter.type === "admin";
  return (
    <Table label="Records" className="min-w-208">
      <THead>
        <Tr>
          <Th>Time (UTC)</Th>
          <Th>{admin ? "Action" : "Outcome"}</Th>
          <Th>{admin ? "What happened" : "Developer"}</Th>
          {admin ? null : (
            <>
              <Th>Tool</Th>
              <Th className="w-full">What it would do</Th>
              <Th>Rule</Th>
            </>
          )}
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr
            key={row.id}
            className={cn(
              "relative hover:bg-sunken/60 has-[[data-row]:focus-visible]:bg-accent-soft",
              row.id === selected && "bg-accent-soft",
            )}
          >
            <Td className={cn(cell, "font-mono text-xs whitespace-nowrap")}>
              <Link
                href={auditHref(filter, { ...cursor, record: row.id })}
                scroll={false}
                data-row
                aria-current={row.id === selected ? "true" : undefined}
                className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
              >
                <RowTime at={row.at} />
              </Link>
            </Td>
            {row.kind === "admin" ? (
              <AdminCells row={row} wide={!admin} />
            ) : (
              <DecisionCells row={row} filter={filter} />
            )}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

const AdminCells = ({ row, wide }: { row: Extract<TrailRow, { kind: "admin" }>; wide: boolean }) => (
  <>
    <Td className={cell}>
      <Badge>Admin</Badge>
    </Td>
    <Td className={cell} colSpan={wide ? 4 : 1}>
      {row.sentence}
      {row.reason ? <span className="text-muted"> · {row.reason}</span> : null}
    </Td>
  </>
);

const above = "relative underline-offset-2 hover:underline";

const DecisionCells = ({ row, filter }: { row: Extract<TrailRow, { kind: "decision" }>; filter: AuditFilter }) => (
  <>
    <Td className={cell}>
      <OutcomeBadge outcome={row.outcome} />
    </Td>
    <Td className={cn(cell, "whitespace-nowrap")}>
      {row.developer ? (
        <Link href={`/developers/${row.developer.id}`} title={row.developer.email} className={above}>
          {row.developer.name}
        </Link>
      ) : (
        <span className="text-muted">unknown</span>
      )}
    </Td>
    <Td className={cn(cell, "whitespace-nowrap")}>
      <Link href={auditHref({ ...filter, tool: row.tool })} title={`Only ${row.tool}`} className={above}>
        {row.tool}
      </Link>
    </Td>
    <Td className={cn(cell, "max-w-0")}>
      <p className="truncate font-mono text-xs" title={row.summary}>
        {row.summary}
      </p>
      <p className="mt-0.5 truncate text-xs text-muted" title={row.reason}>
        {row.reason}
      </p>
    </Td>
    <Td className={cell}>
      <Link
        href={auditHref({ ...filter, rule: row.rule ?? row.tier })}
        title={`Only ${row.rule ?? row.tier}`}
        className={cn(above, "block max-w-36 truncate")}
      >
        <RuleName rule={row.rule} tier={row.tier} />
      </Link>
    </Td>
  </>
);
