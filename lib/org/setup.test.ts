import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { signInWithPassword } from "@/lib/auth/sign-in-with-password";
import { createTestDatabase } from "@/lib/db/testing";
import { completeSetup, ensureSetupLink } from "./setup";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
const databases: (typeof t)[] = [];
beforeEach(async () => {
  t = await createTestDatabase();
  databases.push(t);
});
afterAll(() => Promise.all(databases.map((database) => database.close())));

const newLink = async () => {
  const link = await ensureSetupLink(t.db, "http://127.0.0.1:3000");
  return new URL(link ?? "missing:").searchParams.get("token") ?? "";
};
const owner = { organizationName: "Acme", name: "Ada", email: " Ada@Example.test ", password: "correct horse battery" };
const setUp = (token: string) =>
  completeSetup({ db: t.db, requestId: "test-request", ip: "192.0.2.1" }, { ...owner, token });

describe("the set-up link", () => {
  test("makes the organization and an owner who can sign in, and writes the trail", async () => {
    const { organizationId, memberId } = await setUp(await newLink());
    const ctx = { db: t.db, requestId: "test-request" };
    const member = await signInWithPassword(ctx, t.pool, { email: "ada@example.test", password: owner.password });
    expect(member).toMatchObject({ id: memberId, organizationId, role: "owner" });
    expect(await t.db.auditEntry.findFirst({ where: { action: "organization.create" } })).toMatchObject({
      organizationId,
      actorId: memberId,
      ip: "192.0.2.1",
    });
    expect(await t.db.revision.count()).toBe(0);
  });

  test("works once, and none is made afterwards", async () => {
    const token = await newLink();
    await setUp(token);
    await expect(setUp(token)).rejects.toMatchObject({ status: 410, code: "setup_done" });
    expect(await ensureSetupLink(t.db, "http://127.0.0.1:3000")).toBeNull();
  });

  test("makes one organization when it is used twice at the same time", async () => {
    const token = await newLink();
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => setUp(token)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await t.db.organization.count()).toBe(1);
    expect(await t.db.member.count()).toBe(1);
  });

  test("stops working when a later start prints another", async () => {
    const first = await newLink();
    const second = await newLink();
    await expect(setUp(first)).rejects.toMatchObject({ status: 410, code: "link_invalid" });
    await expect(setUp(second)).resolves.toBeDefined();
  });

  test("expires", async () => {
    const token = await newLink();
    await t.db.oneTimeLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(setUp(token)).rejects.toMatchObject({ status: 410, code: "link_invalid" });
    expect(await t.db.organization.count()).toBe(0);
  });

  test("cannot be guessed or left out, and is stored as a hash only", async () => {
    const token = await newLink();
    await expect(setUp("guess")).rejects.toMatchObject({ status: 410 });
    await expect(setUp("")).rejects.toThrow();
    expect(JSON.stringify(await t.db.oneTimeLink.findMany())).not.toContain(token);
  });

  test("survives input that is wrong: nothing is written and it can be used again", async () => {
    const token = await newLink();
    const ctx = { db: t.db, requestId: "test-request" };
    await expect(completeSetup(ctx, { ...owner, token, password: "short" })).rejects.toMatchObject({
      issues: [{ path: ["password"] }],
    });
    await expect(setUp(token)).resolves.toBeDefined();
  });
});
