import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { clientStateCounts } from "./client-states";
import { clientsOf } from "./clients-of";
import { countsByDayAndRule } from "./counts-by-day-and-rule";
import { developerSummary } from "./developer-summary";
import { decisionLatency } from "./latency";
import { DeveloperFilter, listDevelopers } from "./list-developers";
import { overview } from "./overview";
import { sessionTimeline } from "./session-timeline";
import { insertDecision } from "./testing";
import { topDevelopers, topRules, topTargets } from "./top-lists";
import { verdictCounts } from "./verdict-counts";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
let o: Awaited<ReturnType<typeof createTestOrganization>>;
let ctx: Ctx;
const DAY_MS = 86_400_000;
const insert = (given: Parameters<typeof insertDecision>[2] = {}) => insertDecision(t.db, o.organization.id, given);
const today = () => new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  o = await createTestOrganization(t.db);
  ctx = o.ctxFor("security");
});

describe("counts", () => {
  test("by day and rule, of everyone or of one developer; allowed actions do not count", async () => {
    const dev = o.memberFor("developer");
    await insert({ developerId: dev.id });
    await insert({ developerId: dev.id, verdict: "ask", fallback: true });
    await insert({ rule: null, tier: "permission-rules" });
    await insert({ verdict: "allow" });
    await insert({ at: new Date(Date.now() - 40 * DAY_MS) });
    const git = { day: today(), rule: "git-destructive", blocks: 1, fallbacks: 1 };
    expect(await countsByDayAndRule(ctx)).toEqual([
      git,
      { day: today(), rule: "permission-rules", blocks: 1, fallbacks: 0 },
    ]);
    expect(await countsByDayAndRule(ctx, dev.id)).toEqual([git]);
  });

  test("by verdict, every day there", async () => {
    await insert();
    await insert({ verdict: "ask", fallback: true });
    await insert({ verdict: "none" });
    const days = await verdictCounts(ctx, 7);
    expect(days).toHaveLength(7);
    expect(days.at(-1)).toEqual({ day: today(), block: 1, fallback: 1, ask: 0, allow: 0, none: 1 });
    expect(days[0]).toMatchObject({ block: 0, allow: 0 });
  });

  test("top lists: most first", async () => {
    const dev = o.memberFor("developer");
    for (let n = 0; n < 3; n++) await insert({ developerId: dev.id, rule: "often", summary: "same line" });
    await insert({ rule: "seldom", developerId: o.memberFor("admin").id });
    await insert({ rule: "seldom", developerId: null });
    expect(await topRules(ctx, { days: 7 })).toMatchObject([
      { rule: "often", blocks: 3 },
      { rule: "seldom", blocks: 2 },
    ]);
    expect(await topDevelopers(ctx, 7)).toMatchObject([{ id: dev.id, blocks: 3 }, { blocks: 1 }]);
    expect(await topTargets(ctx, { developerId: dev.id, days: 7 })).toMatchObject([{ summary: "same line", count: 3 }]);
  });

  test("latency is of the latest decisions; none is null, not zero", async () => {
    expect(await decisionLatency(ctx)).toBeNull();
    for (const latencyUs of [100, 200, 300]) await insert({ latencyUs });
    expect(await decisionLatency(ctx)).toMatchObject({ p50Us: 200, sampled: 3 });
  });
});

