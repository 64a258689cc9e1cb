import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { memberOfSession, sessionToken } from "@/lib/auth/session";
import { hashPassword } from "@/lib/auth/password";
import { signInWithPassword } from "@/lib/auth/sign-in-with-password";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { changePassword } from "./change-password";
import { disableMember } from "./disable-member";
import { makeResetLink } from "./make-reset-link";
import { ownAccount } from "./own-account";
import { resetOwner } from "./reset-owner";
import { resetPassword } from "./reset-password";
import { updateMember } from "./update-member";

const OLD = "correct horse battery";
const NEW = "another fine passphrase";
let t: Awaited<ReturnType<typeof createTestDatabase>>;
let own: Awaited<ReturnType<typeof createTestOrganization>>;
let other: typeof own;
let passwordHash: string;
beforeAll(async () => {
  t = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", t.url);
  vi.stubEnv("GATEHOUSE_URL", "https://gatehouse.example.test");
  vi.stubEnv("GATEHOUSE_SECRET", "s".repeat(43));
  passwordHash = await hashPassword(OLD);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await t.close();
});
beforeEach(async () => {
  own = await createTestOrganization(t.db);
  other = await createTestOrganization(t.db);
  await t.db.member.updateMany({ data: { passwordHash } });
});

const tokenOf = (made: { resetPath: string }) => made.resetPath.split("token=")[1] ?? "";
const follow = (token: string, password = NEW) =>
  resetPassword({ db: t.db, requestId: "test-request" }, { token, password });
const signIn = (email: string, password: string) =>
  signInWithPassword({ db: t.db, requestId: "test-request", ip: newId() }, t.pool, { email, password });
const trail = (action: string) =>
  t.db.auditEntry.findMany({ where: { organizationId: own.organization.id, action }, orderBy: { id: "asc" } });
const clientOf = (memberId: string) =>
  t.db.client.create({
    data: { id: newId(), organizationId: own.organization.id, memberId, label: "claude-code/2.1.329" },
  });
const isRevoked = async (id: string) => (await t.db.client.findUniqueOrThrow({ where: { id } })).revokedAt !== null;
const invalidLink = { status: 410, code: "link_invalid" };

