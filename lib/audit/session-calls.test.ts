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
  const { calls, isWhole } = await loadSessionCalls(t.pool, caller);
  expect([calls.map(({ answer }) => answer), isWhole]).toEqual([["allow", "deny", "ask"], true]);
});

test("another developer, client, session or organization with the same ids adds nothing", async () => {
  const { caller, call } = await session();
  await call("x", { developerId: newId() });
  await call("x", { clientId: newId() });
  await call("x", { clientId: null });
  await call("x", { sessionId: "other" });
  await insertDecision(t.db, newId(), { sessionId: "s", developerId: caller.developerId, clientId: caller.clientId });
  expect(await loadEarlierCalls(t.pool, caller)).toEqual([]);
  expect(await loadSessionCalls(t.pool, caller)).toEqual({ calls: [], isWhole: true });
});

/** Copies of one row, each with an id of its own. */
const repeat = (id: string, times: number, over: object = {}) =>
  t.pool.query(
    `INSERT INTO "Decision" SELECT (jsonb_populate_record(d, $3::jsonb || jsonb_build_object('id', uuidv7()))).*
     FROM "Decision" d, generate_series(1, $2::int) WHERE d.id = $1`,
    [id, times, over],
  );

test("a long session begins at the same call for most decisions, and is told to be cut", async () => {
  const { caller, call } = await session();
  const { id } = await call("first");
  await repeat(id, 599);
  const whole = await loadSessionCalls(t.pool, caller);
  expect([whole.calls.length, whole.calls[0]?.id, whole.isWhole]).toEqual([600, id, true]);
  const starts: (string | undefined)[] = [];
  for (let step = 0; step < 30; step++) {
    await repeat(id, 10);
    const { calls, isWhole } = await loadSessionCalls(t.pool, caller);
    expect(isWhole).toBe(false);
    expect(calls.length).toBeGreaterThan(300);
    expect(calls.length).toBeLessThanOrEqual(600);
    starts.push(calls[0]?.id);
  }
  expect(new Set(starts).size).toBeLessThan(15);
});

test("of a session of tens of thousands of decisions the newest part is read, and no more is looked at", async () => {
  const { caller, call } = await session();
  const { id } = await call("echo old > run.sh");
  await repeat(id, 12_000, { tier: "safe-tool", tool: "Read" });
  expect(await loadSessionCalls(t.pool, caller)).toEqual({ calls: [], isWhole: false });
  expect(await loadEarlierCalls(t.pool, caller)).toEqual([]);
  await call("sh run.sh");
  expect(await loadSessionCalls(t.pool, caller)).toMatchObject({ calls: [{ tool: "Bash" }], isWhole: false });
});
