import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TRUST_KINDS, type TrustKind } from "./schemas";
import { parseTrustValue } from "./trust-value";

const R2_ACCOUNT = "0123456789abcdef0123456789abcdef";

const NORMAL: Record<TrustKind, [raw: string, normal: string][]> = {
  domain: [
    ["*.corp.example.com", "*.corp.example.com"],
    [" API.Corp.Example.com. ", "api.corp.example.com"],
    ["*.internal", "*.internal"],
    ["acme.github.io", "acme.github.io"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["10.0.0.5", "10.0.0.5"],
    ["012.0.0.5", "10.0.0.5"],
    ["FD00::1", "[fd00::1]"],
  ],
  bucket: [
    ["s3://acme-build", "s3://acme-build/"],
    ["s3://acme-build/ci/*", "s3://acme-build/ci/"],
    ["arn:aws:s3:::acme-build/ci", "s3://acme-build/ci/"],
    ["https://acme-build.s3.eu-west-1.amazonaws.com/ci", "s3://acme-build/ci/"],
    ["https://s3.amazonaws.com/acme-build", "s3://acme-build/"],
    ["gs://acme-logs/a/", "gs://acme-logs/a/"],
    ["https://storage.googleapis.com/acme-logs/a", "gs://acme-logs/a/"],
    ["https://acme.blob.core.windows.net/rel/x y", "https://acme.blob.core.windows.net/rel/x%20y/"],
    ["abfss://rel@acme.dfs.core.windows.net/x", "https://acme.blob.core.windows.net/rel/x/"],
    [`https://${R2_ACCOUNT}.r2.cloudflarestorage.com/assets`, `https://${R2_ACCOUNT}.r2.cloudflarestorage.com/assets/`],
  ],
  "git-remote": [
    ["https://github.com/Acme/App.git", "github.com/acme/app"],
    ["git@github.com:acme/app.git", "github.com/acme/app"],
    ["ssh://git@ssh.github.com:443/acme/app", "github.com/acme/app"],
    ["ssh://git@git.corp.example.com:7999/Team/app.git/", "git.corp.example.com/Team/app"],
    ["github.com/acme/*", "github.com/acme/*"],
    ["git.corp.example.com/*", "git.corp.example.com/*"],
    ["https://gitlab.com/acme/platform/tools/app", "gitlab.com/acme/platform/tools/app"],
    ["https://dev.azure.com/acme/Web/_git/App", "dev.azure.com/acme/web/app"],
    ["git@ssh.dev.azure.com:v3/acme/web/app", "dev.azure.com/acme/web/app"],
    ["https://acme.visualstudio.com/web/_git/app", "dev.azure.com/acme/web/app"],
    ["ssh://git@[2001:db8::1]/acme/app", "[2001:db8::1]/acme/app"],
  ],
  registry: [
    ["https://packages.corp.example.com/npm", "https://packages.corp.example.com/npm/"],
    ["https://Packages.Corp.example.com.:443/npm/*", "https://packages.corp.example.com/npm/"],
    ["packages.corp.example.com/npm/", "https://packages.corp.example.com/npm/"],
    ["packages.corp.example.com:8443", "https://packages.corp.example.com:8443/"],
    ["sparse+https://cargo.corp.example.com/index/", "https://cargo.corp.example.com/index/"],
    ["oci://charts.corp.example.com/team", "https://charts.corp.example.com/team/"],
    ["https://packages.corp.example.com/@acme", "https://packages.corp.example.com/%40acme/"],
    ["https://012.0.0.5/simple/", "https://10.0.0.5/simple/"],
    ["https://[FD00::1]:8081/", "https://[fd00::1]:8081/"],
  ],
  service: [
    ["https://jira.corp.example.com", "https://jira.corp.example.com/"],
    ["apps.corp.example.com/wiki", "https://apps.corp.example.com/wiki/"],
    ["mcp:jira", "mcp:jira"],
    ["mcp__jira", "mcp:jira"],
    ["MCP: claude.ai Slack", "mcp:claude_ai_Slack"],
  ],
};

const REFUSED: Record<TrustKind, [raw: string, words: RegExp][]> = {
  domain: [
    ["", /Required/],
    ["*", /whole internet/],
    ["*.com", /can belong to anyone.*\*\.acme\.com/],
    ["com", /can belong to anyone/],
    ["*.co.uk", /\*\.acme\.co\.uk/],
    ["*.github.io", /can belong to anyone/],
    ["s3.amazonaws.com", /can belong to anyone/],
    ["https://api.corp.example.com/v1", /only the host, without scheme and path: api\.corp\.example\.com\./],
    ["api.corp.example.com/v1", /only the host: api\.corp\.example\.com\./],
    ["api.corp.example.com:8443", /port out: api\.corp\.example\.com\./],
    ["user@corp.example.com", /without a user name/],
    [".corp.example.com", /write \*\.corp\.example\.com/],
    ["api.*.example.com", /at the front/],
    ["*api.example.com", /at the front/],
    ["10.0.0.0/8", /ranges/],
    ["*.10.0.0.5", /star cannot stand before an address/],
    ["169.254.169.254", /metadata/],
    ["0xa9fea9fe", /metadata/],
    ["[::ffff:a9fe:a9fe]", /metadata/],
    ["[64:ff9b::a9fe:a9fe]", /metadata/],
    ["169.254.170.23", /metadata/],
    ["metadata.google.internal", /metadata/],
    ["localhost", /own machine/],
    ["127.1", /own machine/],
    ["[::1]", /own machine/],
    ["jenkins", /full name, such as jenkins\.corp\.example\.com/],
    ["\u0430pple.com", /mixes alphabets/],
    ["a b.example.com", /not a host name/],
    ["a..example.com", /not a host name/],
    ["-a.example.com", /not a host name/],
    ["a.example.com\u0000", /control characters/],
    [`${"a".repeat(64)}.example.com`, /not a host name/],
  ],
  bucket: [
    ["acme-build", /Start with the kind of store/],
    ["s3://acme-*", /List each bucket/],
    ["s3://Acme", /not a bucket/],
    ["s3://ab", /not a bucket/],
    ["s3://acme..build", /not a bucket/],
    ["s3://192.168.0.1", /not a bucket/],
    ["s3://acme/../other", /not a bucket/],
    ["s3://acme//x", /not a bucket/],
    ["https://acme.s3.amazonaws.com/%2e%2e/other", /not a bucket/],
    ["https://acme.s3.amazonaws.com.evil.example/", /not a bucket/],
    ["http://acme.s3.amazonaws.com/", /not a bucket/],
    ["https://key:secret@acme.s3.amazonaws.com/", /not a bucket/],
    ["r2://assets", /whose it is.*r2\.cloudflarestorage\.com/],
    ["az://releases", /whose it is.*blob\.core\.windows\.net/],
  ],
  "git-remote": [
    ["github.com/*", /Anyone can have repositories on github\.com.*github\.com\/acme\/\*/],
    ["github.com/acme", /github\.com\/acme\/\*/],
    ["github.com/acme/app/tree/main", /only owner and repository: github\.com\/acme\/app\./],
    ["git.corp.example.com", /write git\.corp\.example\.com\/\*/],
    ["github.com/*/app", /at the end/],
    ["acme/app", /not a git remote/],
    ["/srv/git/app.git", /path on one machine/],
    ["../app", /path on one machine/],
    ["C:\\app", /path on one machine/],
    ["file:///srv/app", /path on one machine/],
    ["ext::sh -c id", /run programs/],
    ["http://git.corp.example.com/a/b", /does not prove who answers/],
    ["git://github.com/acme/app", /does not prove who answers/],
    ["https://token@github.com/acme/app", /Leave out/],
    ["ssh://git:secret@github.com/acme/app", /Leave out/],
    ["github.com/acme/../evil", /not a git remote/],
    ["github.com/acme/%2e%2e/evil", /not a git remote/],
    ["ssh://-oProxyCommand=id/acme/app", /not a git remote/],
    ["git@work:acme/app", /full name/],
    ["https://evil.example#@github.com/acme/app", /Leave out/],
  ],
  registry: [
    ["", /Required/],
    ["packages", /full name/],
    ["http://packages.corp.example.com/", /https address/],
    ["ftp://packages.corp.example.com/", /https address/],
    ["https://bot:token@packages.corp.example.com/", /Leave out the user name/],
    ["https://packages.corp.example.com/npm/?token=x", /Leave out/],
    ["https://packages.corp.example.com/npm/#x", /Leave out/],
    ["https://*.corp.example.com/", /needs no star/],
    ["https://com/", /can belong to anyone/],
    ["https://localhost:4873/", /own machine/],
    ["https://127.1:4873/", /own machine/],
    ["https://[::ffff:127.0.0.1]/", /own machine/],
    ["https://0xa9fea9fe/", /metadata/],
    ["https://p\u0430ckages.example.com/", /mixes alphabets/],
    ["https://packages.corp.example.com/npm/../pypi/", /not an address/],
    ["https://packages.corp.example.com/npm/..;/pypi/", /not an address/],
    ["https://packages.corp.example.com//npm/", /not an address/],
    ["https://packages.corp.example.com:0/", /not an address/],
    [`https://packages.corp.example.com/${"\u00e9".repeat(200)}`, /At most 500/],
  ],
  service: [
    ["jira", /full name/],
    ["mcp:", /server's name/],
    ["mcp:*", /List each server/],
    ["mcp__jira__create_issue", /without a tool: mcp:jira\./],
    ["mcp://jira", /server's name/],
    ["slack:general", /https address/],
    ["https://metadata.google.internal/", /metadata/],
  ],
};

describe.each(TRUST_KINDS)("a trusted %s", (kind) => {
  test.each(NORMAL[kind])("%s is kept as %s", (raw, value) => {
    expect(parseTrustValue(kind, raw)).toEqual({ ok: true, value });
  });

  test.each(REFUSED[kind])("%j is refused with what to do", (raw, words) => {
    expect(parseTrustValue(kind, raw)).toEqual({ ok: false, message: expect.stringMatching(words) });
  });

  test("keeps its normal form when parsed again", () => {
    for (const [, value] of NORMAL[kind]) expect(parseTrustValue(kind, value)).toEqual({ ok: true, value });
  });

  test("is never made of thin air: any text gives a stable normal form or a message", () => {
    const pieces = fc.constantFrom(
      ..."*./:@\\%?#[] aéа1-_~".split(""),
      "..", "https://", "mcp:", "ß", "\u200b", "s3://", "git@", "github.com", "acme", ".com", "::", "%2e", "core.windows.net", "amazonaws.com", "s3.",
    ); // prettier-ignore
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const parsed = parseTrustValue(kind, raw);
        if (parsed.ok) expect(parseTrustValue(kind, parsed.value)).toEqual(parsed);
        else expect(parsed.message.length).toBeGreaterThan(5);
      }),
      { numRuns: 3_000 },
    );
  });
});
