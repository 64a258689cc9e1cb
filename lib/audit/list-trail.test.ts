import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { AuditFilter } from "./filter";
import { listDecisions } from "./list-decisions";
import { listTrail } from "./list-trail";
import { recordAdminAction } from "./record-admin-action";
import { insertDecision } from "./testing";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
let o: Awaited<ReturnType<typeof createTestOrganization>>;
let ctx: Ctx;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const insert = (given: Parameters<typeof insertDecision>[2] = {}) => insertDecision(t.db, o.organization.id, given);
const list = async (raw: Record<string, string | undefined>, as = ctx) =>
  (await listTrail(as, AuditFilter.parse(raw))).items;

beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  o = await createTestOrganization(t.db);
  ctx = o.ctxFor("security");
});

describe("what the trail shows", () => {
  test("blocks and fallbacks by default, newest first", async () => {
    const older = await insert({ at: minutesAgo(5) });
    await insert({ verdict: "allow", rule: null });
    await insert({ verdict: "ask", rule: null });
    const newer = await insert({ verdict: "ask", fallback: true });
    const rows = await list({});
    expect(rows.map(({ id }) => id)).toEqual([newer.id, older.id]);
    expect(rows).toMatchObject([{ outcome: "fallback" }, { outcome: "block" }]);
  });

  test.each(["block", "fallback", "ask", "allow", "none"] as const)("the verdict %s alone", async (outcome) => {
    for (const verdict of ["block", "ask", "allow", "none"] as const) await insert({ verdict });
    await insert({ verdict: "ask", fallback: true });
    expect(await list({ type: "decisions", verdict: outcome })).toMatchObject([{ outcome }]);
  });

  test("each filter narrows to what it names", async () => {
    const dev = await o.member("developer", "Ana Ruiz");
    const group = await o.group("platform", [dev]);
    const wanted = await insert({
      developerId: dev.id,
      groupIds: [group.id],
      tool: "Write",
      rule: "persistence",
      sessionId: "wanted",
      summary: "/etc/cron.d/100%_mine",
    });
    await insert();
    const queries = [
      { developer: dev.id },
      { developer: dev.email.toUpperCase() },
      { group: group.id },
      { tool: "Write" },
      { rule: "persistence" },
      { session: "wanted" },
      { q: "CRON.D/100%_" },
    ];
    for (const query of queries)
      expect(
        (await list(query)).map(({ id }) => id),
        JSON.stringify(query),
      ).toEqual([wanted.id]);
    expect(await list({ developer: dev.id })).toMatchObject([{ developer: { name: "Ana Ruiz", email: dev.email } }]);
  });

  test("a tier finds what no rule decided", async () => {
    await insert({ rule: null, tier: "permission-rules" });
    await insert();
    expect(await list({ rule: "permission-rules" })).toMatchObject([{ rule: null, tier: "permission-rules" }]);
  });

  test("wildcards in the text are plain characters", async () => {
    await insert({ summary: "git status" });
    expect(await list({ q: "g%s" })).toEqual([]);
    expect(await list({ q: "g_t" })).toEqual([]);
    expect(await list({ q: String.raw`\ ' " ;--` })).toEqual([]);
  });

  test("text is found in the reason and the rule too", async () => {
    await insert({ reason: "Unusual words here", rule: "special-rule" });
    expect(await list({ q: "unusual WORDS" })).toHaveLength(1);
    expect(await list({ q: "special-r" })).toHaveLength(1);
  });

  test("a decision is found by the end of its id, as the client shows it, and by all of it", async () => {
    const { id } = await insert();
    await insert();
    for (const q of [id.slice(-8), id.slice(-8).toUpperCase(), id])
      expect((await list({ q })).map((row) => row.id)).toEqual([id]);
  });

  test("time bounds: from is included, to is not", async () => {
    const at = new Date("2026-03-05T10:00:00.000Z");
    await insert({ at });
    expect(await list({ from: "2026-03-05T10:00Z", to: "2026-03-05T10:01Z" })).toHaveLength(1);
    expect(await list({ from: "2026-03-05T09:00Z", to: "2026-03-05T10:00Z" })).toHaveLength(0);
    expect(await list({ range: "30d", to: "2026-03-06" })).toHaveLength(1);
  });

  test("a decision of this very moment is in every range", async () => {
    await insert();
    for (const range of ["1h", "24h", "7d", "30d"]) expect(await list({ range })).toHaveLength(1);
    await insert({ at: minutesAgo(61) });
    expect(await list({ range: "1h" })).toHaveLength(1);
  });

  test("an unknown developer matches nothing, rather than everything", async () => {
    await insert();
    expect(await list({ developer: "nobody@example.test" })).toEqual([]);
    expect(await list({ developer: "nobody@example.test", type: "all" })).toEqual([]);
  });

  test("nothing in an empty organization", async () => {
    for (const type of ["blocks", "decisions", "admin", "all"])
      expect(await listTrail(ctx, AuditFilter.parse({ type }))).toEqual({ items: [], older: null, newer: null });
  });
});

