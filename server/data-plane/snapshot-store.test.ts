import pino from "pino";
import { afterAll, describe, expect, test } from "vitest";
import { hashSecret } from "@/lib/auth/token-hash";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { EMPTY_POLICY } from "@/lib/policy/schemas";
import { createSnapshotStore } from "./snapshot-store";
import { publishTestPolicy, signInTestClient } from "./testing";

const t = await createTestDatabase();
const logger = pino({ level: "silent" });
const newStore = () => createSnapshotStore(t.pool, { baseUrl: "https://gatehouse.test", logger });
const issuer = { GATEHOUSE_URL: "https://gatehouse.test", GATEHOUSE_SECRET: "x".repeat(43) };
const store = newStore();
afterAll(() => t.close());

const bumpAccess = (id: string) =>
  t.db.organization.update({ where: { id }, data: { accessSerial: { increment: 1 } } });

async function organizationWithClient() {
  const org = await createTestOrganization(t.db);
  const { clientId } = await signInTestClient(t, issuer, org.memberFor("developer").id);
  await store.refresh();
  return { ...org, developer: org.memberFor("developer"), clientId };
}

test("a store that has not loaded knows nobody and says that it is not ready", () => {
  const fresh = newStore();
  expect([fresh.isReady, fresh.developerOfClient(newId())]).toEqual([false, null]);
});

test("a client is known with the groups of this moment", async () => {
  const { clientId, developer, group, organization } = await organizationWithClient();
  const known = { organizationId: organization.id, memberId: developer.id, clientId };
  expect(store.developerOfClient(clientId)).toEqual({ ...known, groupIds: [] });
  const a = await group("A", [developer]);
  const b = await group("B", [developer]);
  await bumpAccess(organization.id);
  await store.refresh();
  expect(store.developerOfClient(clientId)).toEqual({ ...known, groupIds: [a.id, b.id].toSorted() });
});

test("a hook token of an older epoch no longer names its client", async () => {
  const { clientId, organization } = await organizationWithClient();
  expect(store.developerOfClient(clientId, 0)).not.toBeNull();
  await t.db.client.update({ where: { id: clientId }, data: { tokenEpoch: 1 } });
  await bumpAccess(organization.id);
  await store.refresh();
  expect(store.developerOfClient(clientId, 0)).toBeNull();
  expect(store.developerOfClient(clientId, 1)).not.toBeNull();
});

test("a client that signed in after the last load is found when asked for, and is not lost in a load", async () => {
  const { developer, organization } = await organizationWithClient();
  const { clientId } = await signInTestClient(t, issuer, developer.id);
  expect(store.developerOfClient(clientId)).toBeNull();
  await Promise.all([store.learnClient(clientId), bumpAccess(organization.id).then(() => store.refresh())]);
  expect(store.developerOfClient(clientId)).not.toBeNull();
});

test("a disabled member's clients and e-mail are gone, and back once the member is active again", async () => {
  const { clientId, developer, organization } = await organizationWithClient();
  const setStatus = async (status: "active" | "disabled") => {
    await t.db.member.update({ where: { id: developer.id }, data: { status } });
    await bumpAccess(organization.id);
    await store.refresh();
    return [
      store.developerOfClient(clientId)?.memberId,
      store.developerByEmail(organization.id, developer.email)?.memberId,
    ];
  };
  expect(await setStatus("disabled")).toEqual([undefined, undefined]);
  expect(await setStatus("active")).toEqual([developer.id, developer.id]);
});

test("nobody is found under another organization", async () => {
  const { developer, organization } = await organizationWithClient();
  const other = await createTestOrganization(t.db);
  await store.refresh();
  expect(store.developerByEmail(organization.id, developer.email.toUpperCase())).not.toBeNull();
  expect(store.developerByEmail(other.organization.id, developer.email)).toBeNull();
});

