import { afterAll, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { disableMember } from "@/lib/org/disable-member";
import { exchangeDeviceCode } from "./exchange-device-code";
import { startDeviceAuthorization } from "./start-device-authorization";
import { testSignIn } from "./testing";

const t = await createTestDatabase();
afterAll(() => t.close());
const signIn = testSignIn(t.db);

async function confirmedDevice() {
  const org = await createTestOrganization(t.db);
  const { device_code, user_code } = await startDeviceAuthorization(signIn, {});
  const memberId = org.memberFor("developer").id;
  await t.db.deviceAuthorization.update({
    where: { userCode: user_code.replace("-", "") },
    data: { status: "approved", memberId },
  });
  const usable = () => t.db.client.count({ where: { memberId, revokedAt: null } });
  return { ...org, memberId, deviceCode: device_code, usable };
}

/** Resolves once some statement waits for a lock. */
async function untilSomeoneWaits(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  await expect.poll(async () => (await t.pool.query(waiting)).rowCount).toBeGreaterThan(0);
}

test("redeeming waits for a disabling that has begun, and then gets nothing", async () => {
  const { ctxFor, memberId, deviceCode, usable } = await confirmedDevice();
  let redeemed: Promise<unknown> = Promise.resolve();
  await t.db.$transaction(async (tx) => {
    await disableMember({ ...ctxFor("owner"), db: tx }, memberId);
    redeemed = exchangeDeviceCode(signIn, deviceCode).catch((error: { code: string }) => error.code);
    await untilSomeoneWaits();
  });
  expect([await redeemed, await usable()]).toEqual(["access_denied", 0]);
});

test("of redeeming and disabling at the same moment no usable client is left, whoever comes first", async () => {
  for (let round = 0; round < 10; round++) {
    const { ctxFor, memberId, deviceCode, usable } = await confirmedDevice();
    await Promise.all([
      exchangeDeviceCode(signIn, deviceCode).catch(() => {}),
      disableMember({ ...ctxFor("owner"), db: t.db }, memberId),
    ]);
    expect(await usable()).toBe(0);
  }
});
