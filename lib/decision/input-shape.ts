import type { Action, Opaque } from "./types";

/** No system opens a longer path. */
export const MAX_PATH_LENGTH = 4_096;
const MAX_URL = 8_192;
const MAX_TEXT = 65_536;

/** What the client's own tools must name, in which field, and how long that may be. */
const REQUIRED: Readonly<Record<string, readonly [string, number]>> = {
  Read: ["file_path", MAX_PATH_LENGTH],
  NotebookRead: ["notebook_path", MAX_PATH_LENGTH],
  Write: ["file_path", MAX_PATH_LENGTH],
  Edit: ["file_path", MAX_PATH_LENGTH],
  MultiEdit: ["file_path", MAX_PATH_LENGTH],
  NotebookEdit: ["notebook_path", MAX_PATH_LENGTH],
  Grep: ["pattern", MAX_TEXT],
  Glob: ["pattern", MAX_PATH_LENGTH],
  WebFetch: ["url", MAX_URL],
  WebSearch: ["query", MAX_TEXT],
  PowerShell: ["command", MAX_TEXT],
};

/** Named by choice: text, or not there. */
const OPTIONAL = ["file_path", "filePath", "notebook_path", "path", "uri", "glob"];

/** Why a call of one of the client's own tools cannot be judged by what it names; null when it can. */
export function misshapen({ tool, input }: Action): Opaque | null {
  const required = Object.hasOwn(REQUIRED, tool) ? REQUIRED[tool] : undefined;
  if (required === undefined && tool !== "LS" && tool !== "LSP" && tool !== "ReadMcpResourceTool") return null;
  if (required !== undefined) {
    const [field, longest] = required;
    const value = input[field];
    if (typeof value !== "string") return doubt(field, `${tool} needs text in ${field}.`);
    if (value.length > longest) return doubt(field, `${field} is too long to be read through.`);
  }
  for (const field of OPTIONAL) {
    const value = input[field];
    if (value === undefined || value === null) continue;
    if (typeof value !== "string") return doubt(field, `${tool} takes text in ${field}.`);
    if (value.length > MAX_PATH_LENGTH) return doubt(field, `${field} is too long to be read through.`);
  }
  return null;
}

/** Evidence points into text; where there is none, at nothing. */
const doubt = (field: string, reason: string): Opaque => ({
  reason,
  evidence: { field, start: 0, end: 0, note: reason },
});
