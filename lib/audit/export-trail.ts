import { authorize, type Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { decisionQueryOf } from "./decision-query";
import type { DecisionQuery } from "./decision-where";
import { type ExportFormat, exportHeader, exportLine } from "./export-format";
import { asksForDecisions, type AuditFilter } from "./filter";
import { filterQuery } from "./filter-query";
import { type Cursor, mergeById, type Slice } from "./page";
import { adminWhere, readAdminActions } from "./read-admin-actions";
import { readDecisions } from "./read-decisions";
import { recordAdminAction } from "./record-admin-action";
import { readRecordedCases } from "./recorded-cases";
import type { TrailRow } from "./schemas";
import { windowOf } from "./time-window";
import { withTimeLimit } from "./time-limit";

/** Rows of one export; go on with `before=<id of the last>`. */
export const EXPORT_MAX = 100_000;
const BATCH = 1_000;
/** Texts are cut in lists, not in an export. */
const WHOLE = 1_000_000;

type Sources = { query: DecisionQuery | null; where: Awaited<ReturnType<typeof adminWhere>> | null };

async function sourcesOf(ctx: Ctx, filter: AuditFilter, format: ExportFormat): Promise<Sources> {
  const asked = filter.type === "admin" || (filter.type === "all" && !asksForDecisions(filter));
  const admin = asked && format !== "cases";
  return {
    query: filter.type === "admin" ? null : await decisionQueryOf(ctx, filter),
    where: admin ? await adminWhere(ctx, filter) : null,
  };
}

type Line = { id: string; line: string };

const readBatch = (ctx: Ctx, { query, where }: Sources, format: ExportFormat, slice: Slice): Promise<Line[]> =>
  withTimeLimit(ctx, async (tx) => {
    if (format === "cases") return query ? readRecordedCases(tx, query, slice) : [];
    const rows = mergeById<TrailRow>(
      [
        query ? await readDecisions(tx, query, { ...slice, lineMax: WHOLE }) : [],
        where ? await readAdminActions(tx, where, slice) : [],
      ],
      slice.order,
    ).slice(0, slice.take);
    return rows.map((row) => ({ id: row.id, line: exportLine(format, row) }));
  });

async function* lines(ctx: Ctx, sources: Sources, format: ExportFormat, first: Line[]): AsyncGenerator<string> {
  yield exportHeader(format);
  let batch = first;
  for (let written = batch.length; batch.length > 0; written += batch.length) {
    yield batch.map(({ line }) => line).join("");
    const room = Math.min(BATCH, EXPORT_MAX - written);
    if (batch.length < BATCH || room === 0) return;
    batch = await readBatch(ctx, sources, format, { order: "desc", past: batch.at(-1)?.id, take: room });
  }
}

/**
 * The same query as the list, whole and newest first, as text in pieces. That someone took it away is itself recorded,
 * before the first line. The first rows are read here, so that a refusal is still a refusal and not a torn file.
 */
export async function exportTrail(
  ctx: Ctx,
  filter: AuditFilter,
  format: ExportFormat,
  cursor: Cursor = {},
): Promise<AsyncGenerator<string>> {
  authorize(ctx, "audit:read");
  const fixed = { ...filter, ...windowOf(filter) };
  const sources = await sourcesOf(ctx, fixed, format);
  const first = await readBatch(ctx, sources, format, { order: "desc", past: cursor.before, take: BATCH });
  const query = filterQuery(fixed).toString();
  await inTransaction(ctx, (tx) =>
    recordAdminAction(tx, {
      action: "audit.export",
      target: {
        type: "audit_trail",
        label: `the audit trail as ${format === "cases" ? "cases of the evaluation" : format.toUpperCase()}`,
      },
      after: { format, query },
    }),
  );
  return lines(ctx, sources, format, first);
}
