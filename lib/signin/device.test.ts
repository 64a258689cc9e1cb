import { afterAll, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { approveDevice, denyDevice, findDeviceAuthorization } from "./device";
import { exchangeDeviceCode } from "./exchange-device-code";
import { startDeviceAuthorization } from "./start-device-authorization";
import { testSignIn } from "./testing";

const t = await createTestDatabase();
// The console's verbs count attempts through the process's own pool.
Object.assign(process.env, {
  DATABASE_URL: t.url,
  GATEHOUSE_URL: "https://gatehouse.test",
  GATEHOUSE_SECRET: "x".repeat(43),
});
afterAll(() => t.close());
const signIn = testSignIn(t.db);
const start = () => startDeviceAuthorization(signIn, { surface: "claude_code" });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error: { code: string }) => error.code,
  );

test("nothing but hashes of the device code is stored, and 256 random bits make it", async () => {
  const { device_code, user_code, interval, expires_in } = await start();
  expect(Buffer.from(device_code, "base64url")).toHaveLength(32);
  expect({ interval, expires_in }).toEqual({ interval: 5, expires_in: 600 });
  const row = await t.db.deviceAuthorization.findUniqueOrThrow({ where: { userCode: user_code.replace("-", "") } });
  expect(JSON.stringify(row)).not.toContain(device_code);
});

test("confirming creates nothing; fetching the token creates the client and its entry in the trail", async () => {
  const { ctxFor, memberFor, organization } = await createTestOrganization(t.db);
  const device = await start();
  expect(await findDeviceAuthorization(ctxFor("developer"), device.user_code)).toMatchObject({
    label: "claude-code/2.1.329",
    ip: "192.0.2.7",
  });
  await approveDevice(ctxFor("developer"), device.user_code.toLowerCase());
  expect(await t.db.client.count({ where: { organizationId: organization.id } })).toBe(0);

  const tokens = await exchangeDeviceCode(signIn, device.device_code);
  expect(tokens).toMatchObject({ token_type: "Bearer", expires_in: 3600, email: memberFor("developer").email });
  const [client] = await t.db.client.findMany({ where: { organizationId: organization.id } });
  expect(client).toMatchObject({ memberId: memberFor("developer").id, version: "2.1.329", revokedAt: null });
  expect(await t.db.auditEntry.findMany({ where: { organizationId: organization.id } })).toMatchObject([
    { action: "client.sign_in", targetId: client?.id, actorId: memberFor("developer").id, ip: "192.0.2.7" },
  ]);
});

test("of twelve redemptions at the same time exactly one wins, and one client comes to be", async () => {
  const { ctxFor, organization } = await createTestOrganization(t.db);
  const device = await start();
  await approveDevice(ctxFor("owner"), device.user_code);
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => codeOf(exchangeDeviceCode(signIn, device.device_code))),
  );
  expect(answers.toSorted()).toEqual([...Array<string>(11).fill("invalid_grant"), "no error"]);
  expect(await t.db.client.count({ where: { organizationId: organization.id } })).toBe(1);
});

test("of two people who answer the same code, one does", async () => {
  const { ctxFor } = await createTestOrganization(t.db);
  const { user_code, device_code } = await start();
  const answers = await Promise.all([
    codeOf(approveDevice(ctxFor("owner"), user_code)),
    codeOf(denyDevice(ctxFor("admin"), user_code)),
  ]);
  expect(answers.toSorted()).toEqual(["device_code_used", "no error"]);
  expect(await codeOf(findDeviceAuthorization(ctxFor("owner"), user_code))).toBe("device_code_used");
  expect(["no error", "access_denied"]).toContain(await codeOf(exchangeDeviceCode(signIn, device_code)));
});

test("a refused sign-in answers access_denied and is in the trail", async () => {
  const { ctxFor, organization } = await createTestOrganization(t.db);
  const device = await start();
  await denyDevice(ctxFor("security"), device.user_code);
  expect(await codeOf(exchangeDeviceCode(signIn, device.device_code))).toBe("access_denied");
  expect(await t.db.auditEntry.findMany({ where: { organizationId: organization.id } })).toMatchObject([
    { action: "device.deny" },
  ]);
});

test("a guessed device code is invalid_grant, an expired one expired_token, and neither writes anything", async () => {
  const { ctxFor, organization } = await createTestOrganization(t.db);
  expect(await codeOf(exchangeDeviceCode(signIn, "guess"))).toBe("invalid_grant");
  const device = await start();
  await approveDevice(ctxFor("owner"), device.user_code);
  await t.db.deviceAuthorization.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await codeOf(exchangeDeviceCode(signIn, device.device_code))).toBe("expired_token");
  expect(await codeOf(approveDevice(ctxFor("owner"), device.user_code))).toBe("device_code_expired");
  expect(await t.db.client.count({ where: { organizationId: organization.id } })).toBe(0);
});

test("polling faster than the interval is told to slow down, and the interval grows", async () => {
  const { device_code } = await start();
  expect(await codeOf(exchangeDeviceCode(signIn, device_code))).toBe("authorization_pending");
  expect(await codeOf(exchangeDeviceCode(signIn, device_code))).toBe("slow_down");
  await t.db.deviceAuthorization.updateMany({ data: { lastPolledAt: new Date(Date.now() - 8_000) } });
  expect(await codeOf(exchangeDeviceCode(signIn, device_code))).toBe("slow_down");
  await t.db.deviceAuthorization.updateMany({ data: { lastPolledAt: new Date(Date.now() - 14_500) } });
  expect(await codeOf(exchangeDeviceCode(signIn, device_code))).toBe("authorization_pending");
});

test("someone disabled between confirming and fetching gets no token", async () => {
  const { ctxFor, memberFor, organization } = await createTestOrganization(t.db);
  const device = await start();
  await approveDevice(ctxFor("developer"), device.user_code);
  await t.db.member.update({ where: { id: memberFor("developer").id }, data: { status: "disabled" } });
  expect(await codeOf(exchangeDeviceCode(signIn, device.device_code))).toBe("access_denied");
  expect(await t.db.client.count({ where: { organizationId: organization.id } })).toBe(0);
});

test("after ten wrong codes a person waits; right codes do not count; other people are not affected", async () => {
  const { ctxFor } = await createTestOrganization(t.db);
  const { user_code } = await start();
  for (let i = 0; i < 15; i++) await findDeviceAuthorization(ctxFor("owner"), user_code);
  const wrong = await Promise.all(
    Array.from({ length: 14 }, () => codeOf(findDeviceAuthorization(ctxFor("owner"), "BBBB-BBBB"))),
  );
  expect(wrong.filter((code) => code === "not_found")).toHaveLength(10);
  expect(wrong.filter((code) => code === "rate_limited")).toHaveLength(4);
  expect(await codeOf(approveDevice(ctxFor("owner"), user_code))).toBe("rate_limited");
  expect(await codeOf(approveDevice(ctxFor("admin"), user_code))).toBe("no error");
});

test("only a person can confirm, and what is no code is refused by its field", async () => {
  const { ctxFor } = await createTestOrganization(t.db);
  const token = { type: "token" as const, id: "t", name: "ci", scopes: ["device:confirm"] };
  const { user_code } = await start();
  expect(await codeOf(approveDevice({ ...ctxFor("owner"), actor: token }, user_code))).toBe("forbidden");
  await expect(approveDevice(ctxFor("owner"), "nope")).rejects.toMatchObject({
    status: 422,
    fields: [{ field: "userCode" }],
  });
});
