import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createRecordPool } from "@/lib/audit/record-pool";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { addTrustEntry } from "@/lib/change/add-trust-entry";
import { loadPublished } from "@/lib/change/draft-store";
import { clientState } from "@/lib/delivery/client-state";
import { demoEmail } from "./people";
import { fillDemo } from "./fill";
import { hasDemo } from "./policy";
import { removeDemo } from "./remove";

const t = await createTestDatabase();
beforeAll(() => {
  vi.stubEnv("DATABASE_URL", t.url);
  vi.stubEnv("GATEHOUSE_URL", "https://gatehouse.example.test");
  vi.stubEnv("GATEHOUSE_SECRET", "s".repeat(43));
});
const recordPool = createRecordPool(t.url, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await recordPool.end();
  await t.close();
});

const { organization, ctxFor, memberFor } = await createTestOrganization(t.db);
const ctx = ctxFor("owner");
const organizationId = organization.id;
const own = { where: { organizationId } };
const counts = async () => ({
  members: await t.db.member.count(own),
  groups: await t.db.group.count(own),
  clients: await t.db.client.count(own),
  sessions: await t.db.agentSession.count(own),
  events: await t.db.sessionEvent.count(own),
  decisions: await t.db.decision.count(own),
});

describe("filling and removing", () => {
  test("an open draft is left alone: nothing is filled", async () => {
    const other = await createTestOrganization(t.db);
    await addTrustEntry(other.ctxFor("admin"), { kind: "domain", value: "corp.example.com", reason: "Ours" });
    await expect(fillDemo(other.ctxFor("owner"), recordPool)).rejects.toMatchObject({ code: "draft_open" });
    expect(await t.db.group.count({ where: { organizationId: other.organization.id } })).toBe(0);
  });

  test("takes out exactly what was put in", async () => {
    await t.db.client.create({
      data: { id: newId(), organizationId, memberId: memberFor("developer").id, label: "a real one" },
    });
    await t.db.group.create({ data: { id: newId(), organizationId, name: "platform" } });
    const before = await counts();
    const filled = await fillDemo(ctx, recordPool);
    expect(filled).toMatchObject({ groups: 4, developers: 25 });
    expect(filled.decisions).toBeGreaterThan(3_000);
    expect(await t.db.group.count({ where: { organizationId, name: "Platform (demo)" } })).toBe(1);
    expect(await counts()).toMatchObject({
      members: before.members + 25,
      groups: before.groups + 4,
      clients: before.clients + 25,
      sessions: filled.sessions,
      decisions: filled.decisions,
    });

    const again = await fillDemo(ctx, recordPool);
    expect(again.revision).toBe(filled.revision);
    expect(await counts()).toMatchObject({ members: before.members + 25, decisions: again.decisions });
    expect(await t.db.revision.count(own)).toBe(2);

    expect(await removeDemo(ctx)).toMatchObject({ members: 25, groups: 4, clients: 25, decisions: again.decisions });
    expect(await counts()).toEqual(before);
    expect(hasDemo((await loadPublished(ctx)).policy, organizationId)).toBe(false);
    expect(await removeDemo(ctx)).toEqual({ members: 0, groups: 0, clients: 0, sessions: 0, decisions: 0 });
    const trail = await t.db.auditEntry.findMany({ ...own, orderBy: { id: "asc" } });
    expect(trail.map(({ action }) => action).filter((action) => action.startsWith("demo."))).toEqual([
      "demo.fill", "demo.fill", "demo.remove",
    ]); // prettier-ignore
  }, 60_000); // It fills twice.
});

describe("what it fills in", async () => {
  const nowMs = Date.now();
  const another = await createTestOrganization(t.db);
  const organizationId = another.organization.id;
  const own = { where: { organizationId } };
  beforeAll(async () => void (await fillDemo(another.ctxFor("owner"), recordPool, { nowMs })));
  const rows = (where: object) => t.db.decision.count({ where: { organizationId, ...where } });

  test("has every verdict, blocks, fallbacks, and all of it in the last thirty days", async () => {
    for (const verdict of ["allow", "block", "none"] as const)
      expect(await rows({ verdict }), verdict).toBeGreaterThan(50);
    expect(await rows({ fallback: true, verdict: "ask", tier: "limits" })).toBeGreaterThan(0);
    expect(await rows({ at: { lt: new Date(nowMs - 32 * 86_400_000) } })).toBe(0);
    expect(await rows({ at: { gte: new Date(nowMs) } })).toBe(0);
  });

  test("has rows that sort by time, as live ones do", async () => {
    const newest = await t.db.decision.findMany({ ...own, orderBy: { id: "desc" }, take: 500 });
    const times = newest.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test("has clients in every state", async () => {
    const [latest] = await t.db.revision.findMany({ ...own, orderBy: { number: "desc" }, take: 1 });
    if (!latest) throw new Error("nothing was published");
    const clients = await t.db.client.findMany({ where: { organizationId, isDemo: true } });
    const states = new Set(clients.map((client) => clientState(client, latest, new Date(nowMs))));
    expect([...states].sort()).toEqual(["applied", "delivered", "drifted", "failed", "pending", "silent"]);
  });

  test("enforces only since the second revision", async () => {
    const observed = await t.db.decision.findMany({
      where: { organizationId, enforcement: "observe" },
      distinct: ["answer"],
    });
    expect(observed.map(({ answer }) => answer)).toEqual(["none"]);
    expect(await rows({ enforcement: "authoritative", answer: "deny" })).toBeGreaterThan(0);
  });
});

test("addresses are plain ASCII below a domain that gets no mail", () => {
  expect(demoEmail("Ana Beltrán")).toBe("ana.beltran@northwind.example");
});
