import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { acceptInvite } from "./accept-invite";
import { createMember } from "./create-member";
import { disableMember, enableMember } from "./disable-member";
import { listMembers } from "./list-members";
import { renewInvite } from "./renew-invite";
import { updateMember } from "./update-member";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
let own: Awaited<ReturnType<typeof createTestOrganization>>;
let other: typeof own;
beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  own = await createTestOrganization(t.db);
  other = await createTestOrganization(t.db);
});

const accessSerial = async () =>
  (await t.db.organization.findUniqueOrThrow({ where: { id: own.organization.id } })).accessSerial;
const trail = (action: string) =>
  t.db.auditEntry.findMany({ where: { organizationId: own.organization.id, action }, orderBy: { id: "asc" } });
const tokenOf = (made: { invitePath: string }) => made.invitePath.split("token=")[1] ?? "";
const newPerson = () => ({ email: `new-${newId()}@example.test`, name: "Newcomer" });
const accept = (token: string) =>
  acceptInvite(
    { db: t.db, requestId: "test-request" },
    { token, name: "Chosen name", password: "correct horse battery" },
  );
const client = (memberId: string) =>
  t.db.client.create({
    data: { id: newId(), organizationId: own.organization.id, memberId, label: "claude-code/2.1.329" },
  });

describe("who may do it", () => {
  test.each(["security", "developer"] as const)("a %s changes nobody", async (role) => {
    const ctx = own.ctxFor(role);
    const { id } = own.memberFor("developer");
    const refusal = { status: 403 };
    await expect(createMember(ctx, newPerson())).rejects.toMatchObject(refusal);
    await expect(updateMember(ctx, id, { role: "admin" })).rejects.toMatchObject(refusal);
    await expect(disableMember(ctx, id)).rejects.toMatchObject(refusal);
    await expect(enableMember(ctx, id)).rejects.toMatchObject(refusal);
    await expect(renewInvite(ctx, id)).rejects.toMatchObject(refusal);
  });

  test("another organization's members are not found and not listed", async () => {
    const ctx = own.ctxFor("owner");
    const { id } = other.memberFor("developer");
    const attempts = [
      () => updateMember(ctx, id, { name: "x" }),
      ...[disableMember, enableMember, renewInvite].map((verb) => () => verb(ctx, id)),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ status: 404 });
    expect((await listMembers(ctx)).items.map((row) => row.id)).not.toContain(id);
  });

  test("an admin neither makes, changes, disables nor becomes an owner", async () => {
    const ctx = own.ctxFor("admin");
    const refusal = { status: 403, code: "forbidden" };
    const second = await own.member("owner", "Second owner");
    await expect(createMember(ctx, { ...newPerson(), role: "owner" })).rejects.toMatchObject(refusal);
    await expect(updateMember(ctx, second.id, { role: "developer" })).rejects.toMatchObject(refusal);
    await expect(updateMember(ctx, second.id, { name: "x" })).rejects.toMatchObject(refusal);
    await expect(disableMember(ctx, second.id)).rejects.toMatchObject(refusal);
    await expect(updateMember(ctx, own.memberFor("admin").id, { role: "owner" })).rejects.toMatchObject(refusal);
  });
});

