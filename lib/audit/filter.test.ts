import { describe, expect, test } from "vitest";
import { asksForDecisions, AuditFilter, outcomesOf, readFilter } from "./filter";
import { auditHref, filterQuery } from "./filter-query";

const id = "0199f0c0-0000-7000-8000-000000000001";

describe("the filter of the trail", () => {
  test("asks for blocks and fallbacks when nothing is said", () => {
    const filter = AuditFilter.parse({});
    expect(filter.type).toBe("blocks");
    expect(outcomesOf(filter)).toEqual(["block", "fallback"]);
  });

  test("reads an empty form field as not asked, and lists in either form", () => {
    const filter = AuditFilter.parse({ q: " ", rule: "", verdict: ["block", "fallback,block"], group: "" });
    expect(filter).toMatchObject({ verdict: ["block", "fallback"] });
    expect(filter.q ?? filter.rule ?? filter.group).toBeUndefined();
  });

  test("moves to all decisions when the verdict is not the tab's own", () => {
    expect(AuditFilter.parse({ verdict: "allow" }).type).toBe("decisions");
    expect(AuditFilter.parse({ verdict: "block" }).type).toBe("blocks");
    expect(AuditFilter.parse({ type: "admin" }).type).toBe("admin");
  });

  test("reads a time without an offset as UTC", () => {
    const at = (from: string) => AuditFilter.parse({ from }).from?.toISOString();
    expect(at("2026-11-20")).toBe("2026-11-20T00:00:00.000Z");
    expect(at("2026-11-20T10:30")).toBe("2026-11-20T10:30:00.000Z");
    expect(at("2026-11-20T10:30+02:00")).toBe("2026-11-20T08:30:00.000Z");
  });

  test.each([
    [{ developer: "not an id" }, "developer"],
    [{ group: "x" }, "group"],
    [{ verdict: "perhaps" }, "verdict.0"],
    [{ range: "2y" }, "range"],
    [{ from: "yesterday" }, "from"],
    [{ from: "2026-13-45" }, "from"],
    [{ from: "2026-11-20", to: "2026-11-19" }, "to"],
    [{ q: "x".repeat(201) }, "q"],
    [{ type: "secrets" }, "type"],
  ])("names the field at fault in %j", (raw, field) => {
    const { error } = AuditFilter.safeParse(raw);
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  test("a page leaves out what it cannot read, and says so", () => {
    const { filter, faults } = readFilter({ rule: "a-rule", range: "2y", from: "2026-11-20", to: "2026-11-19" });
    expect(filter).toMatchObject({ rule: "a-rule", from: new Date("2026-11-20") });
    expect(filter.range ?? filter.to).toBeUndefined();
    expect(faults.map(({ field }) => field)).toEqual(["range", "to"]);
  });

  test.each([
    {},
    { type: "all", range: "24h", q: "rm -rf 100% & more" },
    { verdict: "allow,ask", tool: "Bash", session: "s/1", developer: id, group: id },
    { from: "2026-11-20T10:30Z", to: "2026-11-21", rule: "a-rule" },
  ])("an address reads back to the filter it was made from: %j", (raw) => {
    const filter = AuditFilter.parse(raw);
    expect(AuditFilter.parse(Object.fromEntries(filterQuery(filter)))).toEqual(filter);
  });

  test("an address says no defaults", () => {
    expect(auditHref(AuditFilter.parse({ range: "7d" }))).toBe("/audit");
    expect(auditHref({}, { record: id })).toBe(`/audit?record=${id}`);
  });

  test("knows what an admin action cannot match", () => {
    expect(asksForDecisions(AuditFilter.parse({ tool: "Bash" }))).toBe(true);
    expect(asksForDecisions(AuditFilter.parse({ q: "ana", range: "1h" }))).toBe(false);
  });
});
