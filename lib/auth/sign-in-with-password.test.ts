import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { limiterOf } from "@/lib/http/rate-limit";
import { PER_EMAIL, PER_IP } from "./attempts";
import type { PublicCtx } from "./ctx";
import { knownDeviceToken } from "./known-device";
import { hashPassword } from "./password";
import { memberOfSession, sessionToken } from "./session";
import { signInWithPassword } from "./sign-in-with-password";
import { hashSecret } from "./token-hash";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
let organization: Awaited<ReturnType<typeof createTestOrganization>>;
let passwordHash: string;
const password = "correct horse battery";

beforeAll(async () => {
  t = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", t.url);
  vi.stubEnv("GATEHOUSE_URL", "https://gatehouse.example.test");
  vi.stubEnv("GATEHOUSE_SECRET", "s".repeat(43));
  organization = await createTestOrganization(t.db);
  passwordHash = await hashPassword(password);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await t.close();
});

async function person(data: { status?: "active" | "disabled" | "invited" } = {}) {
  const member = await organization.member("developer", "Ada");
  return t.db.member.update({ where: { id: member.id }, data: { passwordHash, ...data } });
}
const attempt = (email: string, given: string, ip = "192.0.2.1", device?: string) => {
  const ctx: PublicCtx = { db: t.db, requestId: "test-request", ip };
  return signInWithPassword(ctx, t.pool, { email, password: given }, device);
};

describe("signing in with a password", () => {
  test("works in any case of the e-mail, and is in the trail", async () => {
    const { id, email } = await person();
    expect(await attempt(` ${email.toUpperCase()} `, password)).toMatchObject({ id });
    const entry = await t.db.auditEntry.findFirstOrThrow({ where: { action: "member.sign_in", actorId: id } });
    expect(entry.after).toEqual({ method: "password" });
    expect((await t.db.member.findUniqueOrThrow({ where: { id } })).lastSignInAt).not.toBeNull();
  });

  test("is refused in the same words for a wrong password, an unknown, a disabled and an invited person", async () => {
    const refusal = { status: 401, code: "wrong_credentials" };
    await expect(attempt((await person()).email, "wrong password")).rejects.toMatchObject(refusal);
    await expect(attempt("nobody@example.test", password)).rejects.toMatchObject(refusal);
    await expect(attempt((await person({ status: "disabled" })).email, password)).rejects.toMatchObject(refusal);
    await expect(attempt((await person({ status: "invited" })).email, password)).rejects.toMatchObject(refusal);
  });

  test("a person without a password cannot be signed in with an empty one", async () => {
    const member = await organization.member("owner");
    await expect(attempt(member.email, "")).rejects.toMatchObject({ status: 401 });
  });
});

describe("attempts", () => {
  const codesOf = (results: PromiseSettledResult<unknown>[]) =>
    results.map((result) => (result.status === "rejected" ? (result.reason as { code: string }).code : ""));

  test("are limited per e-mail and address, also in parallel, and the right password waits too", async () => {
    const { email } = await person();
    const wrong = await Promise.allSettled(Array.from({ length: 14 }, () => attempt(email, "wrong password")));
    expect(codesOf(wrong).filter((code) => code === "wrong_credentials")).toHaveLength(10);
    expect(codesOf(wrong).filter((code) => code === "rate_limited")).toHaveLength(4);
    const refusal = await attempt(email, password).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 429, code: "rate_limited" });
    expect((refusal as { retryAfterSeconds: number }).retryAfterSeconds).toBeGreaterThan(800);
  });

  test("of someone elsewhere do not keep a person out", async () => {
    const { email } = await person();
    await Promise.allSettled(Array.from({ length: 12 }, () => attempt(email, "wrong password", "198.51.100.1")));
    expect(await attempt(email, password, "203.0.113.9")).toMatchObject({ email });
  });

  test("that succeed do not count", async () => {
    const { email } = await person();
    for (let n = 0; n < 11; n++) expect(await attempt(email, password, "203.0.113.77")).toMatchObject({ email });
  });

  test("are limited per address, however many e-mails they name; an IPv6 network is one address", async () => {
    await limiterOf(PER_IP, t.pool).penalty("2001:db8:0:7::/64", PER_IP.points - 1);
    const guess = (n: number) => attempt(`guess-${n}@example.test`, "x", `2001:db8:0:7::${n}`);
    await expect(guess(1)).rejects.toMatchObject({ code: "wrong_credentials" });
    await expect(guess(2)).rejects.toMatchObject({ code: "rate_limited" });
  });

  test("of very many addresses on one e-mail are limited in the same way for a person and for nobody", async () => {
    const { email } = await person();
    for (const address of [email, "nobody-at-all@example.test"]) {
      await limiterOf(PER_EMAIL, t.pool).penalty(hashSecret(address), PER_EMAIL.points - 1);
      await expect(attempt(address, "wrong", "198.51.100.7")).rejects.toMatchObject({ code: "wrong_credentials" });
      await expect(attempt(address, "wrong", "198.51.100.8")).rejects.toMatchObject({ code: "rate_limited" });
    }
  });
});

describe("a browser that has signed in before", () => {
  const everywhere = (email: string) => limiterOf(PER_EMAIL, t.pool).penalty(hashSecret(email), PER_EMAIL.points);
  const locked = { status: 429, code: "rate_limited" };

  test("gets in while others try the e-mail from everywhere, and from its own address too", async () => {
    const member = await person();
    const device = await knownDeviceToken(member);
    await everywhere(member.email);
    await Promise.allSettled(Array.from({ length: 12 }, () => attempt(member.email, "wrong password")));
    await expect(attempt(member.email, password)).rejects.toMatchObject(locked);
    expect(await attempt(member.email, password, undefined, device)).toMatchObject({ id: member.id });
  });

  test("has a limit of its own, so that who steals its cookie cannot guess on", async () => {
    const member = await person();
    const device = await knownDeviceToken(member);
    for (let n = 0; n < 10; n++)
      await expect(attempt(member.email, "wrong", `192.0.2.${n}`, device)).rejects.toMatchObject({ status: 401 });
    await expect(attempt(member.email, password, "192.0.2.99", device)).rejects.toMatchObject(locked);
  });

  test("is known for that account only, until its sessions are ended, and not by a forged cookie", async () => {
    const [member, another] = [await person(), await person()];
    const device = await knownDeviceToken(member);
    await everywhere(another.email);
    await expect(attempt(another.email, password, undefined, device)).rejects.toMatchObject(locked);
    await everywhere(member.email);
    await expect(attempt(member.email, password, undefined, `${device}x`)).rejects.toMatchObject(locked);
    await t.db.member.update({ where: { id: member.id }, data: { sessionEpoch: { increment: 1 } } });
    await expect(attempt(member.email, password, undefined, device)).rejects.toMatchObject(locked);
  });

  test("is not signed in by that cookie, nor known by a session cookie", async () => {
    const member = await person();
    expect(await memberOfSession(t.db, await knownDeviceToken(member))).toBeNull();
    await everywhere(member.email);
    await expect(attempt(member.email, password, undefined, await sessionToken(member))).rejects.toMatchObject(locked);
  });
});