describe("the last owner", () => {
  test("can be neither demoted nor disabled", async () => {
    const ctx = own.ctxFor("owner");
    const { id } = own.memberFor("owner");
    const refusal = { status: 409, code: "last_owner" };
    await expect(updateMember(ctx, id, { role: "admin" })).rejects.toMatchObject(refusal);
    await expect(disableMember(ctx, id)).rejects.toMatchObject(refusal);
    await expect(updateMember(ctx, id, { name: "Renamed" })).resolves.toMatchObject({ role: "owner" });
  });

  test("remains when two owners demote each other at the same time", async () => {
    const second = await own.member("owner", "Second owner");
    const first = own.memberFor("owner");
    const results = await Promise.allSettled([
      updateMember(own.ctxOf(first), second.id, { role: "admin" }),
      updateMember(own.ctxOf(second), first.id, { role: "admin" }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const owners = { organizationId: own.organization.id, role: "owner" as const };
    expect(await t.db.member.count({ where: owners })).toBe(1);
  });

  test("is not one who was only invited or is disabled", async () => {
    await createMember(own.ctxFor("owner"), { ...newPerson(), role: "owner" });
    const { id } = own.memberFor("owner");
    await expect(updateMember(own.ctxFor("owner"), id, { role: "admin" })).rejects.toMatchObject({
      code: "last_owner",
    });
  });
});

describe("an invitation", () => {
  test("makes an invited member, and an active one when it is accepted", async () => {
    const made = await createMember(own.ctxFor("admin"), newPerson());
    expect(await accept(tokenOf(made))).toMatchObject({ memberId: made.id });
    expect(await t.db.member.findUnique({ where: { id: made.id } })).toMatchObject({
      status: "active",
      name: "Chosen name",
    });
    expect(await trail("member.create")).toHaveLength(1);
    expect(await trail("member.accept_invite")).toMatchObject([{ actorId: made.id }]);
    expect(JSON.stringify(await trail("member.create"))).not.toContain(tokenOf(made));
  });

  test("works once, also at the same time", async () => {
    const token = tokenOf(await createMember(own.ctxFor("admin"), newPerson()));
    const results = await Promise.allSettled([accept(token), accept(token), accept(token)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(accept(token)).rejects.toMatchObject({ status: 410, code: "link_invalid" });
  });

  test("expires, and stops working when a new one is made or the member is disabled", async () => {
    const made = await createMember(own.ctxFor("admin"), newPerson());
    const renewed = await renewInvite(own.ctxFor("admin"), made.id);
    await expect(accept(tokenOf(made))).rejects.toMatchObject({ status: 410 });
    await disableMember(own.ctxFor("admin"), made.id);
    await expect(accept(tokenOf(renewed))).rejects.toMatchObject({ status: 410 });
    await enableMember(own.ctxFor("admin"), made.id);
    const last = await renewInvite(own.ctxFor("admin"), made.id);
    await t.db.oneTimeLink.updateMany({ where: { memberId: made.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(accept(tokenOf(last))).rejects.toMatchObject({ status: 410 });
  });

  test("is not made for an e-mail that is taken, in any case", async () => {
    const { email } = own.memberFor("developer");
    const attempt = createMember(own.ctxFor("admin"), { name: "Again", email: email.toUpperCase() });
    await expect(attempt).rejects.toMatchObject({ status: 409, code: "email_taken" });
  });

  test("is not renewed for someone who has accepted", async () => {
    const attempt = renewInvite(own.ctxFor("admin"), own.memberFor("developer").id);
    await expect(attempt).rejects.toMatchObject({ status: 409, code: "not_invited" });
  });
});

describe("a change of access", () => {
  test("tells the data planes and writes before and after", async () => {
    const before = await accessSerial();
    await updateMember(own.ctxFor("owner"), own.memberFor("developer").id, { role: "security" });
    expect(await accessSerial()).toBe(before + 1);
    expect(await trail("member.update")).toMatchObject([
      { before: { role: "developer" }, after: { role: "security" }, changedFields: ["role"], actorType: "member" },
    ]);
  });

  test("that fails leaves no trace", async () => {
    const before = await accessSerial();
    await expect(disableMember(own.ctxFor("admin"), newId())).rejects.toMatchObject({ status: 404 });
    expect(await accessSerial()).toBe(before);
    expect(await trail("member.disable")).toHaveLength(0);
  });
});

describe("a disabled member", () => {
  test("loses sessions and clients at once, and gets back in without them", async () => {
    const member = own.memberFor("developer");
    const { id } = await client(member.id);
    expect(await disableMember(own.ctxFor("admin"), member.id)).toMatchObject({ revokedClients: 1 });
    expect(await t.db.member.findUnique({ where: { id: member.id } })).toMatchObject({
      status: "disabled",
      sessionEpoch: 1,
    });
    const revoked = await t.db.client.findUniqueOrThrow({ where: { id } });
    expect(revoked).toMatchObject({ tokenEpoch: 1 });
    expect(revoked.revokedAt).not.toBeNull();

    await t.db.member.update({ where: { id: member.id }, data: { externalId: `idp|${id}` } });
    expect(await enableMember(own.ctxFor("admin"), member.id)).toMatchObject({ status: "active" });
    expect((await t.db.client.findUniqueOrThrow({ where: { id } })).revokedAt).not.toBeNull();
  });

  test("is never oneself", async () => {
    const attempt = disableMember(own.ctxFor("admin"), own.memberFor("admin").id);
    await expect(attempt).rejects.toMatchObject({ status: 409, code: "own_account" });
  });
});

describe("the list", () => {
  const names = async (ctx: Ctx, input: Parameters<typeof listMembers>[1]) =>
    (await listMembers(ctx, input)).items.map((row) => row.name);

  test("goes by name, page by page, without gaps or repetitions", async () => {
    const ctx = own.ctxFor("security");
    for (const name of ["Zoë", "Ann", "Ann", "Bob"]) await own.member("developer", name);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listMembers(ctx, { limit: 3, cursor });
      seen.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(8);
    expect((await names(ctx, { limit: 100 })).slice().sort()).toHaveLength(8);
  });

  test("finds parts of names and e-mails, literally", async () => {
    const ctx = own.ctxFor("security");
    await own.member("developer", "100% Ann_e");
    expect(await names(ctx, { search: "ann_E" })).toEqual(["100% Ann_e"]);
    expect(await names(ctx, { search: "0%" })).toEqual(["100% Ann_e"]);
    expect(await names(ctx, { search: "owner-" })).toEqual(["owner"]);
    expect(await names(ctx, { search: "nobody" })).toEqual([]);
  });

  test("filters by role, status and group, and tells groups and living clients", async () => {
    const ctx = own.ctxFor("security");
    const member = own.memberFor("developer");
    const group = await own.group("platform", [member]);
    await client(member.id);
    await t.db.client.update({ where: { id: (await client(member.id)).id }, data: { revokedAt: new Date() } });
    expect(await names(ctx, { role: "admin" })).toEqual(["admin"]);
    expect(await names(ctx, { status: "disabled" })).toEqual([]);
    expect((await listMembers(ctx, { groupId: group.id })).items).toMatchObject([
      { id: member.id, clients: 1, groups: [{ name: "platform", source: "local" }] },
    ]);
  });

  test("is not for developers", async () => {
    await expect(listMembers(own.ctxFor("developer"))).rejects.toMatchObject({ status: 403 });
  });
});
