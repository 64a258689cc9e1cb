import { expect, test } from "vitest";
import type { TrustEntry } from "./schemas";
import { trustEntry } from "./testing";
import { findTrustIssues } from "./trust-issues";

const told = (...entries: TrustEntry[]) => findTrustIssues(entries).map(({ kind, message }) => `${kind}: ${message}`);

test("the second of two equal entries is the duplicate", () => {
  const [first, second] = [trustEntry("domain", "a.example.com"), trustEntry("domain", "a.example.com")];
  expect(findTrustIssues([first, second])).toEqual([
    { kind: "duplicate", entryId: second.id, byEntryId: first.id, message: "a.example.com is listed more than once." },
  ]);
});

test.each([
  ["domain", "api.corp.example.com", "*.corp.example.com"],
  ["domain", "*.a.corp.example.com", "*.corp.example.com"],
  ["bucket", "s3://acme/ci/a/", "s3://acme/ci/"],
  ["bucket", "https://acme.blob.core.windows.net/rel/", "https://acme.blob.core.windows.net/"],
  ["git-remote", "github.com/acme/app", "github.com/acme/*"],
  ["git-remote", "gitlab.com/acme/tools/*", "gitlab.com/acme/*"],
  ["git-remote", "git.corp.example.com/a/b", "git.corp.example.com/*"],
  ["registry", "https://packages.corp.example.com/npm/team/", "https://packages.corp.example.com/"],
  ["service", "https://apps.corp.example.com/wiki/", "https://apps.corp.example.com/"],
] as const)("%s %s is covered by %s, in either order", (kind, narrow, broad) => {
  const entries = [trustEntry(kind, narrow), trustEntry(kind, broad)];
  expect(told(...entries)).toEqual([`shadowed: ${narrow} is already covered by ${broad}.`]);
  expect(told(...entries.toReversed())).toHaveLength(1);
});

test.each([
  ["domain", "corp.example.com", "*.corp.example.com"],
  ["bucket", "s3://acme/ci2/", "s3://acme/ci/"],
  ["git-remote", "github.com/acme2/app", "github.com/acme/*"],
  ["registry", "https://packages.corp.example.com/npm2/", "https://packages.corp.example.com/npm/"],
  ["registry", "https://packages.corp.example.com:8443/npm/", "https://packages.corp.example.com/"],
  ["service", "mcp:jira-admin", "mcp:jira"],
] as const)("%s %s is not covered by %s", (kind, one, other) => {
  expect(told(trustEntry(kind, one), trustEntry(kind, other))).toEqual([]);
});

test("an entry that outlives the broader one is still needed", () => {
  const broad = trustEntry("domain", "*.corp.example.com", { expiresAt: "2026-12-01T00:00:00Z" });
  expect(told(broad, trustEntry("domain", "api.corp.example.com"))).toEqual([]);
  expect(told(broad, trustEntry("domain", "api.corp.example.com", { expiresAt: "2026-11-30T00:00:00Z" }))).toHaveLength(
    1,
  );
});

test("20,000 entries are looked through in well under a second", () => {
  const entries = Array.from({ length: 20_000 }, (_, index) => trustEntry("domain", `*.t${index}.corp.example.com`));
  const start = performance.now();
  expect(findTrustIssues(entries)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2_000);
});
