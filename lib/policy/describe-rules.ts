import { canonicalJson } from "./canonical";
import type { Change, Risk } from "./change";
import { pointerTo } from "./json";
import { DEFAULTS, type PolicyContent } from "./schemas";

const RULE_LISTS = {
  environment: { name: "environment", add: "medium", remove: "low" },
  allow: { name: "allow", add: "high", remove: "low" },
  softDeny: { name: "soft deny", add: "low", remove: "high" },
  hardDeny: { name: "hard deny", add: "low", remove: "high" },
} as const satisfies Record<keyof PolicyContent["rules"], { name: string; add: Risk; remove: Risk }>;

const PERMISSION_LISTS = {
  deny: { name: "deny", add: "low", remove: "high" },
  ask: { name: "ask", add: "low", remove: "high" },
  allow: { name: "allow", add: "high", remove: "low" },
} as const satisfies Record<keyof PolicyContent["permissions"], { name: string; add: Risk; remove: Risk }>;

export const describeRuleChanges = (before: PolicyContent, after: PolicyContent): Change[] =>
  Object.entries(RULE_LISTS).flatMap(([list, words]) => {
    const key = list as keyof typeof RULE_LISTS;
    return listChanges("rules", `/rules/${key}`, before.rules[key], after.rules[key], (line, kind) =>
      line === DEFAULTS ? defaultsChange(words.name, kind) : ruleChange(words, line, kind),
    );
  });

export const describePermissionChanges = (before: PolicyContent, after: PolicyContent): Change[] =>
  Object.entries(PERMISSION_LISTS).flatMap(([list, words]) => {
    const key = list as keyof typeof PERMISSION_LISTS;
    return listChanges(
      "permissions",
      `/permissions/${key}`,
      before.permissions[key],
      after.permissions[key],
      (line, kind) => ({
        sentence: `${kind === "added" ? "Adds" : "Removes"} the permission rule “${line}” (${words.name}).`,
        risk: kind === "added" ? words.add : words.remove,
      }),
    );
  });

export function describeSettingChanges(before: PolicyContent, after: PolicyContent): Change[] {
  const keys = [...new Set([...Object.keys(before.settings), ...Object.keys(after.settings)])].sort();
  return keys.flatMap((key): Change[] => {
    const [was, is] = [before.settings[key], after.settings[key]];
    const base = { area: "settings", risk: "medium", path: pointerTo("/settings", key) } as const;
    if (is === undefined) return [{ ...base, kind: "removed", sentence: `Removes the setting “${key}”.` }];
    if (was === undefined) return [{ ...base, kind: "added", sentence: `Adds the setting “${key}”.` }];
    if (canonicalJson(was) === canonicalJson(is)) return [];
    return [{ ...base, kind: "changed", sentence: `Changes the setting “${key}”.` }];
  });
}

type Line = { sentence: string; risk: Risk };

function listChanges(
  area: "rules" | "permissions",
  path: string,
  before: readonly string[],
  after: readonly string[],
  describe: (line: string, kind: "added" | "removed") => Line,
): Change[] {
  const [old, now] = [new Set(before), new Set(after)];
  const changes: Change[] = [];
  for (const [index, line] of after.entries())
    if (!old.has(line)) changes.push({ area, kind: "added", path: `${path}/${index}`, ...describe(line, "added") });
  for (const [index, line] of before.entries())
    if (!now.has(line)) changes.push({ area, kind: "removed", path: `${path}/${index}`, ...describe(line, "removed") });
  if (changes.length === 0 && before.join("\n") !== after.join("\n"))
    changes.push({
      area,
      kind: "moved",
      path,
      risk: "low",
      sentence: `Changes the order of lines in ${path.slice(1).replace("/", ", ")}.`,
    });
  return changes;
}

const ruleChange = (
  words: { name: string; add: Risk; remove: Risk },
  line: string,
  kind: "added" | "removed",
): Line => ({
  sentence: `${kind === "added" ? "Adds" : "Removes"} the ${words.name} rule “${line}”.`,
  risk: kind === "added" ? words.add : words.remove,
});

const defaultsChange = (list: string, kind: "added" | "removed"): Line =>
  kind === "removed"
    ? { sentence: `Drops Claude Code's own ${list} entries.`, risk: "high" }
    : { sentence: `Brings back Claude Code's own ${list} entries.`, risk: "low" };
