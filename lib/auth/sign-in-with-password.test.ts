import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { limiterOf } from "@/lib/http/rate-limit";
import type { PublicCtx } from "./ctx";
import { hashPassword } from "./password";
import { PER_IP, signInWithPassword } from "./sign-in-with-password";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
let organization: Awaited<ReturnType<typeof createTestOrganization>>;
let passwordHash: string;
const password = "correct horse battery";

beforeAll(async () => {
  t = await createTestDatabase();
  organization = await createTestOrganization(t.db);
  passwordHash = await hashPassword(password);
});
afterAll(() => t.close());

async function person(data: { status?: "active" | "disabled" | "invited" } = {}) {
  const member = await organization.member("developer", "Ada");
  return t.db.member.update({ where: { id: member.id }, data: { passwordHash, ...data } });
}
const attempt = (email: string, given: string, ip = "192.0.2.1") => {
  const ctx: PublicCtx = { db: t.db, requestId: "test-request", ip };
  return signInWithPassword(ctx, t.pool, { email, password: given });
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
  test("are limited per e-mail from wherever they come, also in parallel, and the right password waits too", async () => {
    const { email } = await person();
    const wrong = await Promise.allSettled(
      Array.from({ length: 14 }, (_, n) => attempt(email, "wrong password", `198.51.100.${n}`)),
    );
    const codes = wrong.map((result) => (result.status === "rejected" ? (result.reason as { code: string }).code : ""));
    expect(codes.filter((code) => code === "wrong_credentials")).toHaveLength(10);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(4);
    const refusal = await attempt(email, password, "203.0.113.9").catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 429, code: "rate_limited" });
    expect((refusal as { retryAfterSeconds: number }).retryAfterSeconds).toBeGreaterThan(800);
  });

  test("that succeed do not count", async () => {
    const { email } = await person();
    for (let n = 0; n < 11; n++) expect(await attempt(email, password, "203.0.113.77")).toMatchObject({ email });
  });

  test("are limited per address, however many e-mails they name", async () => {
    await limiterOf(PER_IP, t.pool).penalty("203.0.113.50", PER_IP.points - 1);
    const guess = (n: number) => attempt(`guess-${n}@example.test`, "x", "203.0.113.50");
    await expect(guess(1)).rejects.toMatchObject({ code: "wrong_credentials" });
    await expect(guess(2)).rejects.toMatchObject({ code: "rate_limited" });
  });
});
