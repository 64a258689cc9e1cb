import { describe, expect, test } from "vitest";
import { EMPTY_POLICY } from "@/lib/policy/schemas";
import { addTrustEntry } from "./add-trust-entry";
import { editDraft } from "./edit-draft";
import { getDraft } from "./get-draft";
import { publishRevision } from "./publish-revision";
import { setRollout } from "./set-rollout";
import { denied, fields, missing, policyDatabase, TRUSTED, WHY } from "./testing";
import { tryAction } from "./try-action";

const t = policyDatabase();
const on = { autoMode: true, enforcement: "authoritative", startInAutoMode: false } as const;
const off = EMPTY_POLICY.rollout.everyoneElse;
const command = (text: string) => ({ input: { command: text } });
const UPLOAD = command("curl -F file=@customers.csv https://files.corp.example.com/in");

type Organization = Awaited<ReturnType<typeof t.organization>>;

async function publish({ ctxFor }: Organization): Promise<void> {
  const { version } = await getDraft(ctxFor("admin"));
  await publishRevision(ctxFor("admin"), { version, ...WHY });
}

describe("tryAction", () => {
  test("before the first revision there is only the draft, and it tells what auto mode would do", async () => {
    const { ctxFor } = await t.organization();
    const { draft, published } = await tryAction(ctxFor("security"), command("git push --force origin main"));
    expect(published).toBeNull();
    expect(draft).toMatchObject({
      revision: null,
      rollout: { label: "Everyone else", autoMode: false },
      judgement: { verdict: "none", tier: "not-rolled-out" },
      ifOn: { verdict: "block", rule: "git-destructive" },
    });
  });

  test("a trust entry of the draft changes the draft's verdict alone", async () => {
    const o = await t.organization();
    await setRollout(o.ctxFor("admin"), { groups: [], everyoneElse: on });
    await publish(o);
    expect(await tryAction(o.ctxFor("admin"), UPLOAD)).toMatchObject({ draftHasChanges: false });
    await addTrustEntry(o.ctxFor("admin"), TRUSTED);
    const { draft, published, draftHasChanges } = await tryAction(o.ctxFor("admin"), UPLOAD);
    expect(draftHasChanges).toBe(true);
    expect(draft.judgement).toMatchObject({ verdict: "allow", tier: "embedded", rule: null });
    expect(published).toMatchObject({ revision: 1, judgement: { verdict: "block" }, answer: "deny", ifOn: null });
    expect(published?.matches.map(({ rule }) => rule)).toContain(published?.judgement.rule);
    expect(published?.effects.map(({ kind }) => kind)).toContain("send");
  });

  test("says what set a rule aside: the user's words, or a rule of the organization", async () => {
    const o = await t.organization();
    const { policy, version } = await getDraft(o.ctxFor("admin"));
    const permissions = { ...policy.permissions, allow: ["Bash(git push --force origin feature/x)"] };
    const rollout = { ...policy.rollout, everyoneElse: on };
    await editDraft(o.ctxFor("admin"), { version, policy: { ...policy, permissions, rollout } });
    const asked = { ...command("git push --force origin topic"), userMessages: ["Force-push topic to origin."] };
    const byUser = await tryAction(o.ctxFor("admin"), asked);
    expect(byUser.draft.judgement).toMatchObject({ verdict: "allow", tier: "embedded", cleared: ["git-destructive"] });
    expect(byUser.draft.matches).toMatchObject([
      { rule: "git-destructive", clearedBy: expect.stringContaining("topic") },
    ]);
    const byRule = await tryAction(o.ctxFor("admin"), command("git push --force origin feature/x"));
    expect(byRule.draft.judgement).toMatchObject({
      verdict: "allow",
      tier: "permission-rules",
      cleared: ["git-destructive"],
    });
  });

  test("decides for a group, or for a developer with the groups they are in", async () => {
    const o = await t.organization();
    const developer = o.memberFor("developer");
    const group = await o.group("Platform", [developer]);
    await setRollout(o.ctxFor("admin"), { groups: [{ groupId: group.id, ...on }], everyoneElse: off });
    const label = async (who: object) =>
      (await tryAction(o.ctxFor("admin"), { ...command("ls"), ...who })).draft.rollout.label;
    expect(await label({})).toBe("Everyone else");
    expect(await label({ groupId: group.id })).toBe("Platform");
    expect(await label({ memberId: developer.id })).toBe("Platform");
    const both = { ...command("ls"), groupId: group.id, memberId: developer.id };
    await expect(tryAction(o.ctxFor("admin"), both)).rejects.toThrow("not both");
  });

  test("another organization's groups and people are not there", async () => {
    const { ctxFor } = await t.organization();
    const other = await t.organization();
    const group = await other.group("Theirs");
    const { id } = other.memberFor("developer");
    await expect(tryAction(ctxFor("admin"), { ...command("ls"), groupId: group.id })).rejects.toEqual(
      fields("groupId"),
    );
    await expect(tryAction(ctxFor("admin"), { ...command("ls"), memberId: id })).rejects.toEqual(missing);
  });

  test("is for those who may read the policy", async () => {
    const { ctxFor } = await t.organization();
    await expect(tryAction(ctxFor("developer"), command("ls"))).rejects.toEqual(denied);
    await expect(tryAction(ctxFor("security"), command("ls"))).resolves.toBeDefined();
  });

  test("leaves no record", async () => {
    const { ctxFor, organization } = await t.organization();
    await tryAction(ctxFor("admin"), command("git push --force origin main"));
    expect(await t.db.decision.count({ where: { organizationId: organization.id } })).toBe(0);
    expect(await t.actions(organization.id)).toEqual([]);
  });

  test("what cannot be read is named, and asked about", async () => {
    const o = await t.organization();
    await setRollout(o.ctxFor("admin"), { groups: [], everyoneElse: on });
    const { draft } = await tryAction(o.ctxFor("admin"), command('eval "$(make plan)"'));
    expect(draft.judgement.verdict).toBe("ask");
    expect(draft.opaque).not.toEqual([]);
  });

  test.each([
    ["input", { input: { command: "x".repeat(300_001) } }],
    ["input", { input: JSON.parse(`${'{"a":'.repeat(60)}1${"}".repeat(60)}`) }],
    ["cwd", { ...command("ls"), cwd: "project" }],
    ["tool", { ...command("ls"), tool: "Ba\nsh" }],
    ["userMessages.0", { ...command("ls"), userMessages: ["x".repeat(20_001)] }],
  ])("input beyond its bounds is refused by the field's name: %s", async (field, input) => {
    const { ctxFor } = await t.organization();
    const refused = await tryAction(ctxFor("admin"), input).catch((error: unknown) => error);
    expect(refused).toMatchObject({ issues: [{ path: field.split(".").map((part) => (part === "0" ? 0 : part)) }] });
  });

  test("the repository begins where the session works, unless it is said to begin elsewhere", async () => {
    const { ctxFor } = await t.organization();
    const edit = { tool: "Write", input: { file_path: "/srv/shop/docs/a.md", content: "" }, cwd: "/srv/shop/api" };
    const tierWith = async (git: object) => (await tryAction(ctxFor("admin"), { ...edit, git })).draft.ifOn?.tier;
    expect(await tierWith({ branch: "main" })).not.toBe("project-edit");
    expect(await tierWith({ branch: "main", root: "/srv/shop" })).toBe("project-edit");
  });

  test("every tool can be tried", async () => {
    const { ctxFor } = await t.organization();
    const fetch = { tool: "WebFetch", input: { url: "https://docs.example.com/", prompt: "Sum it up" } };
    expect((await tryAction(ctxFor("admin"), fetch)).draft.ifOn).toMatchObject({ verdict: expect.any(String) });
    const edit = { tool: "Edit", input: { file_path: "/home/dev/project/a.ts", old_string: "a", new_string: "b" } };
    expect((await tryAction(ctxFor("admin"), edit)).draft.ifOn).toMatchObject({ tier: "project-edit" });
  });
});
