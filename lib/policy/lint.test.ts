import { describe, expect, test } from "vitest";
import { lintPolicy } from "./lint";
import { DEFAULTS, EMPTY_POLICY, type PolicyContent } from "./schemas";
import { policyWith, rulesWith, trustEntry } from "./testing";

const found = (policy: PolicyContent, now?: number) =>
  lintPolicy(policy, now).map(({ code, path }) => `${code} ${path}`);

test("there is nothing to say about the policy an organization starts with", () => {
  expect(lintPolicy(EMPTY_POLICY)).toEqual([]);
});

test("each finding names its place", () => {
  const policy = policyWith({
    trust: [
      trustEntry("domain", "*.example.com"),
      trustEntry("domain", "api.example.com"),
      trustEntry("domain", "*.co.uk"),
    ],
    rules: rulesWith({ allow: ["Anything on the test cluster"], softDeny: [DEFAULTS, "No deploys on Fridays"] }),
    settings: { env: { ANTHROPIC_BASE_URL: "https://elsewhere.example" }, policyHelper: {}, hooks: { PreToolUse: [] } },
  });
  expect(found(policy)).toEqual([
    "trust-invalid /trust/2",
    "trust-broad /trust/0",
    "defaults-removed /rules/allow",
    "custom-deny-refuses-unchecked /rules/softDeny",
    "soft-deny-not-firm /rules/softDeny",
    "setting-machine-only /settings/policyHelper",
    "env-clash /settings/env/ANTHROPIC_BASE_URL",
    "hook-clash /settings/hooks/PreToolUse",
    "trust-shadowed /trust/1",
  ]);
});

test.each([
  ["an Anthropic API key", "sk-ant-api03-abcdefgh"],
  ["an AWS access key", "AKIAABCDEFGHIJKLMNOP"],
  ["a password in a URL", "https://bot:hunter22@registry.example.com"],
])("%s in prose cannot be published", (what, secret) => {
  const [first] = lintPolicy(policyWith({ rules: rulesWith({ environment: [DEFAULTS, `Use ${secret} for it`] }) }));
  expect(first).toMatchObject({ severity: "error", code: "secret-in-policy", path: "/rules/environment/1" });
  expect(first?.message).toContain(what);
  expect(first?.message).not.toContain(secret);
});

test("developers' own hooks are worth a word once auto mode is on", () => {
  const on = policyWith({
    rollout: { groups: [], everyoneElse: { autoMode: true, enforcement: "observe", startInAutoMode: false } },
  });
  expect(found(on)).toEqual(["own-hooks-may-allow /settings/allowManagedHooksOnly"]);
  expect(found({ ...on, settings: { allowManagedHooksOnly: true } })).toEqual([]);
});

test("expired entries are pointed out", () => {
  const trust = [trustEntry("domain", "old.corp.example.com", { expiresAt: "2026-11-20T00:00:00Z" })];
  expect(found(policyWith({ trust }), Date.parse("2026-11-21T00:00:00Z"))).toEqual(["trust-expired /trust/0"]);
});

describe("permission rules", () => {
  const rules = (more: Partial<PolicyContent["permissions"]>) =>
    policyWith({ permissions: { deny: [], ask: [], allow: [], ...more } });

  test("that let an agent run anything are said to be set aside, wherever they stand", () => {
    const policy = rules({ allow: ["Bash(npm run test)", "Bash(*)", "Bash(python *)", "Agent", "Monitor"] });
    expect(found({ ...policy, settings: { permissions: { allow: ["Edit", "Bash"] } } })).toEqual([
      "allow-set-aside /permissions/allow/1",
      "allow-set-aside /permissions/allow/2",
      "allow-set-aside /permissions/allow/3",
      "allow-set-aside /permissions/allow/4",
      "allow-set-aside /settings/permissions/allow/1",
    ]);
    expect(found(rules({ deny: ["Bash(*)"], ask: ["Bash"] }))).toEqual([]);
  });

  test("that match nothing cannot be published where they were to protect something", () => {
    expect(lintPolicy(rules({ deny: ["rm -rf"], ask: ["Bash(git push *"], allow: ["Bash npm test"] }))).toMatchObject([
      { severity: "error", code: "permission-rule-unreadable", path: "/permissions/deny/0" },
      { severity: "error", code: "permission-rule-unreadable", path: "/permissions/ask/0" },
      { severity: "warning", code: "permission-rule-unreadable", path: "/permissions/allow/0" },
    ]);
  });
});

describe("trusted services and registries", () => {
  test("on a platform that others use are broad, unless they name a part of it", () => {
    const trust = [
      trustEntry("service", "https://slack.com/"),
      trustEntry("service", "https://hooks.slack.com/services/T0/"),
      trustEntry("registry", "https://npm.pkg.github.com/"),
      trustEntry("registry", "https://packages.corp.example.com/"),
    ];
    expect(found(policyWith({ trust }))).toEqual(["trust-broad /trust/0", "trust-broad /trust/2"]);
  });

  test("known by a name only hold as far as names are reserved", () => {
    const trust = [trustEntry("service", "mcp:jira")];
    expect(found(policyWith({ trust }))).toEqual(["trust-by-name /trust/0"]);
    expect(found(policyWith({ trust, settings: { allowManagedMcpServersOnly: true } }))).toEqual([]);
  });
});
