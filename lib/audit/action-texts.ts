import type { DecisionRecord, EvidenceItem } from "./schemas";

export type ActionText = { field: string; text: string; evidence: EvidenceItem[] };

const TELLING = ["command", "file_path", "notebook_path", "url", "query", "pattern", "path", "description", "prompt"];

const inputOf = (action: unknown): Record<string, unknown> => {
  const input = typeof action === "object" && action !== null && "input" in action ? action.input : null;
  return typeof input === "object" && input !== null ? (input as Record<string, unknown>) : {};
};

const textOf = (value: unknown): string =>
  value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value, null, 2);

/** What of an action a person reads first: every field that evidence points into, else the one that says most. */
export function actionTexts({ action, evidence }: Pick<DecisionRecord, "action" | "evidence">): ActionText[] {
  const input = inputOf(action);
  const pointedAt = [...new Set(evidence.map(({ field }) => field))].filter((field) => textOf(input[field]) !== "");
  const telling = TELLING.find((field) => textOf(input[field]) !== "");
  const fields = pointedAt.length > 0 ? pointedAt : telling ? [telling] : Object.keys(input).slice(0, 1);
  return fields.map((field) => ({
    field,
    text: textOf(input[field]),
    evidence: evidence.filter((item) => item.field === field),
  }));
}
