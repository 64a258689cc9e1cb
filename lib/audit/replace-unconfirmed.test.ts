import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import type { DecisionEntry } from "./decision-entry";
import { replaceUnconfirmed } from "./replace-unconfirmed";
import { insertDecision } from "./testing";
import { testEntry } from "./testing-entry";

const t = await createTestDatabase();
afterAll(() => t.close());
let organizationId: string;
beforeEach(async () => {
  organizationId = (await createTestOrganization(t.db)).organization.id;
});

const entryFor = (id: string, of = organizationId) => testEntry(of, { id });

async function replace(...entries: DecisionEntry[]) {
  const client = await t.pool.connect();
  try {
    await replaceUnconfirmed(client, entries);
  } finally {
    client.release();
  }
}

const rowOf = (id: string) => t.db.decision.findUnique({ where: { id } });
const trailOf = (id: string) => t.db.auditEntry.findMany({ where: { organizationId: id, action: "decision.replace" } });

/** Statements in one transaction, as someone with the product's own rights would send them. */
async function inOne(...statements: string[]) {
  const client = await t.pool.connect();
  try {
    await client.query("BEGIN");
    for (const statement of statements) await client.query(statement);
    await client.query("COMMIT");
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

describe("a record that was never confirmed", () => {
  test("is replaced by what was told, and the trail says what it said", async () => {
    const { id } = await insertDecision(t.db, organizationId, { verdict: "allow", answer: "allow" });
    const other = (await createTestOrganization(t.db)).organization.id;
    const theirs = await insertDecision(t.db, other, { verdict: "block", answer: "deny" });
    await replace(entryFor(id), entryFor(theirs.id, other));
    expect(await rowOf(id)).toMatchObject({ verdict: "ask", answer: "ask", tier: "unavailable" });
    expect(await trailOf(organizationId)).toMatchObject([
      {
        actorType: "system",
        targetLabel: "1 record",
        before: { decisions: [{ id, verdict: "allow", answer: "allow" }] },
        after: { decisions: [{ id, verdict: "ask", answer: "ask" }] },
      },
    ]);
    expect(await trailOf(other)).toMatchObject([{ before: { decisions: [{ id: theirs.id, verdict: "block" }] } }]);
  });

  test("and was never written is written now, without an entry: nothing was replaced", async () => {
    const id = newId();
    await replace(entryFor(id));
    expect(await rowOf(id)).toMatchObject({ answer: "ask", tier: "unavailable" });
    expect(await trailOf(organizationId)).toEqual([]);
  });
});

describe("a recorded decision", () => {
  test.each(["Decision", "AuditEntry", "Revision", "RevisionDocument"])("%s rows are not truncated", async (table) => {
    await expect(inOne(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow("immutable");
  });

  test("is neither changed nor deleted", async () => {
    const { id } = await insertDecision(t.db, organizationId);
    await expect(inOne(`UPDATE "Decision" SET "isDemo" = true WHERE "id" = '${id}'`)).rejects.toThrow("immutable");
    await expect(inOne(`DELETE FROM "Decision" WHERE "id" = '${id}'`)).rejects.toThrow("immutable");
    expect(await rowOf(id)).toMatchObject({ verdict: "block" });
  });

  test("of the demo can be deleted", async () => {
    const { id } = await insertDecision(t.db, organizationId, { isDemo: true });
    await inOne(`DELETE FROM "Decision" WHERE "id" = '${id}'`);
    expect(await rowOf(id)).toBeNull();
  });

  describe("is not deleted by naming an entry of the trail", () => {
    const entry = (id: string, said: object) =>
      `INSERT INTO "AuditEntry" ("id", "organizationId", "at", "actorType", "actorLabel", "action", "targetType", "before", "requestId")
       VALUES ('${id}', '${organizationId}', now(), 'system', 'x', 'decision.replace', 'decision', '${JSON.stringify({ decisions: [said] })}', 'x')`;
    const naming = (id: string) => `SET LOCAL gatehouse.audit_entry = '${id}'`;
    const remove = (id: string) => `DELETE FROM "Decision" WHERE "id" = '${id}'`;

    test("of another transaction", async () => {
      const { id, verdict, answer } = await insertDecision(t.db, organizationId);
      const entryId = newId();
      await inOne(entry(entryId, { id, verdict, answer }));
      await expect(inOne(naming(entryId), remove(id))).rejects.toThrow("immutable");
    });

    test("that says something else about it", async () => {
      const { id, verdict } = await insertDecision(t.db, organizationId);
      const entryId = newId();
      const attempt = inOne(entry(entryId, { id, verdict, answer: "allow" }), naming(entryId), remove(id));
      await expect(attempt).rejects.toThrow("immutable");
    });

    test("unless another row takes its place", async () => {
      const { id, verdict, answer } = await insertDecision(t.db, organizationId);
      const entryId = newId();
      const attempt = inOne(entry(entryId, { id, verdict, answer }), naming(entryId), remove(id));
      await expect(attempt).rejects.toThrow("replaced, not removed");
      expect(await rowOf(id)).not.toBeNull();
    });
  });
});
