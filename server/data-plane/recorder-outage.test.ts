import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { DecisionEntry } from "@/lib/audit/decision-entry";
import { testEntry, testEvent } from "@/lib/audit/testing-entry";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { createRecorder, type DecisionRecorder } from "./recorder";
import { createDatabaseProxy } from "./testing-database-proxy";

const t = await createTestDatabase();
afterAll(() => t.close());
const recorders: DecisionRecorder[] = [];
afterEach(async () => void (await Promise.all(recorders.splice(0).map((recorder) => recorder.close()))));

let organizationId: string;
beforeAll(async () => {
  organizationId = (await createTestOrganization(t.db)).organization.id;
});

const recorderOn = (databaseUrl: string, deadlineMs?: number) => {
  const recorder = createRecorder({ databaseUrl, deadlineMs });
  recorders.push(recorder);
  return recorder;
};
const entry = (over?: Partial<DecisionEntry>) => testEntry(organizationId, over);
const rowOf = (id: string) => t.db.decision.findUnique({ where: { id } });

describe("when the database does not answer", () => {
  test("a stopped one fails at once", async () => {
    const recorder = recorderOn("postgresql://nobody@127.0.0.1:1/none");
    await expect(recorder.record(entry())).rejects.toMatchObject({ status: 503, code: "record_failed" });
  });

  test("a lock that is not released fails within the deadline, and nothing was written", async () => {
    const recorder = recorderOn(t.url);
    await recorder.record(entry());
    const blocker = await t.pool.connect();
    await blocker.query('BEGIN; LOCK TABLE "Decision" IN ACCESS EXCLUSIVE MODE');
    const given = [entry(), entry({ verdict: "block" })];
    const startedAt = performance.now();
    const results = await Promise.allSettled(given.map((one) => recorder.record(one)));
    expect(performance.now() - startedAt).toBeLessThan(1_800);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await blocker.query("ROLLBACK");
    blocker.release();
    await recorder.flush();
    for (const { id } of given)
      expect(await rowOf(id)).toMatchObject({ verdict: "ask", answer: "ask", tier: "unavailable" });
    expect((await recorder.record(entry())).verdict).toBe("allow");
  });

  test("a record that was written but never confirmed does not read as the allow that nobody got", async () => {
    const proxy = await createDatabaseProxy(t.url);
    const recorder = recorderOn(proxy.url, 700);
    const sessionId = newId();
    await recorder.record(entry({ sessionId }));
    proxy.freeze("answers");
    const given = entry({ sessionId });
    const refused = recorder.record(given).catch((error: unknown) => error);
    await expect.poll(() => rowOf(given.id), { timeout: 500 }).toMatchObject({ answer: "allow" });
    expect(await refused).toMatchObject({ status: 503 });
    proxy.thaw();
    await recorder.flush();
    expect(await rowOf(given.id)).toMatchObject({ verdict: "ask", answer: "ask", tier: "unavailable" });
    await recorder.close();
    await proxy.close();
  });

  test("a hanging one: what waits is refused in time too, and recorded as refused once it is back", async () => {
    const proxy = await createDatabaseProxy(t.url);
    const recorder = recorderOn(proxy.url);
    await recorder.record(entry());
    proxy.freeze("everything");
    const given = Array.from({ length: 50 }, () => entry({ verdict: "block" }));
    const startedAt = performance.now();
    const results = await Promise.allSettled(given.map((one) => recorder.record(one)));
    expect(performance.now() - startedAt).toBeLessThan(1_800);
    expect(results.every(({ status }) => status === "rejected")).toBe(true);
    proxy.thaw();
    await recorder.flush();
    for (const { id } of given) expect(await rowOf(id)).toMatchObject({ answer: "ask", tier: "unavailable" });
    await recorder.close();
    await proxy.close();
  });

  test("a record that it refuses does not keep the others from being put right", async () => {
    const proxy = await createDatabaseProxy(t.url);
    const recorder = recorderOn(proxy.url, 700);
    await recorder.record(entry());
    proxy.freeze("everything");
    const refused = entry({ summary: "NUL \0 cannot be stored" });
    const given = [...Array.from({ length: 12 }, () => entry()), refused, ...Array.from({ length: 12 }, () => entry())];
    await Promise.allSettled(given.map((one) => recorder.record(one)));
    proxy.thaw();
    await recorder.flush();
    expect(await t.db.decision.count({ where: { id: { in: given.map(({ id }) => id) }, answer: "ask" } })).toBe(24);
    expect(await rowOf(refused.id)).toBeNull();
    await recorder.close();
    await proxy.close();
  });

  test("what the user said meanwhile is kept, and written once it answers", async () => {
    const recorder = recorderOn(t.url, 700);
    const blocker = await t.pool.connect();
    await blocker.query('BEGIN; LOCK TABLE "SessionEvent" IN ACCESS EXCLUSIVE MODE');
    const said = { ...testEvent(organizationId), payload: { prompt: "Don't push anything." } };
    await expect(recorder.recordEvent(said)).rejects.toMatchObject({ status: 503 });
    await blocker.query("ROLLBACK");
    blocker.release();
    await recorder.flush();
    const written = await t.db.sessionEvent.findMany({ where: { sessionId: said.sessionId } });
    expect(written).toMatchObject([{ id: said.id, payload: said.payload }]);
  });

  test("also what came when too much waited already", async () => {
    const recorder = recorderOn(t.url, 700);
    const blocker = await t.pool.connect();
    await blocker.query('BEGIN; LOCK TABLE "SessionEvent" IN ACCESS EXCLUSIVE MODE');
    const { sessionId } = testEvent(organizationId);
    const said = Array.from({ length: 6_000 }, () => ({ ...testEvent(organizationId), sessionId }));
    const results = await Promise.allSettled(said.map((one) => recorder.recordEvent(one)));
    const codes = results.map((one) => (one.status === "rejected" ? (one.reason as { code: string }).code : ""));
    await blocker.query("ROLLBACK");
    blocker.release();
    await recorder.flush();
    expect(codes).toContain("record_overloaded");
    expect(await t.db.sessionEvent.count({ where: { sessionId } })).toBe(said.length);
  });

  test("and only once where it had been written unheard", async () => {
    const proxy = await createDatabaseProxy(t.url);
    const recorder = recorderOn(proxy.url, 700);
    await recorder.record(entry());
    const said = testEvent(organizationId);
    proxy.freeze("answers");
    await expect(recorder.recordEvent(said)).rejects.toMatchObject({ status: 503 });
    proxy.thaw();
    await recorder.flush();
    expect(await t.db.sessionEvent.count({ where: { sessionId: said.sessionId } })).toBe(1);
    await recorder.close();
    await proxy.close();
  });
});
