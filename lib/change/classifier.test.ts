import { beforeAll, describe, expect, test, vi } from "vitest";
import { newId } from "@/lib/db/id";
import { EMPTY_POLICY } from "@/lib/policy/schemas";
import { addTrustEntry } from "./add-trust-entry";
import { asInput, contentHashOf } from "./draft-store";
import { editDraft } from "./edit-draft";
import { getDraft } from "./get-draft";
import { publishRevision } from "./publish-revision";
import { removeTrustEntry } from "./remove-trust-entry";
import { reviewDraft } from "./review-draft";
import { setClassifier } from "./set-classifier";
import { summariseDraft } from "./summarise-draft";
import { denied, fields, policyDatabase, TRUSTED, WHY } from "./testing";

const t = policyDatabase();
beforeAll(() => {
  vi.stubEnv("CLASSIFIER_BASE_URL", "https://api.example.test/");
  vi.stubEnv("CLASSIFIER_BASE_URLS", "https://llm.corp.example.test/v2/, https://api.example.test");
});

describe("the classifier of the draft", () => {
  test("starts with defaults, and setting them again opens no draft", async () => {
    const { organization, ctxFor } = await t.organization();
    const draft = await setClassifier(ctxFor("admin"), { llm: {}, version: 0 });
    expect(draft).toMatchObject({ id: null, policy: { classifier: EMPTY_POLICY.classifier } });
    expect(await t.actions(organization.id)).toEqual([]);
  });

  test("is set with its sentence in the trail, beside what else the draft holds", async () => {
    const { organization, ctxFor } = await t.organization();
    await addTrustEntry(ctxFor("admin"), TRUSTED);
    const draft = await setClassifier(ctxFor("owner"), { llm: { when: "always", model: "claude-sonnet-4-6" } });
    expect(draft).toMatchObject({ version: 2, policy: { classifier: { llm: { when: "always", timeoutMs: 8_000 } } } });
    expect(draft.policy.trust).toHaveLength(1);
    const [edit] = await t.db.auditEntry.findMany({
      where: { organizationId: organization.id, action: "change_request.edit" },
      orderBy: { id: "desc" },
    });
    expect(edit?.after).toMatchObject({
      changes: [
        "Asks claude-sonnet-4-6 in place of claude-sonnet-5.",
        "Claude is asked about every tier 3 action that no hard rule stopped.",
      ],
    });
  });

  test("shows in the review in words and as JSON, although no client's document holds it", async () => {
    const { ctxFor } = await t.organization();
    await publishRevision(ctxFor("admin"), { version: 0, ...WHY });
    await setClassifier(ctxFor("admin"), { llm: { when: "always" } });
    const { affected, changes, diff } = await reviewDraft(ctxFor("security"));
    expect(changes.map(({ area }) => area)).toEqual(["classifier"]);
    expect(affected).toEqual({ members: 0, clients: 0 });
    expect(diff.filter(({ kind }) => kind === "added").map(({ text }) => text.trim())).toEqual(['"when": "always",']);
  });

  test("leaves the probe as it is, unless that is set, too", async () => {
    const { ctxFor } = await t.organization();
    const probing = { ...EMPTY_POLICY.classifier, probe: { llm: true } };
    await editDraft(ctxFor("admin"), { version: 0, policy: { ...EMPTY_POLICY, classifier: probing } });
    const { policy } = await setClassifier(ctxFor("admin"), { llm: { when: "never" } });
    expect(policy.classifier.probe.llm).toBe(true);
    const off = await setClassifier(ctxFor("admin"), { llm: { when: "never" }, probe: { llm: false } });
    expect(off.policy.classifier).toMatchObject({ llm: { when: "never" }, probe: { llm: false } });
  });

  test("refuses each field at fault, and an edit against an old version", async () => {
    const { ctxFor } = await t.organization();
    const prices = { input: -1, output: 15, cacheRead: 0.3, cacheWrite: 3.75 };
    await expect(setClassifier(ctxFor("admin"), { llm: { timeoutMs: 100, prices } })).rejects.toMatchObject({
      issues: [{ path: ["llm", "timeoutMs"] }, { path: ["llm", "prices", "input"], message: "More than 0" }],
    });
    await setClassifier(ctxFor("admin"), { llm: { when: "never" } });
    await expect(setClassifier(ctxFor("admin"), { llm: {}, version: 0 })).rejects.toMatchObject({
      code: "draft_changed",
    });
  });

  test("names only addresses that the operator listed: requests carry the installation's key", async () => {
    const { ctxFor } = await t.organization();
    const at = (baseUrl: string) => setClassifier(ctxFor("admin"), { llm: { baseUrl } });
    await expect(at("https://evil.example/v1")).rejects.toEqual(fields("llm.baseUrl"));
    await expect(at("https://llm.corp.example.test.evil.example/v2")).rejects.toEqual(fields("llm.baseUrl"));
    const evil = {
      ...EMPTY_POLICY.classifier,
      llm: { ...EMPTY_POLICY.classifier.llm, baseUrl: "https://evil.example" },
    };
    await expect(
      editDraft(ctxFor("admin"), { version: 0, policy: { ...EMPTY_POLICY, classifier: evil } }),
    ).rejects.toEqual(fields("policy.classifier.llm.baseUrl"));
    expect((await at("HTTPS://LLM.corp.example.test/v2")).policy.classifier.llm.baseUrl).toBe(
      "https://llm.corp.example.test/v2",
    );
    expect((await at("https://api.example.test")).policy.classifier.llm.baseUrl).toBeNull();
  });

  test("with a spend limit and no prices cannot be published", async () => {
    const { ctxFor } = await t.organization();
    await setClassifier(ctxFor("admin"), { llm: { dailySpendLimitUsd: 20 } });
    await expect(publishRevision(ctxFor("admin"), { version: 1, ...WHY })).rejects.toMatchObject({
      code: "policy_has_errors",
      fields: [{ field: "classifier.llm.prices" }],
    });
  });

  test("is read by security and changed by admins, in their own organization only", async () => {
    const [ours, theirs] = [await t.organization(), await t.organization()];
    for (const role of ["security", "developer"] as const)
      await expect(setClassifier(ours.ctxFor(role), { llm: { when: "never" } })).rejects.toEqual(denied);
    await setClassifier(ours.ctxFor("admin"), { llm: { when: "never" } });
    expect((await getDraft(ours.ctxFor("security"))).policy.classifier.llm.when).toBe("never");
    expect((await getDraft(theirs.ctxFor("admin"))).policy.classifier.llm.when).toBe("undecided");
  });
});

