import { describe, expect, test } from "vitest";
import { describeChanges } from "./describe-changes";
import { EMPTY_POLICY, type GroupRollout, type PolicyContent } from "./schemas";
import { policyWith, rulesWith, trustEntry, uuid } from "./testing";

const names = { group: (id: string) => ({ [uuid(1)]: "Platform", [uuid(2)]: "Pilot" })[id] };
const said = (before: PolicyContent, after: PolicyContent) =>
  describeChanges(before, after, names).map(({ sentence, risk }) => `${risk}: ${sentence}`);

const rollout = (...groups: GroupRollout[]) => policyWith({ rollout: { ...EMPTY_POLICY.rollout, groups } });
const on = (groupId: string): GroupRollout => ({
  groupId,
  autoMode: true,
  enforcement: "second-opinion",
  startInAutoMode: false,
});

test("nothing is said of two policies that say the same", () => {
  expect(describeChanges(EMPTY_POLICY, structuredClone(EMPTY_POLICY))).toEqual([]);
});

describe("rollout", () => {
  test("turning auto mode on is a high risk, off a low one", () => {
    expect(said(EMPTY_POLICY, rollout(on(uuid(1))))).toEqual([
      "high: Turns auto mode on for group Platform: Gatehouse may block, sessions may enter it.",
    ]);
    expect(said(rollout(on(uuid(1))), rollout({ ...on(uuid(1)), autoMode: false }))).toEqual([
      "low: Turns auto mode off for group Platform.",
    ]);
  });

  test("enforcement and start are told apart", () => {
    const after = rollout({ ...on(uuid(1)), enforcement: "authoritative", startInAutoMode: true });
    expect(said(rollout(on(uuid(1))), after)).toEqual([
      "high: For group Platform, Gatehouse decides (before: Gatehouse may block).",
      "medium: Sessions of group Platform start in auto mode.",
    ]);
  });

  test("another order is a change of its own", () => {
    expect(said(rollout(on(uuid(1)), on(uuid(2))), rollout(on(uuid(2)), on(uuid(1))))).toEqual([
      "medium: The order of groups changes: for developers in several, the first listed decides.",
    ]);
  });

  test("a group that leaves falls to everyone else", () => {
    expect(said(rollout(on(uuid(1)), on(uuid(2))), rollout(on(uuid(1))))).toEqual([
      "medium: Takes group Pilot out of the rollout: what is set for their other groups or for everyone else applies (auto mode off).",
    ]);
  });
});

describe("trust", () => {
  const entry = trustEntry("domain", "api.corp.example.com");
  const broad = trustEntry("domain", "*.example.com");

  test("broad entries are a high risk", () => {
    expect(said(EMPTY_POLICY, policyWith({ trust: [entry, broad] }))).toEqual([
      "high: Trusts domain *.example.com: Ours",
      "medium: Trusts domain api.corp.example.com: Ours",
    ]);
  });

  test("each edited field has its sentence", () => {
    const after = {
      ...entry,
      value: "ci.corp.example.com",
      reason: "Builds",
      ownerId: uuid(5),
      expiresAt: "2026-12-01T00:00:00Z",
    };
    expect(said(policyWith({ trust: [entry] }), policyWith({ trust: [after] }))).toEqual([
      "medium: Trusts domain ci.corp.example.com in place of domain api.corp.example.com.",
      "low: Domain ci.corp.example.com is trusted until 2026-12-01.",
      "low: The reason for domain ci.corp.example.com is now: Builds",
      "low: Domain ci.corp.example.com has another owner.",
    ]);
  });

  test("what is removed points at its old place", () => {
    const [change] = describeChanges(policyWith({ trust: [broad, entry] }), policyWith({ trust: [broad] }));
    expect(change).toMatchObject({ kind: "removed", path: "/trust/1", entryId: entry.id, risk: "low" });
  });
});

test("loosening rules and permissions is a high risk, tightening a low one", () => {
  const before = policyWith({
    rules: rulesWith({ hardDeny: ["$defaults", "No ledger"] }),
    permissions: { deny: ["Bash(sudo *)"], ask: [], allow: [] },
  });
  const after = policyWith({
    rules: rulesWith({ hardDeny: [], softDeny: ["$defaults", "No deploys"] }),
    permissions: { deny: [], ask: ["Bash(git push *)"], allow: [] },
    settings: { model: "opus" },
  });
  expect(said(before, after)).toEqual([
    "high: Drops Claude Code's own hard deny entries.",
    "high: Removes the hard deny rule “No ledger”.",
    "high: Removes the permission rule “Bash(sudo *)” (deny).",
    "medium: Adds the setting “model”.",
    "low: Adds the soft deny rule “No deploys”.",
    "low: Adds the permission rule “Bash(git push *)” (ask).",
  ]);
});
