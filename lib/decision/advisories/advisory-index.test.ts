import { describe, expect, test } from "vitest";
import { buildAdvisoryIndex } from "./advisory-index";
import { OsvFile } from "./osv";
import { SHIPPED_ADVISORIES } from "./shipped";

const record = (id: string, ecosystem: string, name: string, affected: object) => ({
  id,
  summary: `About ${name}`,
  affected: [{ package: { ecosystem, name }, ...affected }],
});
const events = (type: string, ...list: object[]) => ({ ranges: [{ type, events: list }] });

const index = buildAdvisoryIndex(
  OsvFile.parse([
    record("MAL-1", "npm", "left-stealer", { versions: ["1.2.3"] }),
    record("MAL-2", "npm", "only-evil", events("SEMVER", { introduced: "0" })),
    record("GHSA-1", "npm", "ranged", events("SEMVER", { introduced: "1.0.0" }, { fixed: "1.4.0" }, { introduced: "2.0.0-rc.1" }, { last_affected: "2.1.0" })),
    record("PYSEC-1", "PyPI", "Snake_Case", events("ECOSYSTEM", { introduced: "1.0rc1" }, { fixed: "1.0.post2" })),
    record("GHSA-2", "NuGet", "Some.Thing", { ...events("ECOSYSTEM", { introduced: "0" }, { fixed: "9" }), versions: ["4.0.0"] }),
    { ...record("MAL-3", "npm", "taken-back", { versions: ["1.0.0"] }), withdrawn: "2026-01-01T00:00:00Z" },
    record("MAL-4", "crates.io", "under_score", { versions: ["0.1.0"] }),
    record("GHSA-3", "Go", "example.com/mod/v2", events("SEMVER", { introduced: "2.0.0" }, { limit: "2.3.0" })),
  ]),
); // prettier-ignore

const find = (ecosystem: string, name: string, requirement: string) =>
  index.advisoryFor(ecosystem, name, requirement)?.id ?? null;

test("the two litellm releases are known as malicious, their neighbours are not", () => {
  for (const version of ["1.82.7", "1.82.8", "==1.82.7", "=== 1.82.8", "v1.82.8", ">=1.82.7,<=1.82.8", ">1.82.6, <1.82.9"])
    expect(SHIPPED_ADVISORIES.advisoryFor("PyPI", "LiteLLM", version)).toMatchObject({ malicious: true });
  for (const version of ["", "1.82.6", "==1.82.9", ">=1.82.7", "~=1.82.7", "<=1.82.8", ">=1.80,<1.82.9", "!=1.82.7", "==1.82.*"])
    expect(SHIPPED_ADVISORIES.advisoryFor("PyPI", "litellm", version)).toBeNull();
  expect(SHIPPED_ADVISORIES.advisoryFor("npm", "litellm", "1.82.7")).toBeNull();
}); // prettier-ignore

describe("ranges", () => {
  test.each(["1.0.0", "1.3.9", "2.0.0-rc.1", "2.0.0", "2.1.0", "v2.1.0"])("%s is within", (version) =>
    expect(find("npm", "ranged", version)).toBe("GHSA-1"),
  );
  test.each(["0.9.9", "1.4.0", "1.9.0", "2.0.0-beta", "2.1.1", "latest", "^1.0.0", "1.x"])("%s is not", (version) =>
    expect(find("npm", "ranged", version)).toBeNull(),
  );
  test.each([["1.0rc1", true], ["1.0", true], ["1.0.0.post1", true], ["1.0.post2", false], ["1.0b9", false], ["1.0.dev3", false], ["1!0.5", false]])("PEP 440 %s: %s", (version, hit) =>
    expect(find("PyPI", "snake-case", version)).toBe(hit ? "PYSEC-1" : null),
  ); // prettier-ignore
  test("a limit ends a range, whatever comes before it", () => {
    expect(find("Go", "example.com/mod/v2", "v2.2.9")).toBe("GHSA-3");
    expect(find("Go", "example.com/mod/v2", "v2.3.0")).toBeNull();
  });
});

test("a package of which every release is malicious needs no version to be known", () => {
  expect(find("npm", "only-evil", "")).toBe("MAL-2");
  expect(find("npm", "left-stealer", "")).toBeNull();
});

test("where versions cannot be compared, only listed ones match", () => {
  expect(find("NuGet", "some.thing", "4.0.0")).toBe("GHSA-2");
  expect(find("NuGet", "some.thing", "4.0.1")).toBeNull();
});

test("names are compared as their registry does, and withdrawn records count for nothing", () => {
  expect(find("PyPI", "SNAKE.case", "1.0")).toBe("PYSEC-1");
  expect(find("crates.io", "under-score", "0.1.0")).toBe("MAL-4");
  expect(find("npm", "taken-back", "1.0.0")).toBeNull();
});

test("10,000 records cost a look-up what one costs", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => record(`MAL-${i}`, "npm", `p${i}`, { versions: ["1.0.0"] }));
  const large = buildAdvisoryIndex(OsvFile.parse(many));
  const took = (one: typeof index, name: string) => {
    const started = performance.now();
    for (let i = 0; i < 20_000; i++) one.advisoryFor("npm", name, "1.0.0");
    return performance.now() - started;
  };
  took(large, "p1");
  expect(took(large, "p9999")).toBeLessThan(20 * Math.max(1, took(index, "left-stealer")));
});
