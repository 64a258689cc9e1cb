import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { CATALOGUE } from "@/lib/decision/rule-names";
import { listRules } from "./list-rules";
import { insertDecision } from "./testing";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
let o: Awaited<ReturnType<typeof createTestOrganization>>;

beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  o = await createTestOrganization(t.db);
});

describe("listRules", () => {
  test("every rule of the catalogue stands in it once, with its counts", async () => {
    await insertDecision(t.db, o.organization.id);
    const { days, rules } = await listRules(o.ctxFor("security"));
    expect(days).toBe(30);
    expect(rules.map(({ id }) => id).sort()).toEqual(CATALOGUE.map(({ id }) => id).sort());
    const fired = rules.filter(({ counts }) => counts.blocks > 0);
    expect(fired).toMatchObject([{ id: "git-destructive", strength: "soft", judgedBy: "both", counts: { blocks: 1 } }]);
  });

  test("what decisions name beyond the catalogue is told, but not the text of permission rules", async () => {
    await insertDecision(t.db, o.organization.id, { rule: "rule-of-the-client", tier: "client", source: "client" });
    await insertDecision(t.db, o.organization.id, { rule: "Bash(rm:*)", tier: "permission-rules" });
    await insertDecision(t.db, o.organization.id, {
      rule: "Bash(rm:*)",
      tier: "limits",
      verdict: "ask",
      fallback: true,
    });
    const { others } = await listRules(o.ctxFor("security"));
    expect(others).toMatchObject([{ rule: "rule-of-the-client", blocks: 1 }]);
  });

  test("names that a client made up do not crowd out what it reports often", async () => {
    const report = (rule: string) =>
      insertDecision(t.db, o.organization.id, { rule, tier: "client", source: "client" });
    for (let made = 0; made < 60; made++) await report(`made-up-${made}`);
    for (let times = 0; times < 2; times++) await report("rule-of-the-client");
    const { others } = await listRules(o.ctxFor("security"));
    expect(others).toHaveLength(50);
    expect(others[0]).toMatchObject({ rule: "rule-of-the-client", blocks: 2 });
  });

  test("is for those who may read the trail", async () => {
    await expect(listRules(o.ctxFor("developer"))).rejects.toMatchObject({ status: 403 });
  });
});
