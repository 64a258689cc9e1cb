import { describe, expect, test } from "vitest";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { audienceKeyOf } from "@/lib/policy/audience";
import { checksumOf } from "@/lib/policy/canonical";
import { DEFAULTS, EMPTY_POLICY } from "@/lib/policy/schemas";
import { addTrustEntry } from "./add-trust-entry";
import { editDraft } from "./edit-draft";
import { getDraft } from "./get-draft";
import { getRevision } from "./get-revision";
import { listRevisions } from "./list-revisions";
import { previewDocument } from "./preview-document";
import { publishRevision } from "./publish-revision";
import { reviewDraft } from "./review-draft";
import { setRollout } from "./set-rollout";
import { TRUSTED, policyDatabase, WHY } from "./testing";

const t = policyDatabase();
const off = { autoMode: false, enforcement: "observe", startInAutoMode: false } as const;
const on = { autoMode: true, enforcement: "second-opinion", startInAutoMode: true } as const;

const serials = async (id: string) =>
  t.db.organization.findUniqueOrThrow({ where: { id }, select: { policySerial: true, accessSerial: true } });

describe("publishing", () => {
  test("makes an immutable numbered revision, through review, and tells the data planes", async () => {
    const { organization, ctxFor, memberFor } = await t.organization();
    await addTrustEntry(ctxFor("admin"), TRUSTED);
    expect(await publishRevision(ctxFor("admin"), { version: 1, ...WHY })).toEqual({ number: 1 });
    expect(await serials(organization.id)).toEqual({ policySerial: 1, accessSerial: 0 });
    expect(await t.actions(organization.id)).toEqual([
      "change_request.create",
      "change_request.edit",
      "change_request.submit",
      "change_request.approve",
      "revision.publish",
    ]);
    const request = await t.db.changeRequest.findFirstOrThrow({
      where: { organizationId: organization.id },
      include: { approvals: true, revision: true },
    });
    expect(request).toMatchObject({ state: "published", closedAt: expect.any(Date), ...WHY });
    expect(request.approvals).toEqual([
      expect.objectContaining({ memberId: memberFor("admin").id, contentHash: request.contentHash, approved: true }),
    ]);
    for (const rewrite of [
      t.db.$executeRaw`UPDATE "Revision" SET "title" = 'Another' WHERE "organizationId" = ${organization.id}::uuid`,
      t.db.$executeRaw`DELETE FROM "Revision" WHERE "organizationId" = ${organization.id}::uuid`,
      t.db
        .$executeRaw`UPDATE "RevisionDocument" SET "checksum" = 'x' WHERE "revisionId" = ${request.revision?.id}::uuid`,
    ])
      await expect(rewrite).rejects.toThrow("immutable");
  });

  test("freezes the document of each audience, as the preview showed it", async () => {
    const { ctxFor, group, member } = await t.organization();
    const dana = await member("developer", "Dana");
    const [pilot, all] = [await group("Pilot", [dana]), await group("All", [dana])];
    await setRollout(ctxFor("admin"), { groups: [{ groupId: pilot.id, ...on }], everyoneElse: off });
    const shown = await previewDocument(ctxFor("security"), { source: "draft", memberId: dana.id });
    await publishRevision(ctxFor("admin"), { version: 1, ...WHY });
    const audienceKey = audienceKeyOf([all.id, pilot.id]);
    const stored = await t.db.revisionDocument.findMany({
      where: { audienceKey: { in: ["", audienceKey] } },
      include: { revision: true },
    });
    const mine = stored.filter(({ revision }) => revision.organizationId === ctxFor("admin").organization.id);
    expect(mine.map((row) => row.audienceKey).sort()).toEqual(["", audienceKey]);
    const document = mine.find((row) => row.audienceKey === audienceKey);
    expect(document?.checksum).toBe(shown.checksum);
    expect(checksumOf(document?.document)).toBe(shown.checksum);
    expect(shown.document).toEqual(document?.document);
    expect(shown.rollout).toMatchObject({ groupId: pilot.id, label: "Pilot", autoMode: true });
    expect(shown.originLabels[`rollout:${pilot.id}`]).toBe("Rollout: Pilot");
  });

  test("the first time needs no edit: clients have no policy until then", async () => {
    const { ctxFor } = await t.organization();
    expect(await reviewDraft(ctxFor("admin"))).toMatchObject({ canPublish: true, changes: [] });
    expect(await publishRevision(ctxFor("owner"), { version: 0, ...WHY })).toEqual({ number: 1 });
    expect(await getDraft(ctxFor("owner"))).toMatchObject({ id: null, version: 0, baseRevision: 1, hasChanges: false });
  });

  test("is refused when nothing has changed, and writes nothing", async () => {
    const { organization, ctxFor } = await t.organization();
    await publishRevision(ctxFor("admin"), { version: 0, ...WHY });
    const before = await t.actions(organization.id);
    await expect(publishRevision(ctxFor("admin"), { version: 0, ...WHY })).rejects.toMatchObject({
      code: "nothing_to_publish",
    });
    expect(await reviewDraft(ctxFor("admin"))).toMatchObject({ canPublish: false, blockers: [expect.any(String)] });
    expect(await t.actions(organization.id)).toEqual(before);
    expect(await serials(organization.id)).toMatchObject({ policySerial: 1 });
  });

  test("by several people at once: one wins, and numbers have no gaps", async () => {
    const { organization, ctxFor } = await t.organization();
    for (const round of [1, 2, 3]) {
      await addTrustEntry(ctxFor("admin"), { ...TRUSTED, value: `r${round}.corp.example.com` });
      const { version } = await getDraft(ctxFor("admin"));
      const attempts = await Promise.allSettled(
        (["admin", "owner", "admin", "owner"] as const).map((role) =>
          publishRevision(ctxFor(role), { version, ...WHY }),
        ),
      );
      expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const late = attempts.flatMap((attempt) => (attempt.status === "rejected" ? [attempt.reason] : []));
      expect(late).toEqual(Array(3).fill(expect.objectContaining({ status: 409, code: "draft_changed" })));
    }
    const { items } = await listRevisions(ctxFor("security"));
    expect(items.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(await serials(organization.id)).toMatchObject({ policySerial: 3 });
  });

  test("needs the version that was looked at, a title and a reason", async () => {
    const { ctxFor } = await t.organization();
    await addTrustEntry(ctxFor("admin"), TRUSTED);
    await expect(publishRevision(ctxFor("admin"), { version: 0, ...WHY })).rejects.toMatchObject({
      code: "draft_changed",
    });
    await expect(publishRevision(ctxFor("admin"), { version: 1, title: " ", reason: "" })).rejects.toThrow("Say");
    await expect(publishRevision(ctxFor("admin"), { version: 1, title: "a\0", reason: "b" })).rejects.toThrow("stored");
  });

  test("is refused while the draft has an error, which names its field", async () => {
    const { ctxFor } = await t.organization();
    const rules = { ...EMPTY_POLICY.rules, environment: [DEFAULTS, "Key AKIAABCDEFGHIJKLMNOP"] };
    await editDraft(ctxFor("admin"), { version: 0, policy: { ...EMPTY_POLICY, rules } });
    await expect(publishRevision(ctxFor("admin"), { version: 1, ...WHY })).rejects.toMatchObject({
      status: 422,
      code: "policy_has_errors",
      fields: [expect.objectContaining({ field: "rules.environment.1" })],
    });
  });

  test("is refused while the rollout names a group that is gone, which it names", async () => {
    const { organization, ctxFor, group } = await t.organization();
    const ghost = await group("Pilot");
    await setRollout(ctxFor("admin"), { groups: [{ groupId: ghost.id, ...on }], everyoneElse: off });
    await t.db.group.delete({ where: { id: ghost.id } });
    await recordAdminAction(ctxFor("admin"), {
      action: "group.delete",
      target: { type: "group", id: ghost.id, label: "Pilot" },
    });
    expect(await reviewDraft(ctxFor("admin"))).toMatchObject({
      canPublish: false,
      blockers: [expect.stringContaining("Pilot")],
    });
    await expect(publishRevision(ctxFor("admin"), { version: 1, ...WHY })).rejects.toMatchObject({
      status: 422,
      code: "rollout_group_missing",
      message: expect.stringContaining("Pilot"),
      fields: [{ field: "rollout.groups.0.groupId" }],
    });
    expect(await serials(organization.id)).toMatchObject({ policySerial: 0 });
  });

  test("is for admins and owners", async () => {
    const { ctxFor } = await t.organization();
    for (const role of ["security", "developer"] as const)
      await expect(publishRevision(ctxFor(role), { version: 0, ...WHY })).rejects.toMatchObject({ status: 403 });
  });
});

describe("a review", () => {
  test("says in words and as documents what changes, and for how many", async () => {
    const { ctxFor, group, member } = await t.organization();
    const people = [await member("developer", "Dana"), await member("developer", "Eli")];
    const pilot = await group("Pilot", people);
    await publishRevision(ctxFor("admin"), { version: 0, ...WHY });
    await setRollout(ctxFor("admin"), { groups: [{ groupId: pilot.id, ...on }], everyoneElse: off });
    const review = await reviewDraft(ctxFor("security"));
    expect(review).toMatchObject({ risk: "high", canPublish: true, affected: { members: 2, clients: 0 } });
    expect(review.changes.map(({ sentence }) => sentence)).toEqual([
      "Turns auto mode on for group Pilot: Gatehouse may block, sessions start in it.",
    ]);
    const [others, piloting] = review.audiences.toSorted((one, other) => one.label.localeCompare(other.label));
    expect(others).toMatchObject({ label: "Everyone else", members: 4, isChanged: false, diff: [] });
    expect(piloting).toMatchObject({ label: "Pilot", members: 2, isChanged: true });
    expect(piloting?.diff).toEqual(
      expect.arrayContaining([
        { kind: "removed", text: '    "disableAutoMode": "disable",' },
        { kind: "added", text: '    "defaultMode": "auto",' },
      ]),
    );
  });
});

describe("revisions", () => {
  test("of a new organization are none", async () => {
    const { ctxFor } = await t.organization();
    expect(await listRevisions(ctxFor("security"))).toEqual({ items: [], nextCursor: null });
    await expect(getRevision(ctxFor("security"), 1)).rejects.toMatchObject({ status: 404 });
    await expect(previewDocument(ctxFor("security"), { source: "published" })).rejects.toMatchObject({ status: 404 });
  });

  test("are listed newest first, a page at a time", async () => {
    const { ctxFor } = await t.organization();
    for (let number = 1; number <= 3; number++) {
      await addTrustEntry(ctxFor("admin"), { ...TRUSTED, value: `r${number}.corp.example.com` });
      await publishRevision(ctxFor("admin"), { version: 1, title: `Number ${number}`, reason: "Because" });
    }
    const first = await listRevisions(ctxFor("security"), { limit: 2 });
    expect(first.items.map(({ title }) => title)).toEqual(["Number 3", "Number 2"]);
    const second = await listRevisions(ctxFor("security"), { limit: 2, cursor: first.nextCursor ?? undefined });
    expect(second).toMatchObject({ items: [{ number: 1, publishedByName: "admin" }], nextCursor: null });
  });

  test("show what they changed and the documents they made", async () => {
    const { ctxFor } = await t.organization();
    await publishRevision(ctxFor("admin"), { version: 0, ...WHY });
    await addTrustEntry(ctxFor("admin"), TRUSTED);
    await publishRevision(ctxFor("admin"), { version: 1, ...WHY });
    const revision = await getRevision(ctxFor("security"), 2);
    expect(revision).toMatchObject({ isLatest: true, changeRequestNumber: 2, ...WHY });
    expect(revision.changes.map(({ kind, area }) => `${area} ${kind}`)).toEqual(["trust added"]);
    expect(revision.diff.some(({ kind, text }) => kind === "added" && text.includes("*.corp.example.com"))).toBe(true);
    expect(revision.documents).toEqual([
      { checksum: expect.stringMatching(/^sha256:/), audiences: [[]], document: expect.any(Object) },
    ]);
    expect(checksumOf(revision.documents[0]?.document)).toBe(revision.documents[0]?.checksum);
    expect(await getRevision(ctxFor("security"), 1)).toMatchObject({ isLatest: false });
  });

  test("and previews of another organization do not exist", async () => {
    const [ours, theirs] = [await t.organization(), await t.organization()];
    await publishRevision(theirs.ctxFor("admin"), { version: 0, ...WHY });
    const group = await theirs.group("Theirs");
    const security = ours.ctxFor("security");
    await expect(getRevision(security, 1)).rejects.toMatchObject({ status: 404 });
    await expect(previewDocument(security, { memberId: theirs.memberFor("developer").id })).rejects.toMatchObject({
      status: 404,
    });
    await expect(previewDocument(security, { groupIds: [group.id] })).rejects.toMatchObject({ status: 422 });
    expect(await listRevisions(security)).toMatchObject({ items: [] });
  });

  test("are for those who may read policy", async () => {
    const { ctxFor } = await t.organization();
    for (const read of [
      reviewDraft,
      listRevisions,
      (ctx: Parameters<typeof getDraft>[0]) => getRevision(ctx, 1),
      (ctx: Parameters<typeof getDraft>[0]) => previewDocument(ctx, {}),
    ])
      await expect(read(ctxFor("developer"))).rejects.toMatchObject({ status: 403 });
  });
});