describe("admin actions", () => {
  const rename = (as: Ctx) =>
    recordAdminAction(as, { action: "group.update", target: { type: "group", id: undefined, label: "platform" } });

  test("are their own type, in words", async () => {
    await insert();
    await rename(o.ctxFor("admin"));
    expect(await list({ type: "admin" })).toMatchObject([
      { kind: "admin", sentence: "admin changed the group platform" },
    ]);
    expect(await list({ type: "decisions" })).toMatchObject([{ kind: "decision" }]);
  });

  test("stand between decisions in the order in which things happened", async () => {
    await insert({ at: minutesAgo(2), verdict: "allow" });
    await rename(o.ctxFor("admin"));
    await insert({ at: new Date(Date.now() + 5) });
    expect((await list({ type: "all" })).map(({ kind }) => kind)).toEqual(["decision", "admin", "decision"]);
  });

  test("person and text narrow them; what only decisions have leaves them out", async () => {
    await rename(o.ctxFor("admin"));
    expect(await list({ type: "admin", developer: o.memberFor("admin").id })).toHaveLength(1);
    expect(await list({ type: "admin", developer: o.memberFor("owner").id })).toHaveLength(0);
    expect(await list({ type: "admin", q: "PLATF" })).toHaveLength(1);
    expect(await list({ type: "admin", q: "p_atf" })).toHaveLength(0);
    expect(await list({ type: "all", tool: "Bash" })).toHaveLength(0);
  });
});

describe("pages", () => {
  const filter = AuditFilter.parse({ type: "decisions" });
  const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);

  test("rows written meanwhile move nothing: each row is seen once, in both directions", async () => {
    const all: string[] = [];
    for (let n = 0; n < 7; n++) all.unshift((await insert({ at: minutesAgo(60 - n) })).id);
    const first = await listDecisions(ctx, filter, {}, 3);
    expect(ids(first)).toEqual(all.slice(0, 3));
    expect(first.newer).toBeNull();

    const arrived = await insert();
    const second = await listDecisions(ctx, filter, { before: first.older ?? undefined }, 3);
    expect(ids(second)).toEqual(all.slice(3, 6));
    const third = await listDecisions(ctx, filter, { before: second.older ?? undefined }, 3);
    expect(ids(third)).toEqual(all.slice(6));
    expect(third.older).toBeNull();

    const back = await listDecisions(ctx, filter, { after: third.newer ?? undefined }, 3);
    expect(ids(back)).toEqual(all.slice(3, 6));
    const top = await listDecisions(ctx, filter, { after: back.newer ?? undefined }, 3);
    expect(ids(top)).toEqual([all[0], all[1], all[2]]);
    const newest = await listDecisions(ctx, filter, { after: top.newer ?? undefined }, 3);
    expect(ids(newest)).toEqual([arrived.id, all[0], all[1]]);
    expect(newest.newer).toBeNull();
  });

  test("the merged trail pages without loss", async () => {
    const actor = o.ctxFor("admin");
    for (let n = 0; n < 4; n++) {
      await insert();
      await recordAdminAction(actor, { action: "group.create", target: { type: "group", label: `g${n}` } });
    }
    const everything = AuditFilter.parse({ type: "all" });
    const seen: string[] = [];
    for (let before: string | undefined, more = true; more;) {
      const page = await listTrail(ctx, everything, { before }, 3);
      seen.push(...ids(page));
      before = page.older ?? undefined;
      more = page.older !== null;
    }
    expect(seen).toHaveLength(8);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
  });
});

describe("who sees what", () => {
  test("another organization's decisions are never listed, whatever ids are named", async () => {
    const foreign = await createTestOrganization(t.db);
    const dev = foreign.memberFor("developer");
    const group = await foreign.group("theirs", [dev]);
    await insertDecision(t.db, foreign.organization.id, {
      developerId: dev.id,
      groupIds: [group.id],
      sessionId: "theirs",
    });
    for (const query of [
      {},
      { developer: dev.id },
      { developer: dev.email },
      { group: group.id },
      { session: "theirs" },
    ])
      expect(await list(query)).toEqual([]);
  });

  test("a developer sees only their own, also when asking for another's", async () => {
    const self = o.memberFor("developer");
    const other = await o.member("developer", "Other");
    const own = await insert({ developerId: self.id });
    await insert({ developerId: other.id });
    const as = o.ctxFor("developer");
    expect((await list({}, as)).map(({ id }) => id)).toEqual([own.id]);
    expect(await list({ developer: other.id }, as)).toEqual([]);
    await expect(list({ type: "admin" }, as)).rejects.toMatchObject({ code: "forbidden" });
    await expect(list({ type: "all" }, as)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a token needs the scope", async () => {
    const token = (scopes: string[]): Ctx => ({ ...ctx, actor: { type: "token", id: "x", name: "siem", scopes } });
    await insert();
    expect(await list({}, token(["audit:read"]))).toHaveLength(1);
    await expect(list({}, token(["policy:read"]))).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("the default list reads the index of blocks, not the decisions that were allowed", async () => {
  await t.pool.query(
    `INSERT INTO "Decision" SELECT (d).* FROM (SELECT jsonb_populate_record(d, jsonb_build_object('id',
       overlay(d.id::text placing lpad(to_hex(n), 12, '0') from 25), 'verdict', 'allow')) AS d
     FROM "Decision" d, generate_series(1, 3000) n WHERE d.id = $1) s`,
    [(await insert()).id],
  );
  await t.pool.query(`ANALYZE "Decision"`);
  const plan = await t.pool.query<{ "QUERY PLAN": string }>(
    `EXPLAIN SELECT d.id FROM "Decision" d WHERE d."organizationId" = '${o.organization.id}'
     AND (d.verdict = 'block' OR d.fallback) ORDER BY d.id DESC LIMIT 51`,
  );
  expect(plan.rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("Decision_blocks");
});
