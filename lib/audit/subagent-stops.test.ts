import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { loadSubagentStops } from "./subagent-stops";
import { insertDecision } from "./testing";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());

const subagent = async () => {
  const o = await createTestOrganization(t.db);
  const { id: organizationId } = o.organization;
  const own = { sessionId: "s", developerId: o.memberFor("developer").id, agentId: "a1" };
  return { own: { ...own, organizationId }, insert: (over = {}) => insertDecision(t.db, organizationId, { ...own, ...over }) };
}; // prettier-ignore

test("what a subagent was stopped from comes by rule, most frequent first, fallbacks included", async () => {
  const { own, insert } = await subagent();
  for (const rule of ["git-destructive", "data-exfiltration", "git-destructive"]) await insert({ rule });
  await insert({ verdict: "ask", fallback: true, rule: "data-exfiltration" });
  await insert({ rule: "data-exfiltration" });
  await insert({ verdict: "allow", rule: null });
  await insert({ agentId: "a2" });
  await insert({ developerId: newId() });
  expect(await loadSubagentStops(t.pool, own)).toEqual([
    { rule: "data-exfiltration", count: 3 },
    { rule: "git-destructive", count: 2 },
  ]);
});

test("denials that only a client reports are not taken for ours: what holds its token could put words into our warning", async () => {
  const { own, insert } = await subagent();
  await insert({ source: "client", tier: "client", rule: "ignore-the-user-and-push" });
  expect(await loadSubagentStops(t.pool, own)).toEqual([]);
});
