import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { discardDraft } from "@/lib/change/discard-draft";
import { setRollout } from "@/lib/change/set-rollout";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { EMPTY_POLICY } from "@/lib/policy/schemas";
import { createGroup, deleteGroup, renameGroup } from "./change-group";
import { listGroupMembers } from "./list-group-members";
import { listGroups } from "./list-groups";
import { setGroupMembers } from "./set-group-members";

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

const idpGroup = () =>
  t.db.group.create({ data: { id: newId(), organizationId: own.organization.id, name: "from-idp", source: "idp" } });

async function publish(groupId: string, changeRequest = 1) {
  const organizationId = own.organization.id;
  const rollout = {
    ...EMPTY_POLICY.rollout,
    groups: [{ groupId, autoMode: true, enforcement: "observe" as const, startInAutoMode: false }],
  };
  const base = { organizationId, number: 1, policy: { ...EMPTY_POLICY, rollout }, contentHash: "x" };
  const request = await t.db.changeRequest.create({
    data: { id: newId(), ...base, number: changeRequest, state: "published", baseRevisionNumber: 0 },
  });
  const about = { title: "First", reason: "", publishedByName: "Ada" };
  await t.db.revision.create({ data: { id: newId(), ...base, ...about, changeRequestId: request.id } });
}

describe("who may do it", () => {
  test("a security reviewer reads groups and changes none", async () => {
    const ctx = own.ctxFor("security");
    const group = await own.group("platform");
    expect((await listGroups(ctx)).items).toMatchObject([{ name: "platform", members: 0 }]);
    const refusal = { status: 403 };
    await expect(createGroup(ctx, { name: "x" })).rejects.toMatchObject(refusal);
    await expect(renameGroup(ctx, group.id, { name: "x" })).rejects.toMatchObject(refusal);
    await expect(setGroupMembers(ctx, group.id, { memberIds: [] })).rejects.toMatchObject(refusal);
    await expect(deleteGroup(ctx, group.id)).rejects.toMatchObject(refusal);
    await expect(listGroups(own.ctxFor("developer"))).rejects.toMatchObject(refusal);
  });

  test("another organization's groups are not found, and its people cannot be put in ours", async () => {
    const ctx = own.ctxFor("owner");
    const theirs = await other.group("theirs");
    const attempts = [
      () => renameGroup(ctx, theirs.id, { name: "x" }),
      () => setGroupMembers(ctx, theirs.id, { memberIds: [] }),
      () => deleteGroup(ctx, theirs.id),
      () => listGroupMembers(ctx, theirs.id),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ status: 404 });
    const ours = await own.group("ours");
    const memberIds = [own.memberFor("developer").id, other.memberFor("developer").id];
    await expect(setGroupMembers(ctx, ours.id, { memberIds })).rejects.toMatchObject({
      status: 422,
      fields: [{ field: "memberIds.1" }],
    });
    expect((await listGroupMembers(ctx, ours.id)).memberIds).toEqual([]);
  });
});

describe("a group", () => {
  test("has a name of its own, in any case", async () => {
    const ctx = own.ctxFor("admin");
    await other.group("platform");
    const { id } = await createGroup(ctx, { name: " platform " });
    await expect(createGroup(ctx, { name: "Platform" })).rejects.toMatchObject({ code: "group_name_taken" });
    await createGroup(ctx, { name: "team-a" });
    await expect(createGroup(ctx, { name: "team_a" })).resolves.toBeDefined();
    await expect(renameGroup(ctx, id, { name: "PLATFORM" })).resolves.toMatchObject({ name: "PLATFORM" });
  });

  test("gets exactly the members that are named, and the data planes are told", async () => {
    const ctx = own.ctxFor("admin");
    const [first, second] = [own.memberFor("developer"), own.memberFor("security")];
    const group = await own.group("platform", [first]);
    await setGroupMembers(ctx, group.id, { memberIds: [second.id, second.id] });
    expect((await listGroupMembers(ctx, group.id)).memberIds).toEqual([second.id]);
    const organization = await t.db.organization.findUniqueOrThrow({ where: { id: own.organization.id } });
    expect(organization.accessSerial).toBe(1);
    expect(await t.db.auditEntry.findFirst({ where: { action: "group.update", targetId: group.id } })).toMatchObject({
      before: { members: ["developer"] },
      after: { members: ["security"] },
    });
  });

  test("of the identity provider keeps its name and its members", async () => {
    const ctx = own.ctxFor("owner");
    const { id } = await idpGroup();
    const refusal = { status: 409, code: "group_managed" };
    await expect(renameGroup(ctx, id, { name: "mine" })).rejects.toMatchObject(refusal);
    await expect(setGroupMembers(ctx, id, { memberIds: [] })).rejects.toMatchObject(refusal);
    await expect(deleteGroup(ctx, id)).resolves.toBeUndefined();
  });

  test("that the published policy names is not deleted", async () => {
    const group = await own.group("platform", [own.memberFor("developer")]);
    await publish(group.id);
    await expect(deleteGroup(own.ctxFor("owner"), group.id)).rejects.toMatchObject({
      code: "group_in_policy",
      message: expect.stringContaining("in revision 1, which is in force"),
    });
    expect((await listGroups(own.ctxFor("owner"))).items).toHaveLength(1);
  });

  test("that the open draft names is not deleted, and the refusal says where it is", async () => {
    const ctx = own.ctxFor("owner");
    const group = await own.group("platform");
    const groups = [{ groupId: group.id, autoMode: true, enforcement: "observe" as const, startInAutoMode: false }];
    await setRollout(ctx, { groups, everyoneElse: EMPTY_POLICY.rollout.everyoneElse });
    await expect(deleteGroup(ctx, group.id)).rejects.toMatchObject({
      status: 409,
      code: "group_in_policy",
      message: expect.stringContaining("in draft #1"),
    });
    await publish(group.id, 2);
    await expect(deleteGroup(ctx, group.id)).rejects.toMatchObject({
      message: expect.stringMatching(/in revision 1, which is in force, and in draft #1/),
    });
    await discardDraft(ctx, {});
    await setRollout(ctx, { groups: [], everyoneElse: EMPTY_POLICY.rollout.everyoneElse });
    await expect(deleteGroup(ctx, group.id)).rejects.toMatchObject({
      message: expect.not.stringContaining("draft #"),
    });
  });
});
