import type pg from "pg";
import { consume, type Limit, limiterOf } from "@/lib/http/rate-limit";
import { networkOf } from "./network-of";
import { hashSecret } from "./token-hash";

const MINUTES_15 = 15 * 60;
export const PER_IP: Limit = { name: "signin-ip", points: 60, perSeconds: MINUTES_15 };
const PER_EMAIL_AND_IP: Limit = { name: "signin-email-ip", points: 10, perSeconds: MINUTES_15 };
/** Over all addresses: what a botnet gets. Ten addresses can use it up, but not keep out a browser that is known. */
export const PER_EMAIL: Limit = { name: "signin-email", points: 100, perSeconds: MINUTES_15 };
const PER_DEVICE: Limit = { name: "signin-device", points: 10, perSeconds: MINUTES_15 };

type Attempt = { email: string; ip: string | undefined } | { deviceId: string };

/**
 * Takes the points of one attempt to sign in. A browser that is known counts by itself alone, so whatever strangers do,
 * also behind the same address, does not keep it out.
 * @returns `forgive`, for when the attempt succeeds
 * @throws AppError 429 `rate_limited`
 */
export async function countAttempt(pool: pg.Pool, attempt: Attempt): Promise<{ forgive(): Promise<void> }> {
  if ("deviceId" in attempt) {
    await consume(PER_DEVICE, attempt.deviceId, pool);
    return { forgive: async () => void (await limiterOf(PER_DEVICE, pool).delete(attempt.deviceId)) };
  }
  const ip = networkOf(attempt.ip ?? "unknown");
  const email = hashSecret(attempt.email);
  const both = hashSecret(`${attempt.email} ${ip}`);
  // In this order one address cannot use up more than its own share of what an e-mail has.
  await consume(PER_IP, ip, pool);
  await consume(PER_EMAIL_AND_IP, both, pool);
  await consume(PER_EMAIL, email, pool);
  return {
    async forgive() {
      await limiterOf(PER_EMAIL_AND_IP, pool).delete(both);
      await limiterOf(PER_EMAIL, pool).reward(email, 1);
      await limiterOf(PER_IP, pool).reward(ip, 1);
    },
  };
}
