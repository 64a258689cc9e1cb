import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TrustLookup } from "@/lib/decision/types";
import { TRUST_KINDS, type TrustEntry, type TrustKind } from "./schemas";
import { trustEntry } from "./testing";
import { buildTrustLookup, nextExpiry } from "./trust-index";

const NOW = Date.parse("2026-11-21T00:00:00Z");

const TRUST = [
  trustEntry("domain", "*.corp.example.com"),
  trustEntry("domain", "api.partner.example"),
  trustEntry("domain", "10.0.0.5"),
  trustEntry("domain", "xn--bcher-kva.example"),
  trustEntry("bucket", "s3://acme-build/"),
  trustEntry("bucket", "gs://acme-logs/ci/"),
  trustEntry("bucket", "https://acme.blob.core.windows.net/releases/"),
  trustEntry("git-remote", "github.com/acme/*"),
  trustEntry("git-remote", "github.com/partner/sdk"),
  trustEntry("git-remote", "git.corp.example.com/*"),
];
const trust = buildTrustLookup(TRUST, NOW);

describe("domains", () => {
  test.each([
    "a.corp.example.com", "a.b.corp.example.com", "A.CORP.example.com", "a.corp.example.com.", "a.corp.example.com:8443",
    "api.partner.example", "10.0.0.5", "0xa.0.0.5", "167772165", "bücher.example", "XN--BCHER-KVA.example",
  ])("%s is trusted", (host) => expect(trust.domain(host)).toBe(true)); // prettier-ignore

  test.each([
    "corp.example.com", "corp.example.com.evil.example", "evilcorp.example.com", "a.corp.example.com.evil.example",
    "a.corp.example.com@evil.example", "evil.example#.corp.example.com", "evil.example/.corp.example.com", "evil.example\\.corp.example.com",
    "evil.example?.corp.example.com", "evil.example:80@a.corp.example.com", "sub.api.partner.example", "10.0.0.50", "x.10.0.0.5", "",
    ".corp.example.com", "*.corp.example.com", "a..corp.example.com", "a.corp.example.com..", "a.corp.example.com\0", "a%2ecorp.example.com",
    " a.corp.example.com", "a.corp.example.com:80:80", "а.соrp.example.com",
  ])("%j is not", (host) => expect(trust.domain(host)).toBe(false)); // prettier-ignore
});

describe("buckets", () => {
  test.each([
    "s3://acme-build", "s3://acme-build/", "s3://acme-build/a/b.txt", "s3a://acme-build/a", "https://acme-build.s3.amazonaws.com/a?X-Amz-Date=1",
    "https://s3.eu-west-1.amazonaws.com/acme-build/a", "arn:aws:s3:::acme-build/a", "gs://acme-logs/ci/x",
    "https://storage.googleapis.com/acme-logs/ci/x", "https://acme.blob.core.windows.net/releases/x.zip",
    "https://acme.dfs.core.windows.net/releases/x", "abfss://releases@acme.dfs.core.windows.net/x", "wasbs://releases@acme.blob.core.windows.net",
  ])("%s is trusted", (url) => expect(trust.bucket(url)).toBe(true)); // prettier-ignore

  test.each([
    "s3://acme-build-evil/x", "s3://evil/acme-build/", "gs://acme-build/x", "gs://acme-logs/x", "gs://acme-logs/cix", "gs://acme-logs/ci/../x",
    "https://storage.googleapis.com/acme-logs/ci/%2e%2e/x", "https://storage.googleapis.com/acme-logs/ci/..%2fx",
    "https://acme-build.s3.amazonaws.com.evil.example/x", "https://acme-build.s3.amazonaws.com@evil.example/x",
    "https://evil@acme-build.s3.amazonaws.com/x", "https://acme-build.s3.amazonaws.com:444/x", "http://acme-build.s3.amazonaws.com/x",
    "https://acme.blob.core.windows.net/other/x", "https://acme.blob.core.windows.net/releases2/x", "abfss://other@acme.dfs.core.windows.net/x", "",
    "s3://", "https://", "s3://acme-build\\..\\evil", "file:///acme-build",
  ])("%j is not", (url) => expect(trust.bucket(url)).toBe(false)); // prettier-ignore
});

