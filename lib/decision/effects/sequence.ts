import { inputText } from "../input-text";
import type { SimpleCommand } from "../shell/types";
import type { Scene } from "./scene";

/** Whether a call, plain as it stands, is followed by another that runs only where it and all between them went well: joined by `&&` alone. */
export function goesOnOnlyAfter(first: SimpleCommand, second: SimpleCommand, scene: Scene): boolean {
  const between = gap(first, second, scene);
  return between !== null && /^[^;&|\n]*(?:&&[^;&|\n]*)+$/.test(between);
}

/** The same, with nothing between the two. */
export const comesRightAfter = (first: SimpleCommand, second: SimpleCommand, scene: Scene): boolean =>
  gap(first, second, scene)?.trim() === "&&";

/** The text between two calls; null where the first may be turned round or left out: `! first && second`, `x || first && second`. */
function gap(first: SimpleCommand, second: SimpleCommand, { action, field }: Scene): string | null {
  const text = inputText(action, field) ?? "";
  const isPlain = first.end <= second.start && first.assignments.size + first.wrappers.length === 0 && first.start === first.program.start; // prettier-ignore
  if (!isPlain || !text.startsWith(first.program.value, first.start)) return null;
  const before = text.slice(Math.max(0, first.start - MAX_BEFORE), first.start);
  const rest = before.trimEnd();
  const isNewLine = before.slice(rest.length).includes("\n") && !/[|&!\\]$/.test(rest);
  if (rest !== "" && !isNewLine && !/(?:;|&&)$/.test(rest)) return null;
  return text.slice(first.end, second.start).replace(/\d?>&\d|&?>\s*\/dev\/null/g, "");
}

const MAX_BEFORE = 200;
