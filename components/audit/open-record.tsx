import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import type { AuditFilter } from "@/lib/audit/filter";
import { auditHref } from "@/lib/audit/filter-query";
import { getRecord } from "@/lib/audit/get-record";
import type { TrailRecord, TrailRow } from "@/lib/audit/schemas";
import type { Ctx } from "@/lib/auth/ctx";
import { AppError } from "@/lib/http/errors";
import { RecordSheet } from "./record-sheet";
import { recordTitle, RecordView } from "./record-view";

type Props = {
  ctx: Ctx;
  id: string;
  rows: readonly TrailRow[];
  filter: AuditFilter;
  cursor: { before?: string; after?: string };
};

const findRecord = (ctx: Ctx, id: string): Promise<TrailRecord | null> =>
  getRecord(ctx, id).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) return null;
    throw error;
  });

/** The record named in the address, beside the list it was opened from. */
export async function OpenRecord({ ctx, id, rows, filter, cursor }: Props) {
  const record = await findRecord(ctx, id);
  const index = rows.findIndex((row) => row.id === id);
  const hrefOf = (row: TrailRow | undefined) => (row ? auditHref(filter, { ...cursor, record: row.id }) : null);
  return (
    <RecordSheet
      title={record ? recordTitle(record) : "Record not found"}
      description={
        record ? (
          <span className="flex flex-wrap items-center gap-x-3">
            <Time at={record.at} />
            <Link href={`/audit/${record.id}`} className="inline-flex items-center gap-1 underline underline-offset-2">
              Full page <ExternalLink aria-hidden className="size-3" />
            </Link>
          </span>
        ) : null
      }
      closeHref={auditHref(filter, cursor)}
      previousHref={index > 0 ? hrefOf(rows[index - 1]) : null}
      nextHref={index >= 0 ? hrefOf(rows[index + 1]) : null}
    >
      {record ? (
        <RecordView record={record} seesAudit />
      ) : (
        <EmptyState title="No such record">It is not in this organization, or the link was cut off.</EmptyState>
      )}
    </RecordSheet>
  );
}
