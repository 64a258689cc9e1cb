import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { decide } from "@/lib/decision/decide";
import { bash, policy } from "@/lib/decision/testing";
import { buildEntry } from "./build-entry";
import { decisionWhere, RULE_OR_CLEARED } from "./decision-where";
import { AuditFilter } from "./filter";
import { getDecision } from "./get-record";
import { listDecisions } from "./list-decisions";
import { createRecordPool } from "./record-pool";
import { recordDecisions } from "./record-decisions";
import { ruleCounts } from "./rule-counts";
import { insertDecision } from "./testing";
import { lastDays } from "./time-window";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
let o: Awaited<ReturnType<typeof createTestOrganization>>;
let ctx: Ctx;
const DAY_MS = 86_400_000;
const insert = (given: Parameters<typeof insertDecision>[2] = {}) => insertDecision(t.db, o.organization.id, given);
const NONE = { blocks: 0, fallbacks: 0, asks: 0, byUser: 0, byOrganization: 0, byLlm: 0 };

beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  o = await createTestOrganization(t.db);
  ctx = o.ctxFor("security");
});

test("a rule that the user's words set aside is kept with the decision, and counted", async () => {
  const action = bash("git push --force origin topic", { userMessages: ["Force-push topic to origin."] });
  const judged = { id: newId(), at: Date.now(), action, judgement: decide(action, policy()), policy: policy() };
  const developer = {
    organizationId: o.organization.id,
    memberId: o.memberFor("developer").id,
    clientId: null,
    groupIds: [],
  };
  const entry = buildEntry({
    ...judged,
    developer,
    sessionId: "s",
    agentId: null,
    toolUseId: null,
    source: "rest",
    latencyUs: 1,
  });
  const pool = createRecordPool(t.url, 10_000);
  const client = await pool.connect();
  await recordDecisions(client, [entry], new Set());
  client.release();
  await pool.end();
  expect(await ruleCounts(ctx)).toEqual([{ ...NONE, rule: "git-destructive", byUser: 1 }]);
  expect(await getDecision(ctx, judged.id)).toMatchObject({
    outcome: "allow",
    rule: null,
    cleared: [{ rule: "git-destructive", by: "user" }],
  });
});

describe("ruleCounts", () => {
  test("before the first decision there is none", async () => {
    expect(await ruleCounts(ctx)).toEqual([]);
  });

  test("counts what a rule decided, by outcome, within the time", async () => {
    await insert();
    await insert({ tier: "client" });
    await insert({ verdict: "ask", fallback: true, tier: "limits" });
    await insert({ verdict: "ask" });
    await insert({ at: new Date(Date.now() - 31 * DAY_MS) });
    await insert({ verdict: "allow", rule: null });
    expect(await ruleCounts(ctx)).toEqual([{ ...NONE, rule: "git-destructive", blocks: 2, fallbacks: 1, asks: 1 }]);
  });

  test("counts what set a rule aside, also where another rule decided", async () => {
    const allowed = { verdict: "allow", rule: null, evidence: [] } as const;
    await insert({ ...allowed, cleared: ["git-destructive"] });
    await insert({ ...allowed, tier: "llm", cleared: ["git-destructive", "remote-repoint"] });
    await insert({ ...allowed, tier: "permission-rules", rule: "Bash(git push:*)", cleared: ["git-destructive"] });
    await insert({ rule: "irreversible-local-destruction", cleared: ["git-destructive"] });
    expect(await ruleCounts(ctx)).toEqual([
      { ...NONE, rule: "git-destructive", byUser: 2, byOrganization: 1, byLlm: 1 },
      { ...NONE, rule: "irreversible-local-destruction", blocks: 1 },
      { ...NONE, rule: "remote-repoint", byLlm: 1 },
    ]);
  });

  test("counts each rule by what set that one aside, whatever decided in the end", async () => {
    const cleared = ["git-destructive", "remote-repoint"];
    const allowed = { verdict: "allow" as const, rule: null, evidence: [], cleared };
    await insert({ ...allowed, cleared: ["git-destructive"], clearedBy: ["user"], tier: "llm" });
    await insert({ ...allowed, clearedBy: ["user", "llm"], tier: "llm" });
    await insert({ ...allowed, clearedBy: ["user", "organization"], tier: "permission-rules", rule: "Bash(git:*)" });
    expect(await ruleCounts(ctx)).toEqual([
      { ...NONE, rule: "git-destructive", byUser: 3 },
      { ...NONE, rule: "remote-repoint", byOrganization: 1, byLlm: 1 },
    ]);
  });

  test("another organization's decisions do not count", async () => {
    const other = await createTestOrganization(t.db);
    await insertDecision(t.db, other.organization.id);
    expect(await ruleCounts(ctx)).toEqual([]);
  });

  test("is for those who may read the trail", async () => {
    await expect(ruleCounts(o.ctxFor("developer"))).rejects.toMatchObject({ status: 403 });
  });

  test("reads the few decisions that rules had a part in, not all of the time", async () => {
    const where = decisionWhere(ctx, { window: lastDays(30) });
    const plan = await t.db.$transaction(async (tx) => {
      await tx.$executeRaw`DROP INDEX "Decision_organizationId_id_idx"`; // Too few rows here for the planner to care which.
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw(Prisma.sql`EXPLAIN SELECT 1 FROM "Decision" d WHERE ${where} AND ${RULE_OR_CLEARED}`);
    });
    expect(JSON.stringify(plan)).toContain("Decision_rules");
  });
});

test("what set a rule aside is found in the trail by the rule's name", async () => {
  const { id } = await insert({ verdict: "allow", rule: null, cleared: ["git-destructive"] });
  await insert();
  const found = await listDecisions(ctx, AuditFilter.parse({ type: "decisions", cleared: "git-destructive" }));
  expect(found.items.map((row) => row.id)).toEqual([id]);
});
