import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trustEntry } from "./testing";
import { buildTrustLookup } from "./trust-index";

const R2_ACCOUNT = "0123456789abcdef0123456789abcdef";
const trust = buildTrustLookup(
  [
    trustEntry("domain", "*.corp.example.com"),
    trustEntry("domain", "corp.com"),
    trustEntry("domain", "10.0.0.5"),
    trustEntry("domain", "[fd00::1]"),
    trustEntry("domain", "xn--fa-hia.example"),
    trustEntry("domain", "xn--mxaj0a.example"),
    trustEntry("bucket", "s3://acme-build/"),
    trustEntry("bucket", "gs://acme-logs/ci/"),
    trustEntry("bucket", "gs://acme-public/"),
    trustEntry("bucket", "oss://acme-oss/rel/"),
    trustEntry("bucket", "https://acme.blob.core.windows.net/releases/"),
    trustEntry("bucket", `https://${R2_ACCOUNT}.r2.cloudflarestorage.com/assets/`),
    trustEntry("git-remote", "github.com/acme/*"),
    trustEntry("git-remote", "git.corp.example.com/*"),
    trustEntry("git-remote", "code.corp.example.com/team/*"),
    trustEntry("registry", "https://packages.corp.example.com/npm/"),
    trustEntry("registry", "https://packages.corp.example.com:8443/"),
    trustEntry("registry", "https://10.0.0.5/"),
    trustEntry("service", "https://jira.corp.example.com/"),
    trustEntry("service", "https://apps.corp.example.com/wiki/"),
    trustEntry("service", "mcp:jira"),
  ],
  Date.parse("2026-11-21T00:00:00Z"),
);

/** Each look-up asked about the same host in the form it takes. */
const ASKS: [name: string, ask: (host: string) => boolean][] = [
  ["domain", (host) => trust.domain(host)],
  ["registry", (host) => trust.registry(`https://${host}/npm/left-pad`)],
  ["service", (host) => trust.service(`https://${host}/wiki/page`)],
  ["git remote", (host) => trust.gitRemote(`https://${host}/team/app.git`) || trust.gitRemote(`git@${host}:team/app`)],
];

const LOOK_ALIKES = [
  "jira.corp.example.com.evil.example", "evil-corp.com", "corp.com.evil.example", "xcorp.com", "jira.corp-example.com", "jira.corp.example.co",
  "jira.corp.example.com%2eevil.example", "jira.corp.example.com%00.evil.example", "evil.example%23.corp.example.com", "%6aira.corp.example.com",
  "jira.corp.example.com@evil.example", "jira.corp.example.com:443@evil.example", "jira.corp.example.com:x@evil.example", "evil.example?@jira.corp.example.com",
  "evil.example#@jira.corp.example.com", "evil.example\\@jira.corp.example.com", "evil.example/@jira.corp.example.com", "evil.example:80#@jira.corp.example.com",
  "j\u0456ra.corp.example.com.evil.example", "jira.c\u043erp.example.com", "jira.corp.exampl\u0435.com", "jir\u0430.corp.ex\u0430mple.com",
  "xn--jra-rmc.corp.example.com.evil.example", "jira.corp.example.com\u3002evil.example", "jira.corp.example\u2024com", "corp\u2024com.evil.example",
  "jira.corp.ex\u00adample.com", "jira.corp.exa\u200bmple.com", "jira.corp.exa\u200dmple.com", "jira.corp.exa\u2060mple.com", "jira.corp.example.com\ufeff",
  "fa\u00df.example", "\u03a3\u0391\u03a3.example", "\u03c3\u03b1\u03c2.example",
  "jira.corp.example.com..", ".jira.corp.example.com", "jira..corp.example.com", "jira.corp.example.com:99999", "jira.corp.example.com:80:443", "jira.corp.example.com:8e3",
  "10.0.0.50", "10.0.0.5.evil.example", "evil.example.10.0.0.5", "10.0.0.261", "[::ffff:10.0.0.6]", "[fd00::1%25eth0]", "167772166", "0xa000006", "10.0.5.0",
  "jira.corp.example.com evil.example", "jira.corp.example.com\tevil.example", "jira.corp.example.com\n", "", "*", "*.corp.example.com", "[jira.corp.example.com]",
]; // prettier-ignore

