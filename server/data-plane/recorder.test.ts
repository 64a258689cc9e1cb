import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { DecisionEntry } from "@/lib/audit/decision-entry";
import { testEntry } from "@/lib/audit/testing-entry";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { createRecorder, type DecisionRecorder } from "./recorder";

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
const rowsOf = (sessionId: string) => t.db.decision.findMany({ where: { sessionId }, orderBy: { id: "asc" } });

describe("a record", () => {
  test("is in the database, whole, before record resolves", async () => {
    const given = entry({
      developerId: newId(),
      clientId: newId(),
      groupIds: [newId(), newId()],
      agentId: "a1",
      toolUseId: "toolu_1",
      rule: "git-destructive",
      reason: "Förce push 🚀 \"quoted\" \\ 'x'",
      evidence: [{ field: "command", start: 0, end: 2, note: "here" }],
      cleared: [{ rule: "git-discard", by: "user" }],
      llm: { verdict: "unavailable", cause: "overloaded", usage: null },
    });
    const outcome = await recorderOn(t.url).record(given);
    expect(outcome).toEqual({
      id: given.id,
      verdict: "allow",
      fallback: false,
      tier: "embedded",
      rule: "git-destructive",
      reason: given.reason,
      answer: "allow",
    });
    const { at, ...columns } = given;
    const setAside = { cleared: ["git-discard"], clearedBy: ["user"] };
    const settled = { at: new Date(at), fallback: false, answer: "allow" };
    expect(await rowOf(given.id)).toEqual({ ...columns, ...setAside, ...settled });
  });

  test("of many at once loses none and keeps each caller's own outcome", async () => {
    const recorder = recorderOn(t.url);
    const given = Array.from({ length: 1_500 }, (_, n) =>
      entry({ reason: `number ${n}`, verdict: n % 3 === 0 ? "ask" : "allow" }),
    );
    const outcomes = await Promise.all(given.map((one) => recorder.record(one)));
    outcomes.forEach((outcome, n) => expect(outcome).toMatchObject({ id: given[n]?.id, reason: `number ${n}` }));
    expect(await t.db.decision.count({ where: { id: { in: given.map(({ id }) => id) } } })).toBe(given.length);
  });

  test("that the database refuses takes only itself down", async () => {
    const recorder = recorderOn(t.url);
    const bad = entry({ summary: "NUL \0 cannot be stored" });
    const good = Array.from({ length: 20 }, () => entry());
    const results = await Promise.allSettled(
      [...good.slice(0, 7), bad, ...good.slice(7)].map((e) => recorder.record(e)),
    );
    expect(results.map(({ status }) => status)).toEqual([
      ...Array(7).fill("fulfilled"),
      "rejected",
      ...Array(13).fill("fulfilled"),
    ]);
    expect(await rowOf(bad.id)).toBeNull();
    expect(await t.db.decision.count({ where: { id: { in: good.map(({ id }) => id) } } })).toBe(20);
  });

  test("of a refused batch counts no block twice", async () => {
    const recorder = recorderOn(t.url);
    const sessionId = newId();
    const block = () => entry({ sessionId, verdict: "block" });
    const results = await Promise.allSettled(
      [block(), entry({ summary: "\0" }), block(), block()].map((e) => recorder.record(e)),
    );
    expect(results.map((r) => (r.status === "fulfilled" ? r.value.fallback : r.status))).toEqual([
      false, "rejected", false, true,
    ]); // prettier-ignore
  });
});

