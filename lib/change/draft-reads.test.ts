import { describe, expect, test } from "vitest";
import { addTrustEntry } from "./add-trust-entry";
import { listOwnerChoices } from "./list-owner-choices";
import { removeTrustEntry } from "./remove-trust-entry";
import { summariseDraft } from "./summarise-draft";
import { denied, policyDatabase, TRUSTED } from "./testing";

const t = policyDatabase();

describe("summariseDraft", () => {
  test("counts what differs, and nothing once it is taken back", async () => {
    const { ctxFor } = await t.organization();
    expect(await summariseDraft(ctxFor("security"))).toEqual({ id: null, version: 0, baseRevision: 0, changeCount: 0 });
    const { entry } = await addTrustEntry(ctxFor("admin"), TRUSTED);
    expect(await summariseDraft(ctxFor("security"))).toMatchObject({ version: 1, changeCount: 1 });
    await removeTrustEntry(ctxFor("admin"), entry.id);
    expect(await summariseDraft(ctxFor("security"))).toMatchObject({ version: 2, changeCount: 0 });
  });

  test("is not for developers", async () => {
    const { ctxFor } = await t.organization();
    await expect(summariseDraft(ctxFor("developer"))).rejects.toMatchObject(denied);
  });
});

describe("listOwnerChoices", () => {
  test("offers those who work on policy and present owners, never another organization's people", async () => {
    const { ctxFor, member } = await t.organization();
    const other = await t.organization();
    const stranger = await other.member("admin");
    const security = await member("security");
    const developer = await member("developer");
    const former = await member("developer");
    const { entry } = await addTrustEntry(ctxFor("admin"), { ...TRUSTED, ownerId: former.id });
    const ids = (await listOwnerChoices(ctxFor("admin"), [entry])).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([security.id, former.id]));
    expect(ids).not.toContain(developer.id);
    expect(ids).not.toContain(stranger.id);
  });
});