describe.each(ASKS)("no look-alike of a host passes as a trusted %s", (_, ask) => {
  test.each(LOOK_ALIKES)("%j", (host) => expect(ask(host)).toBe(false));
});

describe("other spellings of a trusted host lead there", () => {
  test.each([
    "JIRA.corp.example.com", "jira.corp.example.com.", "jira.corp.example.com:8443", "10.0.0.5", "0xa.0.0.5", "012.0.0.5", "0xa000005", "167772165", "10.5",
    "[::ffff:10.0.0.5]", "[::ffff:a00:5]", "[0:0:0:0:0:ffff:10.0.0.5]", "[FD00:0::1]", "\uff4aira.corp.example.com", "jira\u3002corp.example.com",
  ])("%s", (host) => expect(trust.domain(host)).toBe(true)); // prettier-ignore
});

describe("buckets", () => {
  test.each([
    "https://acme-build.s3.dualstack.eu-west-1.amazonaws.com/x", "https://s3.dualstack.eu-west-1.amazonaws.com/acme-build/x",
    "https://acme-build.s3-us-west-2.amazonaws.com/x", "https://acme-build.s3-accelerate.amazonaws.com/x", "https://acme-build.s3.cn-north-1.amazonaws.com.cn/x",
    "https://ACME-BUILD.S3.amazonaws.com/x", "https://acme-build.s3.amazonaws.com:443/x", "s3n://acme-build/a%2e%2e/b", "gs://acme-logs/ci",
    "https://storage.cloud.google.com/acme-logs/ci/x", "https://acme-logs.storage.googleapis.com/ci/x", "https://storage.googleapis.com/storage/v1/b/acme-public/o/x",
    "https://storage.googleapis.com/upload/storage/v1/b/acme-public/o?uploadType=media&name=x", "https://storage.googleapis.com/download/storage/v1/b/acme-logs/o/ci%2Fx?alt=media",
    "oss://acme-oss/rel/x", "https://acme-oss.oss-cn-hangzhou.aliyuncs.com/rel/x", "https://acme-oss.oss-cn-hangzhou-internal.aliyuncs.com/rel/x",
    `https://assets.${R2_ACCOUNT}.r2.cloudflarestorage.com/x`, `https://${R2_ACCOUNT}.r2.cloudflarestorage.com/assets/x`,
    "https://acme.blob.core.windows.net/releases?restype=container", "abfss://releases@acme.dfs.core.windows.net/x/y",
  ])("%s is trusted", (url) => expect(trust.bucket(url)).toBe(true)); // prettier-ignore

  test.each([
    "s3://acme-build@evil/x", "s3://evil:acme-build/x", "s3://acme-build.evil/x", "s3://ACME-BUILD/x", "s3://acme-build%2fx/y", "s3://acme-build/../evil/x",
    "s3://acme-build/a/./b", "s3://acme-build//x", "s3:acme-build/x", "arn:aws:s3:eu-west-1:123456789012:accesspoint/acme-build",
    "https://acme-build-123456789012.s3-accesspoint.eu-west-1.amazonaws.com/x", "https://acme-build.s3-website-eu-west-1.amazonaws.com/x",
    "https://acme-build.s3-website.eu-west-1.amazonaws.com/x", "https://acme-build.s3-object-lambda.eu-west-1.amazonaws.com/x", "https://acme-build.mrap.accesspoint.s3-global.amazonaws.com/x",
    "https://evil.s3.amazonaws.com/acme-build/x", "https://s3.amazonaws.com/evil/acme-build/x", "https://s3.amazonaws.com/acme-build/%2e%2e/evil/x",
    "https://s3.amazonaws.com/acme-build%2f..%2fevil/x", "https://s3.amazonaws.com//acme-build/x", "https://s3.amazonaws.com/x/../acme-build", "https://s3.amazonaws.com.evil.example/acme-build/x",
    "https://acme-build.s3.evil.example/x", "https://s3.amazonaws.com@evil.example/acme-build/x", "https://acme-build.s3.amazonaws.com\\@evil.example/x", "https://s3.amazonaws.com:8443/acme-build/x",
    "gs://acme-logs/ci-evil/x", "gs://acme-logs/c", "gs://acme-logs/ci/../../evil", "https://storage.googleapis.com/acme-logs/ci/%2e%2e/%2e%2e/evil/x",
    "https://storage.googleapis.com/storage/v1/b/evil/o/x", "https://storage.googleapis.com/upload/storage/v1/b/acme-logs/o?name=ci/x", "https://storage.googleapis.com/download/storage/v1/b/acme-logs/o/ci%2F..%2Fx",
    "https://storage.googleapis.com/storage/v1/b/acme-public", "https://storage.googleapis.com/batch/storage/v1",
    "https://acme.blob.core.windows.net/releases-evil/x", "https://acme.blob.core.windows.net/%72eleases/../x", "https://evil.blob.core.windows.net/releases/x", "https://acme.blob.core.windows.net.evil.example/releases/x",
    "abfss://releases:x@acme.dfs.core.windows.net/x", "abfss://releases@evil.dfs.core.windows.net/x", "az://releases/x", "oss://acme-oss/release/x", "oss://acme-oss-evil/rel/x",
    "https://acme-oss.oss-cn-hangzhou.aliyuncs.com.evil.example/rel/x", "https://acme-oss.evil.aliyuncs.com/rel/x", "https://evil.oss-cn-hangzhou.aliyuncs.com/acme-oss/rel/x",
    `https://${R2_ACCOUNT.replace("0", "f")}.r2.cloudflarestorage.com/assets/x`, `https://evil.${R2_ACCOUNT}.r2.cloudflarestorage.com/assets/x`, "r2://assets/x",
  ])("%s is not", (url) => expect(trust.bucket(url)).toBe(false)); // prettier-ignore
});