describe("clients by state", () => {
  test("counting groups of rows gives what the states of the single rows give", async () => {
    const dev = o.memberFor("developer");
    const now = new Date();
    const current = { number: 2, publishedAt: new Date(now.getTime() - 10 * 3_600_000) };
    const hoursAgo = [null, 0.5, 9, 200];
    const reports = [null, "given", "other"];
    for (const seen of hoursAgo)
      for (const deliveredRevision of [null, 1, 2])
        for (const appliedChecksum of reports)
          await t.db.client.create({
            data: {
              id: newId(),
              organizationId: o.organization.id,
              memberId: dev.id,
              label: "c",
              lastSeenAt: seen === null ? null : new Date(now.getTime() - seen * 3_600_000),
              deliveredRevision,
              deliveredChecksum: deliveredRevision === null ? null : "given",
              appliedChecksum,
              appliedAt: appliedChecksum && seen !== null ? new Date(now.getTime() - seen * 3_600_000) : null,
            },
          });
    const single = new Map<string | null, number>();
    for (const { state } of await clientsOf(ctx, [dev.id], current, now))
      single.set(state, (single.get(state) ?? 0) + 1);
    const counts = await clientStateCounts(ctx, current, now);
    expect(Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))).toEqual(
      Object.fromEntries(single),
    );
    expect(single.size).toBeGreaterThan(4);
  });

  test("a revoked client is in no state", async () => {
    const dev = o.memberFor("developer");
    const data = {
      id: newId(),
      organizationId: o.organization.id,
      memberId: dev.id,
      label: "c",
      revokedAt: new Date(),
    };
    await t.db.client.create({ data });
    expect(Object.values(await clientStateCounts(ctx, null)).every((count) => count === 0)).toBe(true);
    expect(await clientsOf(ctx, [dev.id], null)).toMatchObject([{ state: null }]);
  });
});

describe("developers", () => {
  const list = (raw: Record<string, unknown> = {}, as = ctx) => listDevelopers(as, DeveloperFilter.parse(raw));

  test("each with groups, clients and counts of both periods", async () => {
    const dev = o.memberFor("developer");
    const group = await o.group("platform", [dev]);
    await t.db.client.create({
      data: { id: newId(), organizationId: o.organization.id, memberId: dev.id, label: "c" },
    });
    await insert({ developerId: dev.id });
    await insert({ developerId: dev.id, verdict: "ask", fallback: true, at: new Date(Date.now() - 10 * DAY_MS) });
    const { items } = await list();
    expect(items).toMatchObject([
      {
        id: dev.id,
        groups: [{ id: group.id, name: "platform" }],
        autoMode: false,
        clients: [{ state: "pending" }],
        last7Days: { blocks: 1, fallbacks: 0 },
        last30Days: { blocks: 1, fallbacks: 1 },
      },
    ]);
    expect((await list({ group: group.id })).items).toHaveLength(1);
    expect((await list({ group: newId() })).items).toHaveLength(0);
  });

  test("search finds parts of names and e-mails; pages do not repeat", async () => {
    for (const name of ["Ana", "Bo", "Chidi", "Bo"]) await o.member("developer", name);
    expect((await list({ q: "chid" })).items.map(({ name }) => name)).toEqual(["Chidi"]);
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor });
    const third = await list({ limit: 2, cursor: second.nextCursor });
    const names = [first, second, third].flatMap(({ items }) => items.map(({ name }) => name));
    expect(names).toEqual(["Ana", "Bo", "Bo", "Chidi", "developer"]);
    expect(third.nextCursor).toBeNull();
  });

  test("one may look at oneself; another's page needs the role, and a foreign one is not there", async () => {
    const self = o.memberFor("developer");
    const as = o.ctxFor("developer");
    expect(await developerSummary(as, self.id)).toMatchObject({ id: self.id, policy: null, clients: [] });
    await expect(developerSummary(as, o.memberFor("admin").id)).rejects.toMatchObject({ status: 403 });
    await expect(list({}, as)).rejects.toMatchObject({ status: 403 });
    const foreign = await createTestOrganization(t.db);
    await expect(developerSummary(ctx, foreign.memberFor("developer").id)).rejects.toMatchObject({ status: 404 });
    await expect(developerSummary(ctx, "nonsense")).rejects.toMatchObject({ status: 404 });
    expect((await list({ q: foreign.memberFor("developer").email })).items).toEqual([]);
  });

  test("a developer's figures are their own, whoever they ask about", async () => {
    const as = o.ctxFor("developer");
    const other = await o.member("developer", "Other");
    await insert({ developerId: other.id });
    expect(await countsByDayAndRule(as, other.id)).toEqual([]);
    expect(await topTargets(as, { developerId: other.id, days: 7 })).toEqual([]);
    expect(await sessionTimeline(as, { developerId: other.id })).toEqual({ sessions: [], older: null });
  });
});

