import { decodeJwt } from "jose";
import { afterAll, describe, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { verifyAccessToken } from "./access-token";
import { exchangeDeviceCode } from "./exchange-device-code";
import { refreshTokens } from "./refresh";
import { revokeToken } from "./revoke";
import { startDeviceAuthorization } from "./start-device-authorization";
import { testSignIn } from "./testing";

const t = await createTestDatabase();
afterAll(() => t.close());
const signIn = testSignIn(t.db);

async function signedIn() {
  const org = await createTestOrganization(t.db);
  const developer = org.memberFor("developer");
  await org.group("Platform", [developer]);
  const device = await startDeviceAuthorization(signIn, {});
  const userCode = device.user_code.replace("-", "");
  await t.db.deviceAuthorization.update({ where: { userCode }, data: { status: "approved", memberId: developer.id } });
  const tokens = await exchangeDeviceCode(signIn, device.device_code);
  const client = await t.db.client.findFirstOrThrow({ where: { memberId: developer.id } });
  return { ...org, developer, client, tokens };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    ({ status, code }: { status: number; code: string }) => `${status} ${code}`,
  );
const aged = (ms: number) => t.db.$executeRaw`UPDATE "RefreshToken"
  SET "usedAt" = "usedAt" - ${ms} * interval '1 ms', "createdAt" = "createdAt" - ${ms} * interval '1 ms'`;

test("an access token carries who it is for, and is refused when anything about it is changed", async () => {
  const { tokens, developer, client } = await signedIn();
  expect(decodeJwt(tokens.access_token)).toMatchObject({
    sub: developer.id,
    email: developer.email,
    groups: ["Platform"],
    aud: "claude-gateway",
    iss: "https://gatehouse.test",
    client_id: client.id,
  });
  expect(await verifyAccessToken(signIn, tokens.access_token)).toMatchObject({ clientId: client.id });
  expect(await verifyAccessToken({ ...signIn, secret: "y".repeat(43) }, tokens.access_token)).toBeNull();
  expect(await verifyAccessToken({ ...signIn, baseUrl: "https://other.test" }, tokens.access_token)).toBeNull();
  const [head, body] = tokens.access_token.split(".");
  const none = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
  expect(await verifyAccessToken(signIn, `${none}.${body}.`)).toBeNull();
  expect(await verifyAccessToken(signIn, `${head}.${body}.AAAA`)).toBeNull();
});

test("a refresh token works once and names its successor", async () => {
  const { tokens, client } = await signedIn();
  const second = await refreshTokens(signIn, tokens.refresh_token);
  const third = await refreshTokens(signIn, second.refresh_token);
  expect(new Set([tokens.refresh_token, second.refresh_token, third.refresh_token]).size).toBe(3);
  expect(await t.db.refreshToken.count({ where: { clientId: client.id, usedAt: null } })).toBe(1);
  const rows = await t.db.refreshToken.findMany({ where: { clientId: client.id } });
  expect(JSON.stringify(rows)).not.toContain(third.refresh_token);
});

test("processes that refresh with one token at the same moment all get the same successor, never a second chain", async () => {
  const { tokens, client } = await signedIn();
  const answers = await Promise.all(Array.from({ length: 8 }, () => refreshTokens(signIn, tokens.refresh_token)));
  expect(new Set(answers.map(({ refresh_token }) => refresh_token)).size).toBe(1);
  expect(await t.db.refreshToken.count({ where: { clientId: client.id, usedAt: null } })).toBe(1);
});

test("a refresh token that is used again later revokes its client, tells the data planes and is in the trail", async () => {
  const { tokens, client, organization } = await signedIn();
  const { refresh_token: successor } = await refreshTokens(signIn, tokens.refresh_token);
  await aged(31_000);
  expect(await failure(refreshTokens(signIn, tokens.refresh_token))).toBe("401 invalid_grant");
  expect(await failure(refreshTokens(signIn, successor))).toBe("401 invalid_grant");
  expect((await t.db.client.findUniqueOrThrow({ where: { id: client.id } })).revokedAt).not.toBeNull();
  expect((await t.db.organization.findUniqueOrThrow({ where: { id: organization.id } })).accessSerial).toBe(1);
  expect(
    await t.db.auditEntry.findMany({ where: { organizationId: organization.id, action: "client.token_reuse" } }),
  ).toMatchObject([{ targetId: client.id, actorType: "system" }]);
});

test("a refresh token whose successor was used revokes its client at once", async () => {
  const { tokens } = await signedIn();
  const { refresh_token: successor } = await refreshTokens(signIn, tokens.refresh_token);
  const { refresh_token: latest } = await refreshTokens(signIn, successor);
  expect(await failure(refreshTokens(signIn, tokens.refresh_token))).toBe("401 invalid_grant");
  expect(await failure(refreshTokens(signIn, latest))).toBe("401 invalid_grant");
});

test("someone who has left is told 401 invalid_grant; a token that never was, 400", async () => {
  const { tokens, developer } = await signedIn();
  expect(await failure(refreshTokens(signIn, "ghr_never"))).toBe("400 invalid_grant");
  await t.db.member.update({ where: { id: developer.id }, data: { status: "disabled" } });
  expect(await failure(refreshTokens(signIn, tokens.refresh_token))).toBe("401 invalid_grant");
  await t.db.member.update({ where: { id: developer.id }, data: { status: "active" } });
  expect(await failure(refreshTokens(signIn, tokens.refresh_token))).toBe("no error");
});

test("an expired refresh token is 400 invalid_grant and revokes nothing", async () => {
  const { tokens, client } = await signedIn();
  await t.db.refreshToken.updateMany({ where: { clientId: client.id }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await failure(refreshTokens(signIn, tokens.refresh_token))).toBe("400 invalid_grant");
  expect((await t.db.client.findUniqueOrThrow({ where: { id: client.id } })).revokedAt).toBeNull();
});

describe("a sign-in by single sign-on ends after its longest time, however often it was refreshed", () => {
  const oldSignIn = async (days: number, externalId: string | null) => {
    const made = await signedIn();
    const { id } = made.developer;
    await t.db.member.update({ where: { id }, data: { externalId: externalId && `${externalId}|${id}` } });
    const createdAt = new Date(Date.now() - days * 86_400_000);
    await t.db.client.update({ where: { id: made.client.id }, data: { createdAt } });
    return made;
  };

  test("then every process is told 400 invalid_grant, the client is revoked once, and the trail says why", async () => {
    const { tokens, client, organization } = await oldSignIn(30.01, "https://idp.test");
    const answers = await Promise.all([1, 2, 3].map(() => failure(refreshTokens(signIn, tokens.refresh_token))));
    expect(answers).toEqual(Array(3).fill("400 invalid_grant"));
    expect(await t.db.client.findUniqueOrThrow({ where: { id: client.id } })).toMatchObject({ tokenEpoch: 1 });
    expect((await t.db.organization.findUniqueOrThrow({ where: { id: organization.id } })).accessSerial).toBe(1);
    expect(
      await t.db.auditEntry.findMany({ where: { organizationId: organization.id, action: "client.revoke" } }),
    ).toMatchObject([{ targetId: client.id, actorType: "system", reason: expect.stringContaining("30 days") }]);
  });

  test("until then it goes on, and the limit is the one that is set", async () => {
    const { tokens } = await oldSignIn(29.9, "https://idp.test");
    const { refresh_token } = await refreshTokens(signIn, tokens.refresh_token);
    expect(await failure(refreshTokens({ ...signIn, signInMaxDays: 7 }, refresh_token))).toBe("400 invalid_grant");
  });

  test("a person with a password of Gatehouse's own has no identity provider to be sent back to", async () => {
    const { tokens } = await oldSignIn(400, null);
    expect(await failure(refreshTokens(signIn, tokens.refresh_token))).toBe("no error");
  });
});

test.each(["access_token", "refresh_token"] as const)("signing out with the %s ends the client, once", async (kind) => {
  const { tokens, client, organization } = await signedIn();
  await revokeToken(signIn, tokens[kind]);
  await revokeToken(signIn, tokens.refresh_token);
  await revokeToken(signIn, "unknown");
  expect((await t.db.client.findUniqueOrThrow({ where: { id: client.id } })).revokedAt).not.toBeNull();
  expect(await failure(refreshTokens(signIn, tokens.refresh_token))).toBe("401 invalid_grant");
  expect(await t.db.auditEntry.count({ where: { organizationId: organization.id, action: "client.revoke" } })).toBe(1);
});
