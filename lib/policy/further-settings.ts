import { type Finding, finding } from "./finding";
import { isJsonObject, type JsonObject } from "./json";

/** Settings with which an administrator would, knowingly or not, switch off what Gatehouse is there for. */
const RESERVED: readonly { path: readonly string[]; why: string }[] = [
  { path: ["disableAutoMode"], why: "Who may use auto mode is set in the rollout." },
  { path: ["permissions", "disableAutoMode"], why: "Who may use auto mode is set in the rollout." },
  { path: ["disableAllHooks"], why: "It would switch off the decisions and their record." },
];

/** The further settings that may be merged, and a warning for each key that was left out. */
export function mergeableSettings(settings: JsonObject): { settings: JsonObject; warnings: Finding[] } {
  const kept = structuredClone(settings);
  const warnings: Finding[] = [];
  for (const { path, why } of RESERVED) {
    const holder = path.slice(0, -1).reduce<unknown>((at, key) => (isJsonObject(at) ? at[key] : undefined), kept);
    const key = path.at(-1) ?? "";
    if (!isJsonObject(holder) || !Object.hasOwn(holder, key)) continue;
    delete holder[key];
    warnings.push(
      finding("warning", "setting-ignored", `/settings/${path.join("/")}`, `“${path.join(".")}” is left out. ${why}`),
    );
  }
  return { settings: kept, warnings };
}