describe("sessions", () => {
  test("newest first, with what was stopped, how much was allowed and the latest of it", async () => {
    const dev = o.memberFor("developer");
    const startedAt = new Date(Date.now() - 3_600_000);
    const session = (id: string, at: Date) =>
      t.db.agentSession.create({
        data: { organizationId: o.organization.id, id, developerId: dev.id, startedAt: at, lastSeenAt: at },
      });
    await session("old", new Date(startedAt.getTime() - DAY_MS));
    await session("new", startedAt);
    const common = { developerId: dev.id, sessionId: "new" };
    await insert({ ...common, verdict: "allow" });
    const latest = await insert({ ...common, verdict: "allow", summary: "npm test" });
    const block = await insert(common);
    const fallback = await insert({ ...common, verdict: "ask", fallback: true });
    await insert({ sessionId: "new", developerId: o.memberFor("admin").id });
    const { sessions, older } = await sessionTimeline(ctx, { developerId: dev.id });
    expect(sessions.map(({ id }) => id)).toEqual(["new", "old"]);
    expect(sessions[0]).toMatchObject({
      allowed: 2,
      stoppedCount: 2,
      latestAllowed: { id: latest.id, summary: "npm test" },
    });
    expect(sessions[0]?.stopped.map(({ id }) => id)).toEqual([fallback.id, block.id]);
    expect(sessions[1]).toMatchObject({ allowed: 0, stopped: [], latestAllowed: null });
    expect(older).toBeNull();
  });
});

describe("warnings of the probe", () => {
  test("stand under their session, for this developer and organization only, whatever else was written there", async () => {
    const dev = o.memberFor("developer");
    const at = new Date();
    const sessionId = newId();
    await t.db.agentSession.create({
      data: { organizationId: o.organization.id, id: sessionId, developerId: dev.id, startedAt: at, lastSeenAt: at },
    });
    const finding = { signal: "override", note: "tells the reader to drop its instructions", excerpt: "Ignore all previous" };
    const payload = { tool: "Bash", summary: "cat x", agentId: null, score: 1.3, warned: true, findings: [finding], stopped: [] };
    const event = (change: object) => {
      const common = { organizationId: o.organization.id, developerId: dev.id, sessionId, at, toolUseId: null };
      return t.db.sessionEvent.create({ data: { id: newId(), ...common, event: "OutputWarning", payload, ...change } });
    };
    const kept = await event({});
    await event({ payload: { of: "another version" } });
    await event({ event: "Stop" });
    await event({ developerId: o.memberFor("admin").id });
    await event({ organizationId: (await createTestOrganization(t.db)).organization.id });
    const { sessions } = await sessionTimeline(ctx, { developerId: dev.id });
    const shown = sessions.find(({ id }) => id === sessionId);
    expect(shown?.warnings).toEqual([{ llm: null, ...payload, id: kept.id, sessionId, at: at.toISOString(), event: "OutputWarning", toolUseId: null }]);
  }); // prettier-ignore
});

describe("the overview", () => {
  test("of an empty organization has no figures and nothing ticked off", async () => {
    const found = await overview(ctx);
    expect(found).toMatchObject({
      revision: null,
      rollout: null,
      rules: [],
      developers: [],
      latency: null,
      latestFallbacks: [],
    });
    expect(found.checklist.every(({ done }) => !done)).toBe(true);
  });

  test("ticks off what really happened", async () => {
    await o.group("platform");
    await insert();
    const done = (await overview(ctx)).checklist.filter((step) => step.done).map(({ id }) => id);
    expect(done).toEqual(["group", "decision"]);
  });

  test("holds nothing of another organization, and is not for developers", async () => {
    const foreign = await createTestOrganization(t.db);
    await insertDecision(t.db, foreign.organization.id, { verdict: "ask", fallback: true });
    const found = await overview(ctx);
    expect(found).toMatchObject({ rules: [], latestFallbacks: [] });
    expect(found.days.every(({ fallback }) => fallback === 0)).toBe(true);
    await expect(overview(o.ctxFor("developer"))).rejects.toMatchObject({ status: 403 });
  });
});
