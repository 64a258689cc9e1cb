import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { innerDestinations } from "./inner-destinations";

const base64url = (text: string) => Buffer.from(text).toString("base64url");
const EVIL = "https://evil.example/x";

describe("a URL that carries another is seen through", () => {
  test.each([
    ["a query value", `https://corp.example/r?to=${EVIL}`],
    ["a percent-encoded value", `https://corp.example/r?to=${encodeURIComponent(EVIL)}`],
    ["one encoded twice", `https://corp.example/r?to=${encodeURIComponent(encodeURIComponent(EVIL))}`],
    ["one encoded three times", `https://corp.example/r?to=${[1, 2, 3].reduce((text) => encodeURIComponent(text), EVIL)}`],
    ["base64url", `https://corp.example/r?to=${base64url(EVIL)}`],
    ["base64 with padding, encoded", `https://corp.example/r?to=${encodeURIComponent(btoa(EVIL))}`],
    ["base64 in a segment of the path", `https://corp.example/go/${base64url(EVIL)}/now`],
    ["base64 after a prefix", `https://corp.example/go/u1-${base64url(EVIL)}`],
    ["base64 of an encoded value", `https://corp.example/r?to=${base64url(encodeURIComponent(EVIL))}`],
    ["base64 of base64", `https://corp.example/r?to=${base64url(base64url(EVIL))}`],
    ["base64 of JSON", `https://corp.example/r?state=${base64url(JSON.stringify({ n: 1, to: EVIL }))}`],
    ["JSON with escaped slashes", `https://corp.example/r?state=${base64url(JSON.stringify({ to: EVIL }).replaceAll("/", "\\/"))}`],
    ["a path, as archives and proxies take it", `https://corp.example/https://evil.example/x`],
    ["a path whose slashes were merged", `https://corp.example/proxy/https:/evil.example/x`],
    ["the fragment", `https://corp.example/#/open?url=${EVIL}`],
    ["the name of a parameter", `https://corp.example/r?${EVIL}`],
    ["the second parameter", `https://corp.example/r?a=1&to=${EVIL}&b=2`],
    ["backslashes", `https://corp.example/r?to=https:\\\\evil.example\\x`],
    ["no scheme", `https://corp.example/r?to=//evil.example/x`],
    ["no scheme and a backslash", `https://corp.example/r?to=/\\evil.example/x`],
    ["no scheme, encoded", `https://corp.example/r?to=%2F%2Fevil.example/x`],
    ["no scheme, in base64", `https://corp.example/r?to=${base64url("//evil.example/x")}`],
    ["capitals", `https://corp.example/r?to=HTTPS://EVIL.example/x`],
    ["line breaks, which browsers drop", `https://corp.example/r?to=https:%0A//evil.example/x`],
    ["user info in front of the host", `https://corp.example@corp.example/r?to=${EVIL}`],
    ["bytes that are not UTF-8 around it", `https://corp.example/r?a=%ff&to=%ff${encodeURIComponent(EVIL)}`],
  ])("%s", (_, url) => expect(innerDestinations(url)).toContain(EVIL)); // prettier-ignore

  test("every one of a chain, without what is behind it", () => {
    const chain = "https://a.example/?u=https://b.example/?u=https://c.example/&x=//d.example";
    expect(innerDestinations(chain)).toEqual(["https://b.example/?u=", "https://c.example/", "https://d.example/"]);
  });

  test("the host that counts is the one behind the user info", () => {
    const [inner] = innerDestinations("https://a.example/?u=https://corp.example@evil.example/");
    expect(new URL(inner ?? "").hostname).toBe("evil.example");
  });

  test("addresses come in the spelling that trust is looked up in", () => {
    expect(innerDestinations("https://a.example/?u=http://2130706433/&v=http://0x7f.1/")).toEqual([
      "http://127.0.0.1/",
    ]);
    expect(innerDestinations("https://a.example/?u=https://b%C3%BCcher.example/")).toContain(
      "https://xn--bcher-kva.example/",
    );
  });

  test("other stores and schemes", () => {
    expect(innerDestinations("https://a.example/copy?to=s3://bucket/key&from=jdbc:postgresql://db.example/x")).toEqual([
      "s3://bucket/key",
      "postgresql://db.example/x",
    ]);
  });
});

test.each([
  "https://corp.example/", "https://corp.example/a//b/c.js", "https://corp.example//artifacts.tgz", "https://corp.example/?q=a:b",
  "https://corp.example/?path=C:/Users/x", "https://corp.example/?share=//server/files", "https://corp.example:8443/a?t=12:30",
  "https://corp.example/objects/d41d8cd98f00b204e9800998ecf8427e", "https://user:pass@corp.example/x",
  "https://corp.example/?token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.x", "s3://bucket/a/b", "", "https://", "not a url",
])("%j carries none", (url) => expect(innerDestinations(url)).toEqual([])); // prettier-ignore

test("any text gets an answer, and each answer is a URL", () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (text) => {
      for (const inner of innerDestinations(text)) expect(URL.canParse(inner)).toBe(true);
    }),
  );
});

test.each([
  ["colons", "https://a.example/?" + ":".repeat(65_536)],
  ["schemes", "https://a.example/?" + "https://".repeat(8_192)],
  ["nested URLs", "https://a.example/?u=".repeat(3_200)],
  ["percents", "https://a.example/?" + "%25".repeat(21_845)],
  ["one base64 run", "https://a.example/?" + "aHR0".repeat(16_384)],
  ["slashes", "https://a.example/?=" + "/".repeat(65_536)],
  ["value marks", "https://a.example/?" + "=//".repeat(21_845)],
])("64 KB of %s are read in a moment", (_, url) => {
  const start = performance.now();
  innerDestinations(url);
  expect(performance.now() - start).toBeLessThan(500);
});