test("a revision from before the LLM classifier says the same as it did: nothing to publish, nothing in the trail", async () => {
  const { organization, ctxFor, memberFor } = await t.organization();
  const { classifier: _, ...older } = EMPTY_POLICY;
  const stored = {
    organizationId: organization.id,
    policy: asInput(older),
    contentHash: contentHashOf(older as never),
  };
  const request = await t.db.changeRequest.create({
    data: { id: newId(), ...stored, number: 1, state: "published", version: 1, baseRevisionNumber: 0 },
  });
  await t.db.revision.create({
    data: { id: newId(), ...stored, ...WHY, number: 1, changeRequestId: request.id, publishedById: memberFor("owner").id, publishedByName: "owner" },
  }); // prettier-ignore
  const admin = ctxFor("admin");
  expect(await getDraft(admin)).toMatchObject({ hasChanges: false, policy: EMPTY_POLICY });
  await editDraft(admin, { version: 0, policy: EMPTY_POLICY });
  expect(await t.actions(organization.id)).toEqual([]);
  const { entry } = await addTrustEntry(admin, TRUSTED);
  await removeTrustEntry(admin, entry.id);
  expect(await getDraft(admin)).toMatchObject({ hasChanges: false, version: 2 });
  expect(await summariseDraft(admin)).toMatchObject({ changeCount: 0 });
});
