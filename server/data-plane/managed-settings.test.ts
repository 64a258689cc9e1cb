import { afterAll, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { checksumOf } from "@/lib/policy/canonical";
import { EMPTY_POLICY } from "@/lib/policy/schemas";
import { verifyHookToken } from "@/lib/signin/hook-token";
import { createLosableDatabase, eventually, publishTestPolicy, signInTestClient, startTestDataPlane } from "./testing";

const t = await createTestDatabase();
const plane = await startTestDataPlane(t);
afterAll(async () => {
  await plane.close();
  await t.close();
});

type Served = { uuid: string; checksum: string; settings: { env: Record<string, string>; permissions: object } };

const get = (token: string, headers: Record<string, string> = {}) =>
  fetch(`${plane.url}/managed/settings`, {
    headers: { authorization: `Bearer ${token}`, "user-agent": "claude-code/2.1.329", ...headers },
  });
const served = async (token: string) => (await (await get(token)).json()) as Served;

async function published(policy = EMPTY_POLICY) {
  const org = await createTestOrganization(t.db);
  const revision = await publishTestPolicy(t.db, org.organization.id, policy);
  await plane.snapshot.refresh();
  const signIn = (memberId: string) => signInTestClient(t, plane.env, memberId);
  return { ...org, revision, signIn, client: await signIn(org.memberFor("developer").id) };
}

test("a client that signed in a moment ago gets its document, and its checksum is of the settings as received", async () => {
  const { client, revision } = await published();
  const response = await get(client.access_token);
  const body = (await response.json()) as Served;
  expect(response.status).toBe(200);
  expect(response.headers.get("etag")).toBe(`"${body.checksum}"`);
  expect(checksumOf(body.settings)).toBe(body.checksum);
  expect(body.uuid).toBe(revision.id);
  expect(verifyHookToken(plane.env.GATEHOUSE_SECRET, body.settings.env.GATEHOUSE_TOKEN ?? "")).toEqual({
    clientId: client.clientId,
    epoch: 0,
  });
});

test("members of one audience share a stored document and differ only in their token", async () => {
  const { signIn, member, client, revision } = await published();
  const other = await signIn((await member("developer")).id);
  const [mine, theirs] = [await served(client.access_token), await served(other.access_token)];
  expect(mine.checksum).not.toBe(theirs.checksum);
  delete mine.settings.env.GATEHOUSE_TOKEN;
  delete theirs.settings.env.GATEHOUSE_TOKEN;
  expect(mine.settings).toEqual(theirs.settings);
  expect(await t.db.revisionDocument.count({ where: { revisionId: revision.id } })).toBe(1);
});

test("304 without a body for a matching tag, alone, weak, in a list or as *, and never without being asked", async () => {
  const { client } = await published();
  const { checksum } = await served(client.access_token);
  for (const tag of [`"${checksum}"`, `W/"${checksum}"`, `"other", "${checksum}"`, "*"]) {
    const response = await get(client.access_token, { "if-none-match": tag });
    expect({ tag, status: response.status, body: await response.text() }).toEqual({ tag, status: 304, body: "" });
    expect(response.headers.get("etag")).toBe(`"${checksum}"`);
  }
  for (const tag of [`"sha256:other"`, checksum])
    expect((await get(client.access_token, { "if-none-match": tag })).status).toBe(200);
});

test("a published revision is served within a second, also to a client whose tag was good", async () => {
  const { client, organization } = await published();
  const before = await served(client.access_token);
  await publishTestPolicy(t.db, organization.id, {
    ...EMPTY_POLICY,
    permissions: { ...EMPTY_POLICY.permissions, deny: ["Bash(sudo *)"] },
  });
  const isNew = async () =>
    (await get(client.access_token, { "if-none-match": `"${before.checksum}"` })).status === 200;
  expect(await eventually(isNew)).toBe(true);
  expect((await served(client.access_token)).settings.permissions).toMatchObject({ deny: ["Bash(sudo *)"] });
});

test("a group's rollout reaches the members of that group and nobody else", async () => {
  const org = await createTestOrganization(t.db);
  const developer = org.memberFor("developer");
  const { id: groupId } = await org.group("Platform", [developer]);
  const rollout = { autoMode: true, enforcement: "authoritative", startInAutoMode: true } as const;
  await publishTestPolicy(t.db, org.organization.id, {
    ...EMPTY_POLICY,
    rollout: { ...EMPTY_POLICY.rollout, groups: [{ groupId, ...rollout }] },
  });
  await plane.snapshot.refresh();
  const inGroup = await signInTestClient(t, plane.env, developer.id);
  const outside = await signInTestClient(t, plane.env, org.memberFor("admin").id);
  expect((await served(inGroup.access_token)).settings.permissions).not.toHaveProperty("disableAutoMode");
  expect((await served(outside.access_token)).settings.permissions).toHaveProperty("disableAutoMode", "disable");
});

test("404 before the first policy and only then", async () => {
  const org = await createTestOrganization(t.db);
  await plane.snapshot.refresh();
  const { access_token } = await signInTestClient(t, plane.env, org.memberFor("developer").id);
  const response = await get(access_token);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ type: "error", error: { type: "not_found_error" } });
});

