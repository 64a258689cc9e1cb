import { inputText } from "./input-text";
import type { EarlierCall } from "./types";

/** One change of a file: what it puts in, where the input says so, and what that takes the place of; null where it is all there is. */
export type Change = { field: string; before: string | null; after: string };

/** What an edit tool's call changes, in its order. */
export function changesOf(call: Pick<EarlierCall, "tool" | "input">): Change[] {
  if (call.tool === "Write") {
    const content = inputText(call, "content");
    return content === null ? [] : [{ field: "content", before: null, after: content }];
  }
  const isMany = call.tool === "MultiEdit";
  const edits: unknown = isMany ? call.input.edits : [call.input];
  if (!Array.isArray(edits)) return [];
  return edits.flatMap((one: unknown, i): Change[] => {
    if (typeof one !== "object" || one === null) return [];
    const { old_string: before, new_string: after } = one as Record<string, unknown>;
    if (typeof before !== "string" || typeof after !== "string") return [];
    return [{ field: isMany ? `edits.${i}.new_string` : "new_string", before, after }];
  });
}