describe("git remotes", () => {
  test.each([
    "ssh://git@github.com:22/acme/app", "ssh://git@ssh.github.com:443/acme/app", "git@GitHub.com:Acme/App.git", "git@github.com.:acme/app",
    "https://user:token@github.com/acme/app.git", "https://github.com/%61cme/app", "ssh://git.corp.example.com:7999/a/b",
  ])("%s is trusted", (url) => expect(trust.gitRemote(url)).toBe(true)); // prettier-ignore

  test.each([
    "git@github.com:22/acme/app", "[git@github.com:22]:acme/app", "git@[github.com:22]:acme/app", "git@evil.example:github.com/acme/app", "evil@host@github.com:acme/app",
    "https://evil.example#@github.com/acme/app", "https://evil.example?@github.com/acme/app", "ssh://evil.example#@github.com/acme/app", "https://a@evil.example@github.com/acme/app",
    "https://github.com/acme/..;/evil/app", "https://code.corp.example.com/team/..;/other/app", "https://code.corp.example.com/team/%2e%2e;x/other/app", "https://code.corp.example.com/team/%252e%252e/other/app",
    "https://github.com/acme%2F..%2Fevil/app", "https://github.com/acme/..%5cevil/app", "https://github.com/acme//app", "https://github.com/evil/../acme/app",
    "ext::sh -c curl% evil.example", "ext::ssh git@github.com acme/app", "fd::17/github.com/acme/app", "transport::https://github.com/acme/app", "file:///github.com/acme/app",
    "file://github.com/acme/app", "/github.com/acme/app", "C:github.com/acme/app", "--upload-pack=id github.com:acme/app", "-github.com:acme/app", "ssh://-oProxyCommand=id@github.com/../acme",
    "git://github.com/acme/app", "http://github.com/acme/app", "ftp://github.com/acme/app", "constructor:acme/app", "__proto__:acme/app", "https://__proto__/acme/app",
    "https://github.com\u200b/acme/app", "https://g\u0456thub.com/acme/app", "https://github.com/acm\u0435/app", "https://github.com/acme/", "git@github.com:acme",
  ])("%s is not", (url) => expect(trust.gitRemote(url)).toBe(false)); // prettier-ignore
});