describe("git remotes", () => {
  test.each([
    "https://github.com/acme/app", "https://x-access-token:secret@github.com/Acme/app.git", "git@github.com:acme/app.git",
    "ssh://git@github.com/acme/app", "ssh://git@ssh.github.com:443/acme/app.git", "git@github.com:/partner/sdk", "https://git.corp.example.com/a/b/c",
    "https://github.com:443/acme/app/",
  ])("%s is trusted", (url) => expect(trust.gitRemote(url)).toBe(true)); // prettier-ignore

  test.each([
    "https://github.com@evil.example/acme/app", "https://github.com.evil.example/acme/app", "https://evil.example/github.com/acme/app",
    "git@evil.example:github.com/acme/app", "https://github.com/acme-evil/app", "https://github.com/acme/../evil/app",
    "https://github.com/acme/%2e%2e/evil/app", "https://github.com/partner/other", "https://github.com/partner/sdk/x", "https://github.com/acme",
    "github.com/acme/app", "/srv/github.com/acme/app", "./github.com/acme/app", "ext::sh -c id github.com/acme/app", "ext::ssh://github.com/acme/app",
    "http://github.com/acme/app", "git://github.com/acme/app", "file://github.com/acme/app", "ssh://-oProxyCommand=id/acme/app",
    "https://github.com\\@evil.example/acme/app", "git@github.com:acme%2fapp", "https://github.com/acme/app\n", "github:acme/app", "",
    "https://github.com/acme/app?x=/../..", "https://github.com//evil/acme/app",
  ])("%j is not", (url) => expect(trust.gitRemote(url)).toBe(false)); // prettier-ignore
});

test("any text gets an answer, never an error", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const asks of [trust.domain, trust.bucket, trust.gitRemote]) expect(typeof asks(text)).toBe("boolean");
    }),
  );
});

test("an entry stops counting at the moment it expires", () => {
  const expiresAt = "2026-11-21T00:00:00Z";
  const ending = [
    trustEntry("domain", "old.example.com", { expiresAt }),
    trustEntry("registry", "https://old.example.com/npm/", { expiresAt }),
    trustEntry("service", "mcp:old", { expiresAt }),
  ];
  const asked = (now: number) => {
    const trust = buildTrustLookup(ending, now);
    return [trust.domain("old.example.com"), trust.registry("https://old.example.com/npm/"), trust.service("mcp:old")];
  };
  expect(asked(NOW - 1)).toEqual([true, true, true]);
  expect(asked(NOW)).toEqual([false, false, false]);
});

test("nextExpiry is the earliest end still to come", () => {
  const ending = (expiresAt: string | null) => trustEntry("domain", "a.example.com", { expiresAt });
  const entries = ["2026-11-20T00:00:00Z", "2026-12-02T00:00:00Z", "2026-12-01T00:00:00Z", null].map(ending);
  expect(nextExpiry(entries, NOW)).toBe(Date.parse("2026-12-01T00:00:00Z"));
  expect(nextExpiry([ending(null)], NOW)).toBeNull();
});

const ASKS: Record<TrustKind, { value: (index: number) => string; ask: (trust: TrustLookup) => boolean }> = {
  domain: { value: (i) => `*.team-${i}.corp.example.com`, ask: (it) => it.domain("a.b.c.team-5.corp.example.org") },
  bucket: { value: (i) => `s3://acme-${i}/ci/`, ask: (it) => it.bucket("s3://other/ci/a/b/c.txt") },
  "git-remote": { value: (i) => `github.com/team-${i}/*`, ask: (it) => it.gitRemote("git@github.com:other/app.git") },
  registry: {
    value: (i) => `https://packages.corp.example.com/team-${i}/`,
    ask: (it) => it.registry("https://packages.corp.example.com/other/npm/left-pad"),
  },
  service: {
    value: (i) => `https://app-${i}.corp.example.com/`,
    ask: (it) => it.service("https://other.example.com/a/b"),
  },
};

test.each(TRUST_KINDS)("10,000 entries of a %s cost what 10 cost", (kind) => {
  const { value, ask } = ASKS[kind];
  const many = (count: number): TrustEntry[] =>
    Array.from({ length: count }, (_, index) => trustEntry(kind, value(index)));
  const [few, lots] = [buildTrustLookup(many(10), NOW), buildTrustLookup(many(10_000), NOW)];
  const cost = (lookup: TrustLookup) => {
    const rounds = Array.from({ length: 7 }, () => {
      const start = performance.now();
      for (let index = 0; index < 10_000; index++) ask(lookup);
      return performance.now() - start;
    });
    return Math.min(...rounds);
  };
  expect([ask(few), ask(lots)]).toEqual([false, false]);
  cost(few);
  // A scan would cost a thousand times as much; the slack is for a busy machine.
  expect(cost(lots)).toBeLessThan(cost(few) * 5);
});
