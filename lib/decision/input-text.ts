import type { Action } from "./types";

/** One field of a tool's input, when it is text; null for anything else a model may have put there. */
export function inputText(action: Pick<Action, "input">, field: string): string | null {
  const value = action.input[field];
  return typeof value === "string" ? value : null;
}
