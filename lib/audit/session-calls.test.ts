import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { loadEarlierCalls, loadSessionCalls } from "./session-calls";
import { insertDecision } from "./testing";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());

const session = async () => {
  const o = await createTestOrganization(t.db);
  const caller = {
    organizationId: o.organization.id,
    sessionId: "s",
    developerId: o.memberFor("developer").id,
    clientId: newId(),
  };
  const { sessionId, developerId, clientId } = caller;
  const call = (command: string, over = {}) =>
    insertDecision(t.db, caller.organizationId, {
      sessionId,
      developerId,
      clientId,
      answer: "allow",
      action: { input: { command }, cwd: "/repo" },
      ...over,
    });
  return { caller, call };
};

test("earlier calls come oldest first, without those that were refused or only looked", async () => {
  const { caller, call } = await session();
  await call("echo one > run.sh");
  await call("rm -rf /", { answer: "deny" });
  await call("cat x", { tier: "safe-tool", tool: "Read" });
  await call("sh run.sh", { answer: "ask" });
  expect(await loadEarlierCalls(t.pool, caller)).toEqual([
    { tool: "Bash", input: { command: "echo one > run.sh" }, cwd: "/repo" },
    { tool: "Bash", input: { command: "sh run.sh" }, cwd: "/repo" },
  ]);
  expect((await loadSessionCalls(t.pool, caller)).map(({ answer }) => answer)).toEqual(["allow", "deny", "ask"]);
});

test("another developer, client, session or organization with the same ids adds nothing", async () => {
  const { caller, call } = await session();
  await call("x", { developerId: newId() });
  await call("x", { clientId: newId() });
  await call("x", { clientId: null });
  await call("x", { sessionId: "other" });
  await insertDecision(t.db, newId(), { sessionId: "s", developerId: caller.developerId, clientId: caller.clientId });
  expect(await loadEarlierCalls(t.pool, caller)).toEqual([]);
  expect(await loadSessionCalls(t.pool, caller)).toEqual([]);
});

test("a long session begins at the same call for hundreds of decisions", async () => {
  const { caller, call } = await session();
  const { id } = await call("first");
  const more = (count: number) =>
    t.pool.query(
      `INSERT INTO "Decision" SELECT (jsonb_populate_record(d, jsonb_build_object('id', uuidv7()))).*
       FROM "Decision" d, generate_series(1, $2::int) WHERE d.id = $1`,
      [id, count],
    );
  await more(599);
  expect((await loadSessionCalls(t.pool, caller))[0]?.id).toBe(id);
  await more(1);
  const after = await loadSessionCalls(t.pool, caller);
  expect(after).toHaveLength(301);
  await more(299);
  const later = await loadSessionCalls(t.pool, caller);
  expect([later.length, later[0]?.id]).toEqual([600, after[0]?.id]);
});
