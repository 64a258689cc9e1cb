import { describe, expect, test } from "vitest";
import { combine, needsLlm } from "./combine";
import { USER_BOUNDARY } from "./rule-names";
import { RULES } from "./rules/index";
import type { Judgement, Tier, Verdict } from "./types";

const SOFT = RULES.find(({ strength }) => strength === "soft")?.id ?? "";
const HARD = RULES.find(({ strength }) => strength === "hard")?.id ?? "";

const judged = (verdict: Verdict, rule: string | null = null, tier: Tier = "embedded"): Judgement => ({
  verdict,
  tier,
  rule,
  reason: "As the embedded classifier found.",
  evidence: [{ field: "command", start: 0, end: 4, note: "here" }],
  effects: [],
});

describe("when the LLM is asked", () => {
  const table: [string, Judgement, boolean, { undecided: boolean; always: boolean }][] = [
    ["what cannot be read through", judged("ask"), false, { undecided: true, always: true }],
    ["what a rule wants a person for", judged("ask", SOFT), false, { undecided: true, always: true }],
    ["a soft rule and a user who spoke", judged("block", SOFT), true, { undecided: true, always: true }],
    ["a soft rule and nobody's words", judged("block", SOFT), false, { undecided: false, always: true }],
    ["what is allowed", judged("allow"), true, { undecided: false, always: true }],
    ["a hard rule", judged("block", HARD), true, { undecided: false, always: false }],
    ["what the user forbade", judged("block", USER_BOUNDARY), true, { undecided: false, always: false }],
    ["a permission rule that asks", judged("ask", "Bash(*)", "permission-rules"), true, { undecided: false, always: false }],
    ["a permission rule that denies", judged("block", "Bash(x)", "permission-rules"), true, { undecided: false, always: false }],
    ["a safe tool", judged("allow", null, "safe-tool"), true, { undecided: false, always: false }],
    ["an edit inside the project", judged("allow", null, "project-edit"), true, { undecided: false, always: false }],
    ["no auto mode", judged("none", null, "not-rolled-out"), true, { undecided: false, always: false }],
    ["a fault of ours", judged("ask", null, "unavailable"), true, { undecided: false, always: false }],
  ]; // prettier-ignore
  test.each(table)("%s", (_what, judgement, userSpoke, expected) => {
    expect(needsLlm(judgement, "never", userSpoke)).toBe(false);
    expect(needsLlm(judgement, "undecided", userSpoke)).toBe(expected.undecided);
    expect(needsLlm(judgement, "always", userSpoke)).toBe(expected.always);
  });
});

describe("what both come to", () => {
  test("an allow clears a soft rule and doubt, and keeps the evidence", () => {
    for (const embedded of [judged("block", SOFT), judged("ask"), judged("ask", SOFT)])
      expect(combine(embedded, { verdict: "allow", reason: "Asked for." }, "ask")).toEqual({
        ...embedded,
        verdict: "allow",
        tier: "llm",
        rule: null,
        cleared: embedded.rule === null ? [] : [{ rule: SOFT, by: "llm" }],
        reason: "Asked for.",
      });
  });

  test("a block names its rule, or else the embedded classifier's, and keeps the evidence", () => {
    const opinion = { verdict: "block", rule: HARD, reason: "Sends secrets away." } as const;
    const both = combine(judged("ask"), opinion, "ask");
    expect(both).toMatchObject({ verdict: "block", tier: "llm", rule: HARD, evidence: [{ note: "here" }] });
    expect(both.reason).toMatch(/^\[[^\]]+\] Sends secrets away\.$/);
    expect(combine(judged("block", SOFT), { ...opinion, rule: null }, "ask").rule).toBe(SOFT);
    expect(combine(judged("ask"), { ...opinion, rule: null }, "ask")).toMatchObject({ rule: null, verdict: "block" });
  });

  test("what the user's words had cleared stays cleared by them where the LLM allows", () => {
    const byUser = { rule: "git-discard", by: "user" } as const;
    const opinion = { verdict: "allow", reason: "Fine." } as const;
    expect(combine({ ...judged("allow"), cleared: [byUser] }, opinion, "ask").cleared).toEqual([byUser]);
    const both = combine({ ...judged("block", SOFT), cleared: [byUser] }, opinion, "ask");
    expect(both.cleared).toEqual([byUser, { rule: SOFT, by: "llm" }]);
  });

  test("what the user's words had cleared is not set aside where the LLM blocks", () => {
    const opinion = { verdict: "block", rule: SOFT, reason: "They did not ask for this." } as const;
    const embedded = { ...judged("allow"), cleared: [{ rule: SOFT, by: "user" } as const] };
    expect(combine(embedded, opinion, "ask")).toMatchObject({ rule: SOFT, cleared: [] });
  });

  test("without an answer the policy decides on what was open, and never allows", () => {
    for (const whenUnavailable of ["ask", "block"] as const)
      for (const embedded of [judged("ask"), judged("ask", SOFT), judged("allow")]) {
        const both = combine(embedded, { verdict: "unavailable", cause: "overloaded" }, whenUnavailable);
        expect(both).toMatchObject({ verdict: whenUnavailable, tier: "unavailable", rule: null });
        expect(both.reason).toContain("overloaded");
      }
  });

  test("without an answer a block of the embedded classifier stays what it was", () => {
    const embedded = judged("block", SOFT);
    expect(combine(embedded, { verdict: "unavailable", cause: "timeout" }, "ask")).toBe(embedded);
  });
});