test("an API token works until it expires or is revoked", async () => {
  const { organization } = await organizationWithClient();
  const tokenHash = hashSecret("secret");
  const expiresAt = new Date(Date.now() + 60_000);
  const { id } = await t.db.apiToken.create({
    data: {
      id: newId(),
      organizationId: organization.id,
      name: "CI",
      prefix: "gh_",
      tokenHash,
      scopes: ["decision:create"],
      expiresAt,
    },
  });
  await bumpAccess(organization.id);
  await store.refresh();
  expect(store.apiCaller(tokenHash, Date.now())).toMatchObject({ organizationId: organization.id, name: "CI" });
  expect(store.apiCaller(tokenHash, expiresAt.getTime())).toBeNull();
  await t.db.apiToken.update({ where: { id }, data: { revokedAt: new Date() } });
  await bumpAccess(organization.id);
  await store.refresh();
  expect(store.apiCaller(tokenHash, Date.now())).toBeNull();
});

test("decisions are made under the latest revision, and a trusted domain ends when its entry expires", async () => {
  const { clientId, organization } = await organizationWithClient();
  const developer = store.developerOfClient(clientId);
  if (!developer) throw new Error("not loaded");
  expect(store.decisionPolicyOf(developer)).toBeNull();
  const entry = {
    id: newId(),
    kind: "domain" as const,
    value: "build.example.com",
    reason: "CI",
    ownerId: null,
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
    addedAt: new Date().toISOString(),
  };
  await publishTestPolicy(t.db, organization.id);
  await publishTestPolicy(t.db, organization.id, { ...EMPTY_POLICY, trust: [entry] });
  await store.refresh();
  expect(store.decisionPolicyOf(developer)).toMatchObject({ revision: 2, autoMode: false });
  const published = store.publishedPolicyOf(organization.id);
  const trusts = (now: number) => published?.decisionPolicyFor([], now).trust.domain("build.example.com");
  expect([trusts(Date.now()), trusts(Date.now() + 61_000)]).toEqual([true, false]);
});

describe("while one organization cannot be loaded", () => {
  /** PostgreSQL fails each query of one organization, as where they take longer than they may. */
  const failingFor = (organizationId: () => string | null): typeof t.pool =>
    new Proxy(t.pool, {
      get(pool, name) {
        if (name !== "query") return Reflect.get(pool, name, pool) as unknown;
        return (query: { values?: unknown[] }, ...rest: unknown[]) =>
          query.values?.[0] !== undefined && query.values[0] === organizationId()
            ? Promise.reject(new Error("Query read timeout"))
            : (pool.query as (...args: unknown[]) => unknown).call(pool, query, ...rest);
      },
    });

  test("what changes in the others is loaded, and it keeps its last good state", async () => {
    let failing: string | null = null;
    const halting = createSnapshotStore(
      failingFor(() => failing),
      { baseUrl: "https://gatehouse.test", logger },
    );
    const [bad, good] = [await organizationWithClient(), await organizationWithClient()];
    for (const { organization } of [bad, good]) await publishTestPolicy(t.db, organization.id);
    await halting.refresh();
    failing = bad.organization.id;
    for (const { organization } of [bad, good]) await publishTestPolicy(t.db, organization.id, EMPTY_POLICY);
    await halting.refresh();
    const revisionOf = ({ organization }: typeof bad) => halting.publishedPolicyOf(organization.id)?.revision.number;
    expect([revisionOf(bad), revisionOf(good)]).toEqual([1, 2]);
    expect([halting.isDatabaseAway, halting.staleMs(Date.now() + 1_000) > 0]).toEqual([false, true]);
    failing = null;
    await halting.refresh();
    expect([revisionOf(bad), revisionOf(good), halting.staleMs()]).toEqual([2, 2, 0]);
  });

  test("from the start, it is not taken for one without a policy", async () => {
    const [bad, good] = [await organizationWithClient(), await organizationWithClient()];
    await publishTestPolicy(t.db, good.organization.id);
    const halting = createSnapshotStore(failingFor(() => bad.organization.id), { baseUrl: "https://gatehouse.test", logger }); // prettier-ignore
    await halting.refresh();
    expect(halting.isReady).toBe(true);
    expect(halting.publishedPolicyOf(good.organization.id)).not.toBeNull();
    expect(() => halting.publishedPolicyOf(bad.organization.id)).toThrow(expect.objectContaining({ code: "policy_not_loaded", status: 503 })); // prettier-ignore
  });
});

test("a removed organization is forgotten with everyone in it", async () => {
  const { clientId, organization } = await organizationWithClient();
  await t.db.organization.delete({ where: { id: organization.id } });
  await store.refresh();
  expect(store.developerOfClient(clientId)).toBeNull();
});