describe("registries", () => {
  test.each([
    "https://packages.corp.example.com/npm/", "https://packages.corp.example.com/npm", "HTTPS://Packages.corp.example.com:443/npm/left-pad?x=1#y", "https://bot:token@packages.corp.example.com/npm/",
    "https://packages.corp.example.com:8443/any/thing", "sparse+https://packages.corp.example.com:8443/index/", "oci://packages.corp.example.com:8443/charts", "https://167772165/simple/",
  ])("%s is trusted", (url) => expect(trust.registry(url)).toBe(true)); // prettier-ignore

  test.each([
    "https://packages.corp.example.com/", "https://packages.corp.example.com/npm-evil/", "https://packages.corp.example.com/NPM/", "https://packages.corp.example.com:444/npm/",
    "http://packages.corp.example.com/npm/", "//packages.corp.example.com/npm/", "packages.corp.example.com/npm/", "https:/packages.corp.example.com/npm/", "ftp://packages.corp.example.com/npm/",
    "https://packages.corp.example.com/npm/../pypi/", "https://packages.corp.example.com/npm/%2e%2e/pypi/", "https://packages.corp.example.com/npm/.%2E/pypi/", "https://packages.corp.example.com/npm/%252e%252e/pypi/",
    "https://packages.corp.example.com/npm/..;/pypi/", "https://packages.corp.example.com/npm/..%2fpypi/", "https://packages.corp.example.com/npm%2f..%2fpypi/", "https://packages.corp.example.com/npm\\..\\pypi",
    "https://packages.corp.example.com//npm/", "https://packages.corp.example.com/x/../npm/", "https://packages.corp.example.com/npm//x", "https://packages.corp.example.com/npm/%00", "https://packages.corp.example.com/npm/%ff",
    "https://evil.example/?https://packages.corp.example.com/npm/", "https://a@evil.example@packages.corp.example.com/npm/", "https://jira.corp.example.com/npm/", "mcp:jira", "",
  ])("%s is not", (url) => expect(trust.registry(url)).toBe(false)); // prettier-ignore
});

describe("services", () => {
  test.each(["https://jira.corp.example.com", "https://jira.corp.example.com?x", "https://jira.corp.example.com/rest/api/2/issue", "https://apps.corp.example.com/wiki/page", "mcp:jira"])(
    "%s is trusted", (url) => expect(trust.service(url)).toBe(true)); // prettier-ignore

  test.each([
    "https://apps.corp.example.com/", "https://apps.corp.example.com/wikis/x", "https://apps.corp.example.com/wiki/..;/admin", "https://apps.corp.example.com/wiki%2Fx", "wss://jira.corp.example.com/",
    "jira", "mcp:Jira", "mcp:jira2", "mcp:jira__create", "mcp:", "mcp__jira", "MCP:jira", "mcp:jira ", "mcp:ji\u200bra", "mcp:j\u0456ra", "mcp:constructor",
  ])("%j is not", (url) => expect(trust.service(url)).toBe(false)); // prettier-ignore
});

test("any text gets an answer, never an error", () => {
  const pieces = fc.constantFrom(
    "https://",
    "sparse+",
    "mcp:",
    "@",
    ":",
    "/",
    "..",
    "%2e",
    "%",
    "[",
    "]",
    "?",
    "#",
    "\\",
    "corp.example.com",
    "jira.",
    "ß",
    "\u200b",
    "*",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (raw) => {
      for (const ask of [trust.domain, trust.bucket, trust.gitRemote, trust.registry, trust.service])
        expect(typeof ask(raw)).toBe("boolean");
    }),
  );
});