describe("limits", () => {
  test("the third block in a row is a fallback and is recorded as one, until an allow", async () => {
    const recorder = recorderOn(t.url);
    const sessionId = newId();
    const answers: string[] = [];
    for (const verdict of ["block", "block", "block", "block", "allow", "block"] as const)
      answers.push((await recorder.record(entry({ sessionId, verdict, reason: "Because." }))).answer);
    expect(answers).toEqual(["deny", "deny", "ask", "ask", "allow", "deny"]);
    const rows = await rowsOf(sessionId);
    expect(rows.map(({ verdict, fallback, tier, answer }) => [verdict, fallback, tier, answer])).toEqual([
      ["block", false, "embedded", "deny"],
      ["block", false, "embedded", "deny"],
      ["ask", true, "limits", "ask"],
      ["ask", true, "limits", "ask"],
      ["allow", false, "embedded", "allow"],
      ["block", false, "embedded", "deny"],
    ]);
    expect(rows[2]?.reason).toMatch(/^3 actions in a row were blocked .* Because\.$/);
  });

  test("also hold within one batch, in the order in which decisions came", async () => {
    const recorder = recorderOn(t.url);
    const sessionId = newId();
    const verdicts = ["block", "block", "allow", "block", "block", "block"] as const;
    const outcomes = await Promise.all(verdicts.map((verdict) => recorder.record(entry({ sessionId, verdict }))));
    expect(outcomes.map(({ fallback }) => fallback)).toEqual([false, false, false, false, false, true]);
  });

  test("an allow ends the row even where no block shares its batch", async () => {
    const recorder = recorderOn(t.url);
    const sessionId = newId();
    for (const verdict of ["block", "block", "allow", "ask", "none", "block"] as const)
      expect((await recorder.record(entry({ sessionId, verdict }))).fallback).toBe(false);
  });

  test("survive a restart", async () => {
    const sessionId = newId();
    const first = createRecorder({ databaseUrl: t.url });
    for (const _ of [1, 2]) await first.record(entry({ sessionId, verdict: "block" }));
    await first.close();
    expect((await recorderOn(t.url).record(entry({ sessionId, verdict: "block" }))).fallback).toBe(true);
  });

  test("belong to a session of one organization", async () => {
    const recorder = recorderOn(t.url);
    const other = (await createTestOrganization(t.db)).organization.id;
    const sessionId = newId();
    for (const _ of [1, 2]) await recorder.record(entry({ sessionId, verdict: "block" }));
    expect((await recorder.record(testEntry(other, { sessionId, verdict: "block" }))).fallback).toBe(false);
    expect((await recorder.record(entry({ sessionId, verdict: "block" }))).fallback).toBe(true);
  });

  test("what the client's own classifier blocked is recorded as it says and not counted", async () => {
    const recorder = recorderOn(t.url);
    const sessionId = newId();
    const settled = { verdict: "block", fallback: false, tier: "client", reason: "No.", answer: "none" } as const;
    for (const _ of [1, 2, 3, 4])
      expect(await recorder.record(entry({ sessionId, source: "client", verdict: "block", settled }))).toMatchObject(
        settled,
      );
    expect((await recorder.record(entry({ sessionId, verdict: "block" }))).fallback).toBe(false);
  });

  test("two recorders on one session give exactly the right fallbacks and lose no row", async () => {
    const [one, two] = [recorderOn(t.url), recorderOn(t.url)];
    const sessionId = newId();
    const blocks = 500;
    const outcomes = await Promise.all(
      Array.from({ length: blocks }, (_, n) => (n % 2 ? one : two).record(entry({ sessionId, verdict: "block" }))),
    );
    expect(outcomes.filter(({ fallback }) => !fallback)).toHaveLength(2);
    expect(await rowsOf(sessionId)).toHaveLength(blocks);
    const session = await t.db.agentSession.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: sessionId } },
    });
    expect(session).toMatchObject({ consecutiveBlocks: blocks, totalBlocks: blocks % 20 });
  });

  test("two recorders, many sessions in every order: no deadlock, and every count adds up", async () => {
    const [one, two] = [recorderOn(t.url), recorderOn(t.url)];
    const sessions = Array.from({ length: 12 }, () => newId());
    const given: DecisionEntry[] = [];
    for (let n = 0; n < 2_400; n++) {
      const sessionId = sessions[(n * 7 + (n % 5)) % sessions.length] as string;
      // Never two blocks without an allow of the same session from the same writer in between, but totals add up.
      given.push(entry({ sessionId, verdict: n % 4 === 0 ? "block" : "allow" }));
    }
    const outcomes = await Promise.all(given.map((one_, n) => (n % 3 ? one : two).record(one_)));
    expect(outcomes).toHaveLength(given.length);
    for (const sessionId of sessions) {
      const rows = await rowsOf(sessionId);
      expect(rows).toHaveLength(given.filter((g) => g.sessionId === sessionId).length);
      const blocks = given.filter((g) => g.sessionId === sessionId && g.verdict === "block").length;
      const session = await t.db.agentSession.findUniqueOrThrow({
        where: { organizationId_id: { organizationId, id: sessionId } },
      });
      expect(session.totalBlocks).toBe(blocks % 20);
    }
  });
});

test("close writes what waits and refuses what comes after", async () => {
  const recorder = createRecorder({ databaseUrl: t.url });
  const given = Array.from({ length: 200 }, () => entry());
  const recorded = given.map((one) => recorder.record(one));
  await recorder.close();
  expect(await Promise.all(recorded)).toHaveLength(200);
  await expect(recorder.record(entry())).rejects.toMatchObject({ code: "record_closed" });
});
