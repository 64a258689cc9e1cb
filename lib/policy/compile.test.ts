import { describe, expect, test } from "vitest";
import { canonicalJson, checksumOf } from "./canonical";
import { compileDocument, TOKEN_PLACEHOLDER } from "./compile";
import type { JsonObject } from "./json";
import { personalise } from "./personalise";
import { EMPTY_POLICY, type PolicyContent } from "./schemas";
import { policyWith, rulesWith, trustEntry, uuid } from "./testing";

const baseUrl = "https://gatehouse.corp.example.com";
const compile = (policy: PolicyContent, groupIds: string[] = [], now?: number) =>
  compileDocument(policy, { groupIds, baseUrl, now });
const at = (document: JsonObject, pointer: string): unknown =>
  pointer
    .slice(1)
    .split("/")
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown>)?.[key.replaceAll("~1", "/").replaceAll("~0", "~")],
      document,
    );

const [PLATFORM, PILOT] = [uuid(1), uuid(2)];
const rolledOut = policyWith({
  rollout: {
    groups: [
      { groupId: PILOT, autoMode: true, enforcement: "authoritative", startInAutoMode: true },
      { groupId: PLATFORM, autoMode: true, enforcement: "observe", startInAutoMode: false },
    ],
    everyoneElse: { autoMode: false, enforcement: "observe", startInAutoMode: false },
  },
});

