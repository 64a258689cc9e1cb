import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { actionTexts } from "./action-texts";
import { getDecision, getRecord } from "./get-record";
import { recordAdminAction } from "./record-admin-action";
import { insertDecision } from "./testing";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());

test("a record has the action, the evidence and the names of then", async () => {
  const o = await createTestOrganization(t.db);
  const dev = o.memberFor("developer");
  const group = await o.group("platform", [dev]);
  const client = await t.db.client.create({
    data: { id: newId(), organizationId: o.organization.id, memberId: dev.id, label: "claude-code/2.1.329" },
  });
  const given = { developerId: dev.id, clientId: client.id, groupIds: [group.id] };
  const { id } = await insertDecision(t.db, o.organization.id, given);
  const record = await getDecision(o.ctxFor("security"), id);
  expect(record).toMatchObject({
    outcome: "block",
    developer: { id: dev.id, email: dev.email },
    client: { label: "claude-code/2.1.329" },
    groups: [{ name: "platform" }],
    action: { input: { command: "git push --force origin main" } },
    revision: 1,
  });
  expect(actionTexts(record)).toMatchObject([{ field: "command", evidence: [{ start: 9, end: 16 }] }]);
});

test("a record outlives its developer, its client and a foreign shape of evidence", async () => {
  const o = await createTestOrganization(t.db);
  const given = { developerId: newId(), clientId: newId(), evidence: { odd: true } };
  const { id } = await insertDecision(t.db, o.organization.id, given);
  expect(await getDecision(o.ctxFor("security"), id)).toMatchObject({
    developer: { name: "removed developer" },
    client: { label: "removed client" },
    evidence: [],
  });
});

test("a record has what the LLM was asked and took; one without, or of a foreign shape, stays readable", async () => {
  const o = await createTestOrganization(t.db);
  const llm = {
    verdict: "block",
    cause: null,
    usage: {
      model: "claude-sonnet-5",
      promptVersion: "v1-abc",
      stages: 2,
      inputTokens: 10,
      cacheReadTokens: 900,
      cacheWriteTokens: 20,
      outputTokens: 70,
      costUsd: null,
      latencyMs: 812,
    },
  };
  const read = async (value?: object) => {
    const { id } = await insertDecision(t.db, o.organization.id, { llm: value });
    return (await getDecision(o.ctxFor("security"), id)).llm;
  };
  expect(await read(llm)).toEqual(llm);
  expect(await read()).toBeNull();
  expect(await read({ odd: true })).toBeNull();
});

test("another organization's record, an unknown id and no id at all are the same 404", async () => {
  const o = await createTestOrganization(t.db);
  const foreign = await createTestOrganization(t.db);
  const { id } = await insertDecision(t.db, foreign.organization.id);
  for (const wrong of [id, newId(), "'; DROP TABLE x", ""]) {
    await expect(getDecision(o.ctxFor("owner"), wrong)).rejects.toMatchObject({ status: 404 });
    await expect(getRecord(o.ctxFor("owner"), wrong)).rejects.toMatchObject({ status: 404 });
  }
});

test("a developer opens their own record and no other, and no admin action", async () => {
  const o = await createTestOrganization(t.db);
  const as = o.ctxFor("developer");
  const own = await insertDecision(t.db, o.organization.id, { developerId: o.memberFor("developer").id });
  const other = await insertDecision(t.db, o.organization.id, { developerId: o.memberFor("admin").id });
  await recordAdminAction(o.ctxFor("admin"), { action: "group.create", target: { type: "group", label: "x" } });
  const entry = await t.db.auditEntry.findFirstOrThrow({ where: { organizationId: o.organization.id } });
  expect(await getRecord(as, own.id)).toMatchObject({ id: own.id });
  await expect(getRecord(as, other.id)).rejects.toMatchObject({ status: 404 });
  await expect(getRecord(as, entry.id)).rejects.toMatchObject({ status: 404 });
});

test("an admin action has what changed, without secrets", async () => {
  const o = await createTestOrganization(t.db);
  const admin = o.ctxFor("admin");
  await recordAdminAction(admin, {
    action: "member.update",
    target: { type: "member", label: "Ana" },
    before: { role: "developer", passwordHash: "x" },
    after: { role: "admin", passwordHash: "y" },
  });
  const entry = await t.db.auditEntry.findFirstOrThrow({ where: { organizationId: o.organization.id } });
  expect(await getRecord(admin, entry.id)).toMatchObject({
    kind: "admin",
    sentence: "admin changed the member Ana",
    before: { role: "developer" },
    after: { role: "admin" },
    changedFields: ["role"],
  });
});
