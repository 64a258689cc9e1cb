import { describe, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { addTrustEntry } from "./add-trust-entry";
import { checkTrustValue } from "./check-trust-value";
import { getDraft } from "./get-draft";
import { publishRevision } from "./publish-revision";
import { removeTrustEntry } from "./remove-trust-entry";
import { restoreTrustEntry } from "./restore-trust-entry";
import { fields, missing, policyDatabase, TRUSTED, WHY } from "./testing";
import { updateTrustEntry } from "./update-trust-entry";

const t = policyDatabase();

describe("a trusted entry", () => {
  test.each([
    ["*.com", "value"],
    ["https://corp.example.com/x", "value"],
  ])("%s is refused with its field, and nothing is written", async (value, field) => {
    const { organization, ctxFor } = await t.organization();
    await expect(addTrustEntry(ctxFor("admin"), { ...TRUSTED, value })).rejects.toEqual(fields(field));
    expect(await t.db.changeRequest.count({ where: { organizationId: organization.id } })).toBe(0);
    expect(await t.actions(organization.id)).toEqual([]);
  });

  test("needs a reason, an owner of the organization and an end to come", async () => {
    const { ctxFor } = await t.organization();
    const stranger = await t.organization();
    const admin = ctxFor("admin");
    await expect(addTrustEntry(admin, { ...TRUSTED, reason: " " })).rejects.toThrow("Required");
    await expect(addTrustEntry(admin, { ...TRUSTED, reason: "a\ud800" })).rejects.toEqual(fields("reason"));
    await expect(addTrustEntry(admin, { ...TRUSTED, ownerId: stranger.memberFor("owner").id })).rejects.toEqual(
      fields("ownerId"),
    );
    await expect(addTrustEntry(admin, { ...TRUSTED, expiresAt: "2020-01-01T00:00:00Z" })).rejects.toEqual(
      fields("expiresAt"),
    );
  });

  test("is kept in normal form, owned by whoever adds it, and not twice", async () => {
    const { ctxFor, memberFor } = await t.organization();
    const { entry } = await addTrustEntry(ctxFor("admin"), { ...TRUSTED, value: "API.corp.example.com" });
    expect(entry).toMatchObject({ value: "api.corp.example.com", ownerId: memberFor("admin").id, expiresAt: null });
    await expect(addTrustEntry(ctxFor("admin"), { ...TRUSTED, value: "api.corp.example.com." })).rejects.toEqual(
      fields("value"),
    );
  });

  test("points out what it covers", async () => {
    const { ctxFor } = await t.organization();
    const { entry: narrow } = await addTrustEntry(ctxFor("admin"), { ...TRUSTED, value: "api.corp.example.com" });
    const typed = await checkTrustValue(ctxFor("security"), { kind: "domain", value: "*.Corp.example.com" });
    expect(typed).toEqual({
      ok: true,
      value: "*.corp.example.com",
      issues: [expect.objectContaining({ kind: "shadows", entryId: narrow.id })],
    });
    const { issues, entry } = await addTrustEntry(ctxFor("admin"), TRUSTED);
    expect(issues).toEqual([expect.objectContaining({ kind: "shadowed", entryId: narrow.id, byEntryId: entry.id })]);
  });

  test("as typed gets its message before it is saved", async () => {
    const { ctxFor } = await t.organization();
    expect(await checkTrustValue(ctxFor("admin"), { kind: "bucket", value: "acme" })).toEqual({
      ok: false,
      message: expect.stringContaining("s3://"),
    });
  });

  test("changes only in the fields that are given", async () => {
    const { ctxFor } = await t.organization();
    const { entry } = await addTrustEntry(ctxFor("admin"), TRUSTED);
    const { entry: after, draft } = await updateTrustEntry(ctxFor("owner"), entry.id, {
      reason: "Builds",
      ownerId: null,
    });
    expect(after).toEqual({ ...entry, reason: "Builds", ownerId: null });
    expect(draft.version).toBe(2);
    await expect(updateTrustEntry(ctxFor("owner"), entry.id, { value: "*.net" })).rejects.toEqual(fields("value"));
    await expect(updateTrustEntry(ctxFor("owner"), newId(), { reason: "x" })).rejects.toEqual(missing);
  });

  test("that is removed can be brought back: a published one exactly, leaving nothing to publish", async () => {
    const { ctxFor } = await t.organization();
    const admin = ctxFor("admin");
    const { entry } = await addTrustEntry(admin, TRUSTED);
    await addTrustEntry(admin, { ...TRUSTED, value: "b.partner.example" });
    await publishRevision(admin, { version: 2, ...WHY });
    expect((await removeTrustEntry(admin, entry.id)).entry).toEqual(entry);
    await expect(removeTrustEntry(admin, entry.id)).rejects.toEqual(missing);
    expect((await getDraft(admin)).hasChanges).toBe(true);
    await restoreTrustEntry(admin, entry.id, { entry: { ...entry, value: "evil.example" } });
    expect((await getDraft(admin)).policy.trust[0]).toEqual(entry);
    expect((await getDraft(admin)).hasChanges).toBe(false);
    await expect(restoreTrustEntry(admin, entry.id)).rejects.toMatchObject({ code: "trust_entry_exists" });
  });

  test("that was never published is brought back as given, checked like a new one", async () => {
    const { ctxFor } = await t.organization();
    const admin = ctxFor("admin");
    const { entry } = await addTrustEntry(admin, TRUSTED);
    await removeTrustEntry(admin, entry.id);
    await expect(restoreTrustEntry(admin, entry.id)).rejects.toEqual(missing);
    await expect(restoreTrustEntry(admin, entry.id, { entry: { ...entry, value: "*.com" } })).rejects.toEqual(
      fields("value"),
    );
    expect((await restoreTrustEntry(admin, entry.id, { entry })).entry).toMatchObject({
      id: entry.id,
      value: entry.value,
    });
  });
});
