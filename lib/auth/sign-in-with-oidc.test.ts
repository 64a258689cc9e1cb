import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import type { Identity } from "./oidc-claims";
import { signInWithOidc } from "./sign-in-with-oidc";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
let own: Awaited<ReturnType<typeof createTestOrganization>>;
const databases: (typeof t)[] = [];

// One organization an installation: each test has an installation of its own.
beforeEach(async () => {
  t = await createTestDatabase();
  databases.push(t);
  own = await createTestOrganization(t.db);
});
afterAll(() => Promise.all(databases.map((database) => database.close())));

let count = 0;
const identity = (given: Partial<Identity> = {}): Identity => {
  const n = ++count;
  return {
    externalId: `https://idp.example|${n}`,
    email: `person-${n}@example.test`,
    emailVerified: true,
    name: `Person ${n}`,
    groups: [],
    ...given,
  };
};
const signIn = (who: Identity) => signInWithOidc({ db: t.db, requestId: "test-request" }, who);
const groupsOf = async (memberId: string) => {
  const rows = await t.db.groupMember.findMany({ where: { memberId }, include: { group: true } });
  return rows.map(({ group }) => group.name).sort();
};
const accessSerial = async () =>
  (await t.db.organization.findUniqueOrThrow({ where: { id: own.organization.id } })).accessSerial;

describe("a first sign-in", () => {
  test("makes a developer, never more", async () => {
    const member = await signIn(identity({ groups: ["admins", "owners"] }));
    expect(member).toMatchObject({ role: "developer", status: "active", organizationId: own.organization.id });
  });

  test("is found again by issuer and subject, even under another e-mail", async () => {
    const who = identity();
    const first = await signIn(who);
    expect((await signIn({ ...who, email: "renamed@example.test", emailVerified: false })).id).toBe(first.id);
  });

  test("works where the provider says nothing about verification, for someone who is new", async () => {
    await expect(signIn(identity({ emailVerified: undefined }))).resolves.toMatchObject({ role: "developer" });
  });

  test("is refused with an e-mail that the provider calls unverified, and without one", async () => {
    await expect(signIn(identity({ emailVerified: false }))).rejects.toMatchObject({ code: "email_not_verified" });
    await expect(signIn(identity({ email: null }))).rejects.toMatchObject({ code: "email_missing" });
    expect(await t.db.member.count()).toBe(4);
  });
});

describe("a member who is there already", () => {
  test("is linked by a verified e-mail and keeps the role", async () => {
    const owner = own.memberFor("owner");
    const who = identity({ email: owner.email });
    expect(await signIn(who)).toMatchObject({ id: owner.id, role: "owner", externalId: who.externalId });
  });

  test("is not taken over by an e-mail that is unverified or not said to be verified", async () => {
    const { email, id } = own.memberFor("owner");
    for (const emailVerified of [false, undefined])
      await expect(signIn(identity({ email, emailVerified }))).rejects.toMatchObject({ code: "email_not_verified" });
    expect((await t.db.member.findUniqueOrThrow({ where: { id } })).externalId).toBeNull();
  });

  test("is not moved to a second identity with the same e-mail", async () => {
    const who = identity();
    await signIn(who);
    await expect(signIn(identity({ email: who.email }))).rejects.toMatchObject({ code: "identity_mismatch" });
  });

  test("stays out when disabled, before and after linking", async () => {
    const who = identity();
    const { id } = await signIn(who);
    await t.db.member.update({ where: { id }, data: { status: "disabled" } });
    await expect(signIn(who)).rejects.toMatchObject({ code: "member_disabled" });
    const other = own.memberFor("security");
    await t.db.member.update({ where: { id: other.id }, data: { status: "disabled" } });
    await expect(signIn(identity({ email: other.email }))).rejects.toMatchObject({ code: "member_disabled" });
  });

  test("who was invited becomes active", async () => {
    const member = await own.member("admin");
    await t.db.member.update({ where: { id: member.id }, data: { status: "invited" } });
    expect(await signIn(identity({ email: member.email }))).toMatchObject({ status: "active", role: "admin" });
  });
});

describe("groups of the identity provider", () => {
  test("are made, joined and left as the claim says, and the data planes are told", async () => {
    const who = identity({ groups: ["platform", "security"] });
    const { id } = await signIn(who);
    expect(await groupsOf(id)).toEqual(["platform", "security"]);
    const before = await accessSerial();
    await signIn({ ...who, groups: ["platform", "payments"] });
    expect(await groupsOf(id)).toEqual(["payments", "platform"]);
    expect(await accessSerial()).toBe(before + 1);
  });

  test("that did not change change nothing", async () => {
    const who = identity({ groups: ["platform"] });
    await signIn(who);
    const before = await accessSerial();
    await signIn(who);
    expect(await accessSerial()).toBe(before);
  });

  test("that are unknown stay as they were", async () => {
    const who = identity({ groups: ["platform"] });
    const { id } = await signIn(who);
    await signIn({ ...who, groups: null });
    expect(await groupsOf(id)).toEqual(["platform"]);
  });

  test("never touch a group made here, even one of the same name", async () => {
    const local = await own.group("platform");
    const who = identity({ groups: ["platform"] });
    const { id } = await signIn(who);
    expect(await groupsOf(id)).toEqual([]);
    await t.db.groupMember.create({ data: { groupId: local.id, memberId: id } });
    await signIn({ ...who, groups: [] });
    expect(await groupsOf(id)).toEqual(["platform"]);
  });
});

test("nobody signs in before set-up", async () => {
  await t.db.organization.deleteMany();
  await expect(signIn(identity())).rejects.toMatchObject({ code: "not_set_up" });
});
