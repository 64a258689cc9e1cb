const MAX_LENGTH = 200;

/** The input field that says most about a call, by tool; others are searched in `FALLBACK` order. */
const TELLING_FIELD: Readonly<Record<string, string>> = {
  Bash: "command",
  PowerShell: "command",
  Monitor: "command",
  Read: "file_path",
  Write: "file_path",
  Edit: "file_path",
  MultiEdit: "file_path",
  NotebookEdit: "notebook_path",
  WebFetch: "url",
  WebSearch: "query",
  Grep: "pattern",
  Glob: "pattern",
  Agent: "description",
  Task: "description",
};
const FALLBACK = ["command", "file_path", "path", "url", "query", "description", "prompt", "name", "id"];

/** One line for lists: what a call does, without its tool's name. At most 200 characters. */
export function summarise(tool: string, input: Readonly<Record<string, unknown>>): string {
  const telling = TELLING_FIELD[tool];
  for (const field of telling === undefined ? FALLBACK : [telling, ...FALLBACK]) {
    const value = input[field];
    if (typeof value === "string" && value.trim() !== "") return oneLine(value);
  }
  return oneLine(scalars(input));
}

function scalars(input: Readonly<Record<string, unknown>>): string {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(input).slice(0, 8)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      parts.push(`${key}: ${String(value).slice(0, MAX_LENGTH)}`);
    }
  }
  return parts.join(", ");
}

function oneLine(text: string): string {
  const flat = text
    .slice(0, 4 * MAX_LENGTH)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return flat.length > MAX_LENGTH ? `${flat.slice(0, MAX_LENGTH - 1)}…` : flat;
}
