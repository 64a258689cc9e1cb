import { inputText } from "../input-text";
import type { SimpleCommand } from "../shell/types";
import type { Scene } from "./scene";

/** Whether the second call runs only where the first went well: joined by `&&` alone, or under `set -e`. */
export function goesOnOnlyAfter(first: SimpleCommand, second: SimpleCommand, { action, reading }: Scene): boolean {
  if (first.end > second.start) return false;
  const stops = reading.commands.some(({ name, args, end }) => name === "set" && end <= first.start && /^-\w*e/.test(args[0]?.value ?? "")); // prettier-ignore
  const between = (inputText(action, "command") ?? "").slice(first.end, second.start).replace(/\d?>&\d|&?>\s*\/dev\/null/g, ""); // prettier-ignore
  return !between.includes("||") && (stops || /^[^;&|\n]*(?:&&[^;&|\n]*)+$/.test(between));
}
