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

const head = "px-2 first:pl-3 last:pr-3";
/** On a narrow screen a row is a small card: time and outcome, person and rule, then what it would do. */
const cell = "align-middle max-md:min-w-0 max-md:p-0 md:px-2 md:py-1.5 md:first:pl-3 md:last:pr-3";

/** Dense rows, newest first. The time is the link that opens the record; it spans the row. */
export function TrailTable({ rows, filter, cursor, selected }: Props) {
  const admin = filter.type === "admin";
  return (
    <Table label="Records" className="md:min-w-208 max-md:block">
      <THead className="max-md:sr-only">
        <Tr>
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
        </Tr>
      </THead>
      <TBody className="max-md:block">
        {rows.map((row) => (
          <Tr
            key={row.id}
            className={cn(
              "relative max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-3 max-md:gap-y-1 max-md:px-3 max-md:py-2.5 hover:bg-sunken/60 has-[[data-row]:focus-visible]:bg-accent-soft",
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
    <Td className={cn(cell, "max-md:text-right")}>
      <Badge>Admin</Badge>
    </Td>
    <Td className={cn(cell, "max-md:col-span-2")} colSpan={wide ? 4 : 1}>
      {row.sentence}
      {row.reason ? <span className="text-muted"> · {row.reason}</span> : null}
    </Td>
  </>
);

const above = "relative underline-offset-2 hover:underline";

const DecisionCells = ({ row, filter }: { row: Extract<TrailRow, { kind: "decision" }>; filter: AuditFilter }) => (
  <>
    <Td className={cn(cell, "max-md:text-right")}>
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
    <Td className={cn(cell, "whitespace-nowrap max-md:hidden")}>
      <Link href={auditHref({ ...filter, tool: row.tool })} title={`Only ${row.tool}`} className={above}>
        {row.tool}
      </Link>
    </Td>
    <Td className={cn(cell, "max-md:order-last max-md:col-span-2 md:max-w-0")}>
      <p className="truncate font-mono text-xs" title={row.summary}>
        {row.summary}
      </p>
      <p className="mt-0.5 truncate text-xs text-muted" title={row.reason}>
        {row.reason}
      </p>
    </Td>
    <Td className={cn(cell, "max-md:text-right")}>
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
