import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { exportTrail } from "./export-trail";
import { AuditFilter } from "./filter";
import { insertDecision } from "./testing";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());

async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

test("an export holds every row of the query, across batches, newest first", async () => {
  const o = await createTestOrganization(t.db);
  const { id } = await insertDecision(t.db, o.organization.id);
  await t.pool.query(
    `INSERT INTO "Decision" SELECT (jsonb_populate_record(d, jsonb_build_object('id',
       overlay(d.id::text placing lpad(to_hex(n), 12, '0') from 25)))).* FROM "Decision" d, generate_series(1, 2500) n
     WHERE d.id = $1`,
    [id],
  );
  const lines = (await textOf(await exportTrail(o.ctxFor("security"), AuditFilter.parse({}), "ndjson")))
    .trim()
    .split("\n");
  const ids = lines.map((line) => (JSON.parse(line) as { id: string }).id);
  expect(ids).toHaveLength(2501);
  expect(ids).toEqual([...new Set(ids)].sort().reverse());
});

test("an export is itself recorded, with its query, before its first line", async () => {
  const o = await createTestOrganization(t.db);
  const ctx = o.ctxFor("security");
  await exportTrail(ctx, AuditFilter.parse({ tool: "Bash" }), "csv");
  const entry = await t.db.auditEntry.findFirstOrThrow({ where: { organizationId: o.organization.id } });
  expect(entry).toMatchObject({ action: "audit.export", actorLabel: "security", after: { format: "csv" } });
  expect(JSON.stringify(entry.after)).toContain("tool=Bash");
});

test("decisions can be taken away as cases of the evaluation, without labels and without other records", async () => {
  const o = await createTestOrganization(t.db);
  const { id } = await insertDecision(t.db, o.organization.id, {
    tool: "Bash",
    action: { input: { command: "git status" }, cwd: "/p", home: "/home/dev", additionalDirectories: [] },
  });
  const ctx = o.ctxFor("security");
  await exportTrail(ctx, AuditFilter.parse({}), "csv");
  const lines = (await textOf(await exportTrail(ctx, AuditFilter.parse({}), "cases"))).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({
      id,
      tool: "Bash",
      input: { command: "git status" },
      context: { cwd: "/p", home: "/home/dev", additional_directories: [] },
    }),
  ]);
  expect(lines[0]).not.toContain('"label"');
});

test("CSV quotes what must be quoted and defuses what a spreadsheet would run", async () => {
  const o = await createTestOrganization(t.db);
  const given = { summary: '=cmd|" /C calc"!A0', reason: "one, two\nthree" };
  await insertDecision(t.db, o.organization.id, given);
  const csv = await textOf(await exportTrail(o.ctxFor("security"), AuditFilter.parse({}), "csv"));
  expect(csv.startsWith("id,at,kind,actor,")).toBe(true);
  expect(csv).toContain(`,"'=cmd|"" /C calc""!A0",`);
  expect(csv).toContain(`,"one, two\nthree",`);
  expect(csv.endsWith("\r\n")).toBe(true);
});

test("CSV tells what the LLM classifier said and took, where it was asked", async () => {
  const o = await createTestOrganization(t.db);
  const usage = {
    model: "claude-sonnet-5",
    promptVersion: "v1",
    stages: 1,
    inputTokens: 10,
    cacheReadTokens: 900,
    cacheWriteTokens: 20,
    outputTokens: 5,
    costUsd: 0.0125,
    latencyMs: 400,
  };
  await insertDecision(t.db, o.organization.id, { llm: { verdict: "block", cause: null, usage } });
  await insertDecision(t.db, o.organization.id);
  const csv = await textOf(await exportTrail(o.ctxFor("security"), AuditFilter.parse({}), "csv"));
  const [header = "", without = "", asked = ""] = csv.split("\r\n");
  expect(header.endsWith(",llm_verdict,llm_model,llm_tokens,llm_cost_usd,enforcement,answer")).toBe(true);
  expect(asked.endsWith(",block,claude-sonnet-5,935,0.0125,authoritative,deny")).toBe(true);
  expect(without.endsWith(",,,,,authoritative,deny")).toBe(true);
});

test("texts are whole, where lists cut them", async () => {
  const o = await createTestOrganization(t.db);
  await insertDecision(t.db, o.organization.id, { reason: "x".repeat(2_000) });
  expect(await textOf(await exportTrail(o.ctxFor("owner"), AuditFilter.parse({}), "ndjson"))).toContain(
    "x".repeat(2_000),
  );
});

test("a developer cannot export, and nothing of another organization is in one", async () => {
  const o = await createTestOrganization(t.db);
  const foreign = await createTestOrganization(t.db);
  await insertDecision(t.db, foreign.organization.id);
  await expect(exportTrail(o.ctxFor("developer"), AuditFilter.parse({}), "csv")).rejects.toMatchObject({ status: 403 });
  expect(await textOf(await exportTrail(o.ctxFor("owner"), AuditFilter.parse({ type: "decisions" }), "ndjson"))).toBe(
    "",
  );
});
