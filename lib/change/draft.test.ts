import { describe, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { EMPTY_POLICY } from "@/lib/policy/schemas";
import { addTrustEntry } from "./add-trust-entry";
import { checkTrustValue } from "./check-trust-value";
import { discardDraft } from "./discard-draft";
import { editDraft } from "./edit-draft";
import { getDraft } from "./get-draft";
import { removeTrustEntry } from "./remove-trust-entry";
import { restoreTrustEntry } from "./restore-trust-entry";
import { setRollout } from "./set-rollout";
import { denied, fields, missing, policyDatabase, TRUSTED } from "./testing";
import { updateTrustEntry } from "./update-trust-entry";

const t = policyDatabase();
describe("the draft", () => {
  test("of a new organization is the empty policy, and looking at it opens none", async () => {
    const { organization, ctxFor } = await t.organization();
    expect(await getDraft(ctxFor("security"))).toMatchObject({
      id: null,
      version: 0,
      baseRevision: 0,
      policy: EMPTY_POLICY,
    });
    expect(await t.db.changeRequest.count({ where: { organizationId: organization.id } })).toBe(0);
    expect(await t.actions(organization.id)).toEqual([]);
  });

  test("is opened by the first edit; opening and editing are in the trail", async () => {
    const { organization, ctxFor } = await t.organization();
    const { draft, entry } = await addTrustEntry(ctxFor("admin"), TRUSTED);
    expect(draft).toMatchObject({ number: 1, version: 1, authorName: "admin", hasChanges: true });
    expect(draft.policy.trust).toEqual([entry]);
    expect(await getDraft(ctxFor("owner"))).toEqual(draft);
    expect(await t.actions(organization.id)).toEqual(["change_request.create", "change_request.edit"]);
    const edit = await t.db.auditEntry.findFirst({
      where: { organizationId: organization.id, action: "change_request.edit" },
    });
    expect(edit?.after).toMatchObject({ version: 1, changes: ["Trusts domain *.corp.example.com: Internal services"] });
  });

  test("is one, however many people open it at once", async () => {
    const { organization, ctxFor } = await t.organization();
    const values = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.corp.example.com`);
    await Promise.all(values.map((value) => addTrustEntry(ctxFor("admin"), { ...TRUSTED, value })));
    const draft = await getDraft(ctxFor("admin"));
    expect(draft.version).toBe(6);
    expect(draft.policy.trust.map(({ value }) => value).sort()).toEqual(values);
    expect(await t.db.changeRequest.count({ where: { organizationId: organization.id } })).toBe(1);
  });

  test("keeps what another person wrote: an edit against an old version is refused", async () => {
    const { ctxFor } = await t.organization();
    const { draft } = await addTrustEntry(ctxFor("admin"), TRUSTED);
    await expect(editDraft(ctxFor("owner"), { version: 0, policy: EMPTY_POLICY })).rejects.toMatchObject({
      status: 409,
      code: "draft_changed",
    });
    expect(await getDraft(ctxFor("admin"))).toEqual(draft);
    expect(await editDraft(ctxFor("owner"), { version: 1, policy: EMPTY_POLICY })).toMatchObject({ version: 2 });
  });

  test("is not touched by an edit that changes nothing", async () => {
    const { organization, ctxFor } = await t.organization();
    await editDraft(ctxFor("admin"), { version: 0, policy: EMPTY_POLICY });
    expect(await t.actions(organization.id)).toEqual([]);
  });

  test("can be discarded, which is in the trail; discarding none is nothing", async () => {
    const { organization, ctxFor } = await t.organization();
    await discardDraft(ctxFor("admin"));
    await addTrustEntry(ctxFor("admin"), TRUSTED);
    await expect(discardDraft(ctxFor("admin"), { version: 7 })).rejects.toMatchObject({ code: "draft_changed" });
    await discardDraft(ctxFor("admin"), { version: 1 });
    expect(await getDraft(ctxFor("admin"))).toMatchObject({ id: null, version: 0, policy: EMPTY_POLICY });
    expect((await t.actions(organization.id)).at(-1)).toBe("change_request.cancel");
  });

  test("replaced whole is brought to normal form, or refused with each field", async () => {
    const { ctxFor, organization } = await t.organization();
    const entry = { ...TRUSTED, id: newId(), ownerId: null, expiresAt: null, addedAt: new Date().toISOString() };
    const policy = { ...EMPTY_POLICY, trust: [{ ...entry, value: "API.Corp.Example.com." }] };
    const bad = [
      { ...entry, value: "*.com" },
      { ...entry, ownerId: newId() },
    ];
    await expect(editDraft(ctxFor("admin"), { version: 0, policy: { ...policy, trust: bad } })).rejects.toEqual(
      fields("policy.trust.0.value", "policy.trust.1.id"),
    );
    expect(await t.actions(organization.id)).toEqual([]);
    const draft = await editDraft(ctxFor("admin"), { version: 0, policy });
    expect(draft.policy.trust[0]?.value).toBe("api.corp.example.com");
  });

  test("refuses what could not be stored or walked", async () => {
    const { ctxFor } = await t.organization();
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    for (const value of [deep, "a\0b", "\ud800"])
      await expect(
        editDraft(ctxFor("admin"), { version: 0, policy: { ...EMPTY_POLICY, settings: { value } } }),
      ).rejects.toThrow("Nested too deep, or holds characters");
    expect(await getDraft(ctxFor("admin"))).toMatchObject({ id: null });
  });
});

describe("the rollout", () => {
  const on = { autoMode: true, enforcement: "observe", startInAutoMode: true } as const;
  const off = { autoMode: false, enforcement: "observe", startInAutoMode: false } as const;

  test("keeps the order of groups that it is given", async () => {
    const { ctxFor, group } = await t.organization();
    const [one, two] = [await group("One"), await group("Two")];
    const groups = [
      { groupId: two.id, ...on },
      { groupId: one.id, ...off },
    ];
    const first = await setRollout(ctxFor("admin"), { groups, everyoneElse: off });
    expect(first.policy.rollout.groups).toEqual(groups);
    const second = await setRollout(ctxFor("admin"), { groups: groups.toReversed(), everyoneElse: off, version: 1 });
    expect(second.policy.rollout.groups).toEqual(groups.toReversed());
  });

  test("cannot start sessions in a mode that is off", async () => {
    const { ctxFor } = await t.organization();
    const draft = await setRollout(ctxFor("admin"), {
      groups: [],
      everyoneElse: { ...on, autoMode: false, enforcement: "second-opinion" },
    });
    expect(draft.policy.rollout.everyoneElse.startInAutoMode).toBe(false);
  });

  test("refuses groups of others and groups listed twice", async () => {
    const { ctxFor, group } = await t.organization();
    const theirs = await (await t.organization()).group("Theirs");
    const ours = await group("Ours");
    const groups = [ours, theirs, ours].map(({ id }) => ({ groupId: id, ...on }));
    await expect(setRollout(ctxFor("admin"), { groups, everyoneElse: off })).rejects.toEqual(
      fields("groups.1.groupId", "groups.2.groupId"),
    );
  });
});

test("security may read and check, nothing more; developers not even that", async () => {
  const { organization, ctxFor } = await t.organization();
  const { entry } = await addTrustEntry(ctxFor("admin"), TRUSTED);
  const before = await t.actions(organization.id);
  for (const role of ["security", "developer"] as const) {
    const ctx = ctxFor(role);
    await expect(addTrustEntry(ctx, { ...TRUSTED, value: "x.example.com" })).rejects.toEqual(denied);
    await expect(updateTrustEntry(ctx, entry.id, { reason: "x" })).rejects.toEqual(denied);
    await expect(removeTrustEntry(ctx, entry.id)).rejects.toEqual(denied);
    await expect(restoreTrustEntry(ctx, entry.id)).rejects.toEqual(denied);
    await expect(editDraft(ctx, { version: 1, policy: EMPTY_POLICY })).rejects.toEqual(denied);
    await expect(setRollout(ctx, EMPTY_POLICY.rollout)).rejects.toEqual(denied);
    await expect(discardDraft(ctx)).rejects.toEqual(denied);
  }
  await expect(getDraft(ctxFor("developer"))).rejects.toEqual(denied);
  await expect(checkTrustValue(ctxFor("developer"), TRUSTED)).rejects.toEqual(denied);
  expect(await t.actions(organization.id)).toEqual(before);
});

test("another organization's entries cannot be reached", async () => {
  const [ours, theirs] = [await t.organization(), await t.organization()];
  const { entry } = await addTrustEntry(theirs.ctxFor("admin"), TRUSTED);
  const admin = ours.ctxFor("admin");
  await expect(updateTrustEntry(admin, entry.id, { reason: "x" })).rejects.toEqual(missing);
  await expect(removeTrustEntry(admin, entry.id)).rejects.toEqual(missing);
  await expect(restoreTrustEntry(admin, entry.id)).rejects.toEqual(missing);
  expect((await getDraft(admin)).policy.trust).toEqual([]);
});