test("a revoked client and a disabled member are refused within a second; their colleagues are not", async () => {
  const { client, signIn, member, organization } = await published();
  const leaver = await member("developer");
  const left = await signIn(leaver.id);
  const other = await signIn((await member("developer")).id);
  for (const { access_token } of [client, left, other]) expect((await get(access_token)).status).toBe(200);

  await t.db.client.update({ where: { id: client.clientId }, data: { revokedAt: new Date() } });
  await t.db.member.update({ where: { id: leaver.id }, data: { status: "disabled" } });
  await t.db.organization.update({ where: { id: organization.id }, data: { accessSerial: { increment: 1 } } });
  expect(await eventually(async () => (await get(client.access_token)).status === 401)).toBe(true);
  const refused = await get(left.access_token);
  expect(refused.headers.get("www-authenticate")).toContain("invalid_token");
  expect(await refused.json()).toMatchObject({ error: { type: "authentication_error" } });
  expect((await get(other.access_token)).status).toBe(200);
});

test.each(["", "Bearer", "Bearer nonsense", "Basic dTpw", "Bearer a.b.c"])("authorization %j is 401", async (value) => {
  const response = await fetch(`${plane.url}/managed/settings`, { headers: { authorization: value } });
  expect(response.status).toBe(401);
  expect(response.headers.get("x-should-retry")).toBe("false");
});

test("other methods are 405 and name the right one", async () => {
  const response = await fetch(`${plane.url}/managed/settings`, { method: "POST" });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

test("with the database away settings are still served, also those of an audience nobody asked for before", async () => {
  const lonely = await createLosableDatabase();
  const { organization, memberFor } = await createTestOrganization(lonely.db);
  await publishTestPolicy(lonely.db, organization.id);
  const known = await signInTestClient(lonely, plane.env, memberFor("developer").id);
  const other = await startTestDataPlane(lonely);
  await lonely.loseServer();
  try {
    const headers = { authorization: `Bearer ${known.access_token}` };
    const response = await fetch(`${other.url}/managed/settings`, { headers });
    expect(response.status).toBe(200);
    const { checksum, settings } = (await response.json()) as Served;
    expect(settings.permissions).toBeDefined();
    const again = { ...headers, "if-none-match": `"${checksum}"` };
    expect((await fetch(`${other.url}/managed/settings`, { headers: again })).status).toBe(304);
    await other.snapshot.refresh();
    expect(await (await fetch(`${other.url}/readyz`)).json()).toMatchObject({ status: "ready", database: "away" });
  } finally {
    await other.close();
    await lonely.close();
  }
});

test("a database that hangs is as good as away: a new audience gets its settings before its client gives up", async () => {
  const hanging = await createLosableDatabase();
  const { organization, memberFor } = await createTestOrganization(hanging.db);
  await publishTestPolicy(hanging.db, organization.id);
  const known = await signInTestClient(hanging, plane.env, memberFor("developer").id);
  const other = await startTestDataPlane(hanging);
  hanging.freeze();
  try {
    const startedAtMs = Date.now();
    const headers = { authorization: `Bearer ${known.access_token}` };
    expect((await fetch(`${other.url}/managed/settings`, { headers })).status).toBe(200);
    expect(Date.now() - startedAtMs).toBeLessThan(5_000);
  } finally {
    await hanging.loseServer();
    await other.close();
    await hanging.close();
  }
});

test("what was delivered, and by which client version, is on the client's row soon after", async () => {
  const { client, revision } = await published();
  const { checksum } = await served(client.access_token);
  const row = () => t.db.client.findUniqueOrThrow({ where: { id: client.clientId } });
  expect(await eventually(async () => (await row()).deliveredChecksum === checksum, 4_000)).toBe(true);
  expect(await row()).toMatchObject({ deliveredRevision: revision.number, version: "2.1.329" });
});