describe("every document", () => {
  const { document } = compile(EMPTY_POLICY);

  test("asks before each tool call and blocks when it cannot", () => {
    expect(at(document, "/hooks/PreToolUse")).toEqual([
      {
        matcher: "*",
        hooks: [
          {
            type: "http",
            url: "https://gatehouse.corp.example.com/hooks/claude-code",
            headers: { Authorization: "Bearer ${GATEHOUSE_TOKEN}" },
            allowedEnvVars: ["GATEHOUSE_TOKEN"],
            timeout: 10,
            onFailure: "block",
          },
        ],
      },
    ]);
  });

  test("reports other events without ever holding the developer up", () => {
    const { PreToolUse: _asks, ...others } = document.hooks as JsonObject;
    expect(Object.keys(others)).toContain("PermissionDenied");
    expect(others.PostToolUse).toEqual([expect.objectContaining({ matcher: "*" })]);
    expect(JSON.stringify(others)).not.toContain("onFailure");
  });

  test("ships all four rule lists with Claude Code's own entries", () => {
    expect(document.autoMode).toEqual({
      environment: ["$defaults"],
      allow: ["$defaults"],
      soft_deny: ["$defaults"],
      hard_deny: ["$defaults"],
    });
  });

  test("forbids bypassing permissions, names its checksum on requests, and needs a client that fails closed", () => {
    expect(at(document, "/permissions/disableBypassPermissionsMode")).toBe("disable");
    expect(document.env).toEqual({ GATEHOUSE_TOKEN: TOKEN_PLACEHOLDER, CLAUDE_CODE_GATEWAY_HINT_HEADERS: "1" });
    expect(document.requiredMinimumVersion).toBe("2.1.295");
  });

  test("gives the origin of every value", () => {
    const { document, origins } = compile({ ...rolledOut, trust: [trustEntry("domain", "*.corp.example.com")] }, [
      PILOT,
    ]);
    const leaves = (value: unknown, pointer: string): string[] =>
      typeof value === "object" && value !== null && Object.keys(value).length > 0
        ? Object.entries(value).flatMap(([key, child]) =>
            leaves(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
          )
        : [pointer];
    expect(Object.keys(origins).sort()).toEqual(leaves(document, "").sort());
  });
});

describe("rollout", () => {
  test("a group that is off cannot enter auto mode, and is still asked about and recorded", () => {
    const { document, origins } = compile(rolledOut);
    expect(at(document, "/permissions/disableAutoMode")).toBe("disable");
    expect(at(document, "/permissions/defaultMode")).toBeUndefined();
    expect(at(document, "/hooks/PreToolUse/0/hooks/0/onFailure")).toBe("block");
    expect(origins["/permissions/disableAutoMode"]).toEqual(["rollout:everyone-else"]);
  });

  test("a group that is on starts in auto mode only where policy says so", () => {
    expect(at(compile(rolledOut, [PILOT]).document, "/permissions")).toEqual({
      defaultMode: "auto",
      disableBypassPermissionsMode: "disable",
    });
    expect(at(compile(rolledOut, [PLATFORM]).document, "/permissions/defaultMode")).toBe("default");
  });

  test("the first listed group decides, whatever order the developer's groups are in", () => {
    for (const groupIds of [
      [PLATFORM, PILOT],
      [PILOT, PLATFORM],
      [uuid(9), PILOT],
    ])
      expect(compile(rolledOut, groupIds).origins["/permissions/defaultMode"]).toEqual([`rollout:${PILOT}`]);
  });
});

describe("trusted infrastructure", () => {
  const trust = [
    trustEntry("domain", "api.partner.example"),
    trustEntry("domain", "*.corp.example.com"),
    trustEntry("bucket", "s3://acme-build/"),
    trustEntry("git-remote", "github.com/acme/*"),
    trustEntry("service", "mcp:jira"),
    trustEntry("service", "https://wiki.corp.example.com/"),
    trustEntry("registry", "https://packages.corp.example.com/npm/"),
  ];

  test("is named by slot, after the lines of the rules, and reaches the sandbox", () => {
    const { document, origins } = compile(
      policyWith({ trust, rules: rulesWith({ environment: ["$defaults", "**Organization**: Acme"] }) }),
    );
    expect(at(document, "/autoMode/environment")).toEqual([
      "$defaults",
      "**Organization**: Acme",
      "**Trusted internal domains**: *.corp.example.com, api.partner.example",
      "**Trusted cloud buckets**: s3://acme-build/",
      "**Source control**: github.com/acme/*",
      "**Key internal services**: https://wiki.corp.example.com/, mcp:jira",
      "**Internal package registry**: https://packages.corp.example.com/npm/",
    ]);
    expect(at(document, "/sandbox/network/allowedDomains")).toEqual(["*.corp.example.com", "api.partner.example"]);
    expect(origins["/autoMode/environment/2"]).toEqual([`trust:${trust[1]?.id}`, `trust:${trust[0]?.id}`]);
  });

  test("in another order makes the same document", () => {
    const one = compile(policyWith({ trust })).document;
    expect(checksumOf(compile(policyWith({ trust: trust.toReversed() })).document)).toBe(checksumOf(one));
  });

  test("that has expired is left out", () => {
    const expiring = [trustEntry("domain", "old.example.com", { expiresAt: "2026-11-20T00:00:00Z" })];
    const { document } = compile(policyWith({ trust: expiring }), [], Date.parse("2026-11-21T00:00:00Z"));
    expect(canonicalJson(document)).not.toContain("old.example.com");
  });
});

describe("further settings", () => {
  test("join what Gatehouse writes: objects by key, lists one after the other", () => {
    const settings = {
      model: "opus",
      env: { HTTP_PROXY: "http://proxy.corp.example.com" },
      permissions: { deny: ["Bash(sudo *)", "Read(~/.ssh/**)"], defaultMode: "plan" },
      hooks: { Stop: [{ hooks: [{ type: "command", command: "true" }] }] },
      sandbox: { enabled: true, network: { allowedDomains: ["registry.example.com"] } },
    };
    const permissions = { deny: ["Bash(sudo *)"], ask: [], allow: [] };
    const trust = [trustEntry("domain", "*.corp.example.com")];
    const { document, origins, warnings } = compile({ ...rolledOut, settings, permissions, trust }, [PLATFORM]);
    expect(document).toMatchObject({ model: "opus", env: { GATEHOUSE_TOKEN: TOKEN_PLACEHOLDER, ...settings.env } });
    expect(at(document, "/permissions/deny")).toEqual(["Bash(sudo *)", "Read(~/.ssh/**)"]);
    expect(at(document, "/permissions/defaultMode")).toBe("plan");
    expect(at(document, "/sandbox")).toEqual({
      enabled: true,
      network: { allowedDomains: ["*.corp.example.com", "registry.example.com"] },
    });
    expect(Object.keys(document.hooks as JsonObject)).toEqual(expect.arrayContaining(["PreToolUse", "Stop"]));
    expect(origins["/permissions/deny/0"]).toEqual(["permissions", "settings"]);
    expect(origins["/model"]).toEqual(["settings"]);
    expect(warnings).toEqual([]);
  });

  test("cannot override what Gatehouse sets, and say so", () => {
    const settings = { env: { GATEHOUSE_TOKEN: "mine" }, requiredMinimumVersion: "2.1.0", permissions: "none" };
    const { document, warnings } = compile(policyWith({ settings }));
    expect(document).toMatchObject({ env: { GATEHOUSE_TOKEN: TOKEN_PLACEHOLDER }, requiredMinimumVersion: "2.1.295" });
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ["setting-overridden", "/settings/env/GATEHOUSE_TOKEN"],
      ["setting-overridden", "/settings/requiredMinimumVersion"],
      ["setting-overridden", "/settings/permissions"],
    ]);
  });

  test("cannot switch off hooks, nor say who has auto mode", () => {
    const settings = { disableAllHooks: true, disableAutoMode: "disable", permissions: { disableAutoMode: "disable" } };
    const { document, warnings } = compile({ ...rolledOut, settings }, [PILOT]);
    expect(canonicalJson(document)).not.toMatch(/disableAllHooks|disableAutoMode/);
    expect(warnings.map(({ code }) => code)).toEqual(["setting-ignored", "setting-ignored", "setting-ignored"]);
  });

  test("that limit hooks keep ours working", () => {
    const { document } = compile(
      policyWith({ settings: { allowedHttpHookUrls: [], httpHookAllowedEnvVars: ["OTHER"] } }),
    );
    expect(document.allowedHttpHookUrls).toEqual([`${baseUrl}/hooks/claude-code`]);
    expect(document.httpHookAllowedEnvVars).toEqual(["GATEHOUSE_TOKEN", "OTHER"]);
  });

  test("may ask for a newer client", () => {
    const { document } = compile(policyWith({ settings: { requiredMinimumVersion: "2.1.329" } }));
    expect(document.requiredMinimumVersion).toBe("2.1.329");
  });

  test("leave the policy that they came from as it was", () => {
    const policy = policyWith({
      settings: { disableAllHooks: true, env: { A: "1" }, sandbox: { network: { allowedDomains: ["a.example"] } } },
    });
    const before = canonicalJson(policy);
    compile(policy);
    expect(canonicalJson(policy)).toBe(before);
  });
});

