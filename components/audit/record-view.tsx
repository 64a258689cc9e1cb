import type { TrailRecord } from "@/lib/audit/schemas";
import { AdminRecord } from "./admin-record";
import { DecisionRecord } from "./decision-record";

/** A short heading: who and what. */
export const recordTitle = (record: TrailRecord): string =>
  record.kind === "admin" ? record.sentence : `${record.tool} by ${record.developer?.name ?? "an unknown developer"}`;

/** The whole of one record, the same beside the list and on its own page. */
export const RecordView = ({ record, seesAudit }: { record: TrailRecord; seesAudit: boolean }) =>
  record.kind === "admin" ? <AdminRecord record={record} /> : <DecisionRecord record={record} seesAudit={seesAudit} />;