describe("a reset link", () => {
  test("leads to a new password, once, and ends all sessions; clients go on", async () => {
    const member = own.memberFor("developer");
    const [session, client] = [await sessionToken(member), await clientOf(member.id)];
    const made = await makeResetLink(own.ctxFor("admin"), member.id);
    const results = await Promise.allSettled([follow(tokenOf(made)), follow(tokenOf(made))]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(follow(tokenOf(made))).rejects.toMatchObject(invalidLink);
    await expect(signIn(member.email, OLD)).rejects.toMatchObject({ code: "wrong_credentials" });
    expect(await signIn(member.email, NEW)).toMatchObject({ id: member.id });
    expect(await memberOfSession(t.db, session)).toBeNull();
    expect(await isRevoked(client.id)).toBe(false);
    expect(await trail("member.reset_link")).toMatchObject([
      { actorId: own.memberFor("admin").id, targetId: member.id, after: { alsoSignsOutClients: false } },
    ]);
    expect(await trail("member.reset_password")).toMatchObject([{ actorId: member.id }]);
    expect(JSON.stringify([await t.db.auditEntry.findMany(), await t.db.oneTimeLink.findMany()])).not.toContain(
      tokenOf(made),
    );
  });

  test("signs the clients out too where the admin chose so, and the data planes are told", async () => {
    const member = own.memberFor("developer");
    const client = await clientOf(member.id);
    await follow(tokenOf(await makeResetLink(own.ctxFor("admin"), member.id, { revokeClients: true })));
    expect(await isRevoked(client.id)).toBe(true);
    expect(await trail("member.reset_password")).toMatchObject([{ after: { revokedClients: 1 } }]);
    const organization = await t.db.organization.findUniqueOrThrow({ where: { id: own.organization.id } });
    expect(organization.accessSerial).toBe(1);
  });

  test("expires in a day, and stops working with a new one, a new role, or a disabled account", async () => {
    const ctx = own.ctxFor("owner");
    const member = own.memberFor("developer");
    const first = await makeResetLink(ctx, member.id);
    expect(first.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(86_400_000);
    const second = await makeResetLink(ctx, member.id);
    await expect(follow(tokenOf(first))).rejects.toMatchObject(invalidLink);
    await updateMember(ctx, member.id, { role: "owner" });
    await expect(follow(tokenOf(second))).rejects.toMatchObject(invalidLink);
    const third = await makeResetLink(ctx, member.id);
    await disableMember(ctx, member.id);
    await expect(follow(tokenOf(third))).rejects.toMatchObject(invalidLink);
    const fourth = await makeResetLink(ctx, own.memberFor("security").id);
    await t.db.oneTimeLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(follow(tokenOf(fourth))).rejects.toMatchObject(invalidLink);
  });

  test("is not used up by a password that is too weak", async () => {
    const token = tokenOf(await makeResetLink(own.ctxFor("admin"), own.memberFor("developer").id));
    await expect(follow(token, "short")).rejects.toMatchObject({ issues: [{ path: ["password"] }] });
    await expect(follow(token)).resolves.toBeDefined();
  });

  test("is made by admins, not above their own role, nor for themselves or another organization", async () => {
    const { id } = own.memberFor("developer");
    for (const role of ["security", "developer"] as const)
      await expect(makeResetLink(own.ctxFor(role), id)).rejects.toMatchObject({ status: 403 });
    const admin = own.ctxFor("admin");
    await expect(makeResetLink(admin, own.memberFor("owner").id)).rejects.toMatchObject({ status: 403 });
    await expect(makeResetLink(admin, own.memberFor("admin").id)).rejects.toMatchObject({ code: "own_account" });
    await expect(makeResetLink(admin, other.memberFor("developer").id)).rejects.toMatchObject({ status: 404 });
  });

  test("is not for who is only invited, nor for who signs in by single sign-on only", async () => {
    const [ctx, { id }] = [own.ctxFor("admin"), own.memberFor("developer")];
    await t.db.member.update({ where: { id }, data: { status: "invited" } });
    await expect(makeResetLink(ctx, id)).rejects.toMatchObject({ code: "not_active" });
    await t.db.member.update({
      where: { id },
      data: { status: "active", externalId: `idp|${id}`, passwordHash: null },
    });
    await expect(makeResetLink(ctx, id)).rejects.toMatchObject({ code: "single_sign_on" });
  });
});

describe("changing one's own password", () => {
  const change = (role: "admin" | "developer", currentPassword = OLD) =>
    changePassword(own.ctxFor(role), { currentPassword, password: NEW });

  test("needs the current one, ends all sessions and open reset links, and is in the trail", async () => {
    const member = own.memberFor("developer");
    const [session, client] = [await sessionToken(member), await clientOf(member.id)];
    const link = await makeResetLink(own.ctxFor("admin"), member.id);
    const changed = await change("developer");
    expect(await memberOfSession(t.db, session)).toBeNull();
    expect(await memberOfSession(t.db, await sessionToken(changed))).toMatchObject({ id: member.id });
    expect(await signIn(member.email, NEW)).toMatchObject({ id: member.id });
    await expect(follow(tokenOf(link))).rejects.toMatchObject(invalidLink);
    expect(await isRevoked(client.id)).toBe(false);
    expect(await trail("member.change_password")).toMatchObject([{ actorId: member.id, targetId: member.id }]);
  });

  test("is refused with a wrong one, at its field, and changes nothing", async () => {
    const refusal = { status: 422, fields: [{ field: "currentPassword" }] };
    await expect(change("developer", "not the password")).rejects.toMatchObject(refusal);
    expect(await signIn(own.memberFor("developer").email, OLD)).toBeDefined();
  });

  test("is not for who has none, nor for what is no person", async () => {
    const { id } = own.memberFor("developer");
    await t.db.member.update({ where: { id }, data: { passwordHash: null, externalId: `idp|${id}` } });
    await expect(change("developer")).rejects.toMatchObject({ status: 409, code: "single_sign_on" });
    expect(await ownAccount(own.ctxFor("developer"))).toMatchObject({ hasPassword: false, singleSignOn: true });
    const system = { ...own.ctxFor("owner"), actor: { type: "system" as const, name: "x" } };
    const attempt = changePassword(system, { currentPassword: OLD, password: NEW });
    await expect(attempt).rejects.toMatchObject({ status: 403 });
  });
});

describe("an owner who forgot the password", () => {
  const onTheServer = () => ({ ...own.ctxFor("owner"), actor: { type: "system" as const, name: "reset-owner" } });

  test("gets a link from whoever runs the server", async () => {
    const owner = own.memberFor("owner");
    const made = await resetOwner(onTheServer());
    expect(made.email).toBe(owner.email);
    await follow(tokenOf(made));
    expect(await signIn(owner.email, NEW)).toMatchObject({ id: owner.id });
    expect(await trail("member.reset_link")).toMatchObject([{ actorType: "system", targetId: owner.id }]);
  });

  test("is named by e-mail where there are several", async () => {
    const second = await own.member("owner", "Second owner");
    await expect(resetOwner(onTheServer())).rejects.toMatchObject({ code: "several_owners" });
    expect(await resetOwner(onTheServer(), ` ${second.email.toUpperCase()}`)).toMatchObject({ email: second.email });
    const developer = own.memberFor("developer").email;
    await expect(resetOwner(onTheServer(), developer)).rejects.toMatchObject({ status: 404 });
    await expect(resetOwner(own.ctxFor("security"))).rejects.toMatchObject({ status: 403 });
  });
});