test("warns of a list without Claude Code's own rules and of what a deny rule of one's own brings", () => {
  const { warnings } = compile(policyWith({ rules: rulesWith({ hardDeny: ["Never touch the ledger"] }) }));
  expect(warnings.map(({ code }) => code)).toEqual(["defaults-removed", "custom-deny-refuses-unchecked"]);
});

describe("personalise", () => {
  const { document } = compile(EMPTY_POLICY);
  const canonical = canonicalJson(document);

  test("puts the token in its place, and the result is canonical with its own checksum", () => {
    const { settings, checksum } = personalise(canonical, "gh_hook_$&_1");
    const parsed = JSON.parse(settings);
    expect(parsed.env.GATEHOUSE_TOKEN).toBe("gh_hook_$&_1");
    expect(canonicalJson(parsed)).toBe(settings);
    expect(checksumOf(parsed)).toBe(checksum);
    expect({ ...parsed, env: document.env }).toEqual(document);
  });

  test("leaves prose that quotes the slot alone", () => {
    const quoting = `Say "GATEHOUSE_TOKEN":"${TOKEN_PLACEHOLDER}" to nobody`;
    const { document } = compile(policyWith({ rules: rulesWith({ environment: ["$defaults", quoting] }) }));
    expect(JSON.parse(personalise(canonicalJson(document), "t0ken").settings).autoMode.environment[1]).toBe(quoting);
  });

  test("refuses a document without a place for the token", () => {
    expect(() => personalise("{}", "t")).toThrow("no place");
  });
});
