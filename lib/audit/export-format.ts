import { tokensOf } from "@/lib/classifier/price";
import type { TrailRow } from "./schemas";

/** `cases`: decisions only, as the evaluation of the classifier reads them. */
export const EXPORT_FORMATS = ["csv", "ndjson", "cases"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_CONTENT_TYPE: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  ndjson: "application/x-ndjson; charset=utf-8",
  cases: "application/x-ndjson; charset=utf-8",
};
export const EXPORT_EXTENSION: Record<ExportFormat, string> = { csv: "csv", ndjson: "ndjson", cases: "cases.jsonl" };

const COLUMNS = [
  "id", "at", "kind", "actor", "actor_email", "outcome", "tool", "summary", "rule", "tier", "reason", "session", "revision",
  "action", "target", "llm_verdict", "llm_model", "llm_tokens", "llm_cost_usd", "enforcement", "answer",
] as const; // prettier-ignore
type Cells = Partial<Record<(typeof COLUMNS)[number], string | number | null>>;

const cellsOf = (row: TrailRow): Cells =>
  row.kind === "admin"
    ? {
        id: row.id,
        at: row.at,
        kind: row.kind,
        actor: row.actor.label,
        summary: row.sentence,
        reason: row.reason,
        action: row.action,
        target: row.target.label,
      }
    : {
        id: row.id,
        at: row.at,
        kind: row.kind,
        actor: row.developer?.name,
        actor_email: row.developer?.email,
        outcome: row.outcome,
        tool: row.tool,
        summary: row.summary,
        rule: row.rule,
        tier: row.tier,
        reason: row.reason,
        session: row.sessionId,
        revision: row.revision,
        llm_verdict: row.llm?.verdict,
        llm_model: row.llm?.usage?.model,
        llm_tokens: row.llm?.usage && tokensOf(row.llm.usage),
        llm_cost_usd: row.llm?.usage?.costUsd,
        enforcement: row.enforcement,
        answer: row.answer,
      };

/** RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe: commands are written by others. */
function csvCell(value: string | number | null | undefined): string {
  const text = String(value ?? "");
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

export const exportHeader = (format: ExportFormat): string => (format === "csv" ? `${COLUMNS.join(",")}\r\n` : "");

export function exportLine(format: Exclude<ExportFormat, "cases">, row: TrailRow): string {
  if (format === "ndjson") return `${JSON.stringify(row)}\n`;
  const cells = cellsOf(row);
  return `${COLUMNS.map((column) => csvCell(cells[column])).join(",")}\r\n`;
}
