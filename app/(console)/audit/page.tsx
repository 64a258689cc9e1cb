import { Download } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { chipsOf } from "@/components/audit/filter-words";
import { FilterChips } from "@/components/audit/filter-chips";
import { filterFields, rangeOptions } from "@/components/audit/filter-fields";
import { FilterForm } from "@/components/audit/filter-form";
import { LiveToggle } from "@/components/audit/live-toggle";
import { OpenRecord } from "@/components/audit/open-record";
import { RowKeys } from "@/components/audit/row-keys";
import { ScopeLine } from "@/components/audit/scope-line";
import { TrailEmpty } from "@/components/audit/trail-empty";
import { TrailTable } from "@/components/audit/trail-table";
import { TypeTabs } from "@/components/audit/type-tabs";
import { buttonClass } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Kbd } from "@/components/ui/kbd";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { CardsSkeleton } from "@/components/ui/skeleton";
import { type AuditFilter, readFilter } from "@/lib/audit/filter";
import { filterOptions } from "@/lib/audit/filter-options";
import { auditHref, filterQuery } from "@/lib/audit/filter-query";
import { hasDecisions } from "@/lib/audit/has-decisions";
import { listTrail } from "@/lib/audit/list-trail";
import { type Cursor, readCursor } from "@/lib/audit/page";
import { type MemberCtx, pageCtx } from "@/lib/auth/page";
import { AppError } from "@/lib/http/errors";

export const metadata: Metadata = { title: "Audit" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const EMPTY = { items: [], older: null, newer: null };

export default async function AuditPage({ searchParams }: Props) {
  const ctx = await pageCtx("audit:read");
  const raw = await searchParams;
  const { filter, faults } = readFilter(raw);
  const cursor = readCursor(raw);
  const record = typeof raw.record === "string" ? raw.record : undefined;
  return (
    <>
      <PageHeader
        title="Audit"
        description="Every decision on what agents wanted to do, and what people did on Gatehouse."
        actions={
          <>
            <LiveToggle />
            <ExportLink filter={filter} format="csv" />
            <ExportLink filter={filter} format="ndjson" />
          </>
        }
      />
      <TypeTabs filter={filter} />
      <Suspense fallback={<CardsSkeleton count={2} />}>
        <Trail ctx={ctx} filter={filter} faults={faults} cursor={cursor} record={record} />
      </Suspense>
    </>
  );
}

type TrailProps = {
  ctx: MemberCtx;
  filter: AuditFilter;
  faults: ReturnType<typeof readFilter>["faults"];
  cursor: Cursor;
  record: string | undefined;
};

async function Trail({ ctx, filter, faults, cursor, record }: TrailProps) {
  const [options, found] = await Promise.all([
    filterOptions(ctx, filter),
    listTrail(ctx, filter, cursor).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "search_too_broad") return error;
      throw error;
    }),
  ]);
  const tooBroad = found instanceof AppError ? found : null;
  const page = found instanceof AppError ? EMPTY : found;
  const chips = chipsOf(filter, options);
  return (
    <>
      <FilterForm
        search={filter.q ?? ""}
        range={filter.from || filter.to ? "" : (filter.range ?? "7d")}
        ranges={rangeOptions(filter)}
        fields={filterFields(filter, options)}
        keep={filter.type === "blocks" ? {} : { type: filter.type }}
      />
      <FilterChips filter={filter} chips={chips} />
      {faults.map(({ field, message }) => (
        <Callout key={field} tone="warn" role="status">
          <code>{field}</code> was left out of the query: {message}.
        </Callout>
      ))}
      {tooBroad ? (
        <Callout tone="warn" role="alert" title="The search took too long">
          {tooBroad.message}
        </Callout>
      ) : null}
      <ScopeLine filter={filter} chips={chips} shown={page.items.length} more={Boolean(page.older ?? page.newer)} />
      {page.items.length > 0 ? (
        <RowKeys>
          <TrailTable rows={page.items} filter={filter} cursor={cursor} selected={record} />
        </RowKeys>
      ) : tooBroad ? null : (
        <TrailEmpty filter={filter} chips={chips} started={await hasDecisions(ctx)} />
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        {page.items.length > 0 ? <KeyHints /> : null}
        <Pagination
          previousHref={page.newer ? auditHref(filter, { after: page.newer }) : null}
          nextHref={page.older ? auditHref(filter, { before: page.older }) : null}
        />
      </div>
      {record ? <OpenRecord ctx={ctx} id={record} rows={page.items} filter={filter} cursor={cursor} /> : null}
    </>
  );
}

const KeyHints = () => (
  <p className="flex items-center gap-1.5 text-xs text-muted max-sm:hidden">
    <Kbd>j</Kbd>
    <Kbd>k</Kbd> rows <Kbd>Enter</Kbd> open <Kbd>Esc</Kbd> close <Kbd>/</Kbd> search
  </p>
);

/** Not a Link: the router must not fetch a file ahead. */
function ExportLink({ filter, format }: { filter: AuditFilter; format: "csv" | "ndjson" }) {
  const query = filterQuery(filter);
  query.set("format", format);
  return (
    <a
      href={`/api/v1/audit/export?${query}`}
      download
      title="The same query, at most 100,000 rows"
      className={buttonClass({ size: "sm" })}
    >
      <Download aria-hidden /> {format.toUpperCase()}
    </a>
  );
}
