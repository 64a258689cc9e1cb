import type { PolicyContent } from "./schemas";

type PermissionRules = PolicyContent["permissions"];

const KINDS = ["deny", "ask", "allow"] as const satisfies (keyof PermissionRules)[];

/**
 * All permission rules of a policy: its own, then those an administrator wrote under `permissions` of the further
 * settings. The document and the decision must agree on them.
 */
export function permissionRulesOf(policy: PolicyContent): PermissionRules {
  const further: unknown = policy.settings.permissions;
  const rules = { deny: [], ask: [], allow: [] } as PermissionRules;
  for (const kind of KINDS) rules[kind] = [...new Set([...policy.permissions[kind], ...stringsAt(further, kind)])];
  return rules;
}

const stringsAt = (value: unknown, key: string): string[] => {
  const list: unknown = value !== null && typeof value === "object" ? (value as Record<string, unknown>)[key] : [];
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
};
