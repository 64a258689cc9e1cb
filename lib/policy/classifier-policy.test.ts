import { describe, expect, test } from "vitest";
import { classifierFindings } from "./classifier-findings";
import { ClassifierPolicy, DEFAULT_CLASSIFIER_POLICY } from "./classifier-policy";
import { describeChanges } from "./describe-changes";
import { EMPTY_POLICY, PolicyContent } from "./schemas";
import { policyWith } from "./testing";

type Llm = ClassifierPolicy["llm"];
const withLlm = (more: Partial<Llm>): ClassifierPolicy => ({
  ...DEFAULT_CLASSIFIER_POLICY,
  llm: { ...DEFAULT_CLASSIFIER_POLICY.llm, ...more },
});
const PRICES = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 };

test("a policy from before the LLM classifier has its defaults, and says the same as one that holds them", () => {
  const { classifier: _, ...older } = EMPTY_POLICY;
  expect(PolicyContent.parse(older)).toEqual(EMPTY_POLICY);
  expect(describeChanges(PolicyContent.parse(older), EMPTY_POLICY)).toEqual([]);
});

test.each([
  ["timeoutMs", 9_500, "A whole number from 500 to 9,000"],
  ["timeoutMs", null, "A whole number from 500 to 9,000"],
  ["maxRetries", 1.5, "A whole number from 0 to 5"],
  ["maxConcurrent", 0, "A whole number from 1 to 200"],
  ["dailySpendLimitUsd", -1, "More than 0"],
  ["model", "two words", "A model id, such as claude-sonnet-5"],
  ["baseUrl", "javascript:alert(1)", "An http or https address"],
])("%s %j is refused with what to write", (field, value, message) => {
  const result = ClassifierPolicy.safeParse({ llm: { [field]: value } });
  expect(result.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
    [`llm.${field}`, message],
  ]);
});

describe("what is worth knowing before publishing", () => {
  test("nothing about the defaults, nor about an LLM that is never asked", () => {
    expect(classifierFindings(DEFAULT_CLASSIFIER_POLICY)).toEqual([]);
    expect(classifierFindings(withLlm({ when: "never", dailySpendLimitUsd: 5, timeoutMs: 9_000 }))).toEqual([]);
  });

  test.each([
    [{ dailySpendLimitUsd: 5 }, "error llm-spend-without-prices /classifier/llm/prices"],
    [{ baseUrl: "http://llm.corp.example.com" }, "warning llm-clear-text /classifier/llm/baseUrl"],
    [{ timeoutMs: 9_000 }, "warning llm-timeout-late /classifier/llm/timeoutMs"],
    [{ timeoutMs: 1_000 }, "warning llm-timeout-early /classifier/llm/timeoutMs"],
    [{ when: "always" }, "info llm-always-costs /classifier/llm/when"],
    [{ whenUnavailable: "block" }, "info llm-unavailable-blocks /classifier/llm/whenUnavailable"],
  ] satisfies [Partial<Llm>, string][])("%j: %s", (more, expected) => {
    const found = classifierFindings(withLlm(more));
    expect(found.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual([expected]);
  });

  test.each([
    { dailySpendLimitUsd: 5, prices: PRICES },
    { baseUrl: "https://llm.corp.example.com" },
    { baseUrl: "http://127.0.0.1:8080" },
    { baseUrl: "http://[::1]:8080" },
  ])("nothing about %j", (more) => expect(classifierFindings(withLlm(more))).toEqual([]));

  test("asking about everything without a limit is said to have none", () => {
    expect(classifierFindings(withLlm({ when: "always" }))[0]?.message).toContain("No daily limit");
    expect(classifierFindings(withLlm({ when: "always", dailyTokenLimit: 1 }))[0]?.message).not.toContain("No daily");
  });
});

describe("in words", () => {
  const said = (before: Partial<Llm>, after: Partial<Llm>) =>
    describeChanges(policyWith({ classifier: withLlm(before) }), policyWith({ classifier: withLlm(after) })).map(
      ({ risk, sentence, area }) => `${area} ${risk}: ${sentence}`,
    );

  test("asking less, and asking at all, is the greater risk", () => {
    expect(said({ when: "undecided" }, { when: "always" })).toEqual([
      "classifier low: Claude is asked about every tier 3 action that no hard rule stopped.",
    ]);
    expect(said({ when: "undecided" }, { when: "never" })).toEqual([
      "classifier low: Claude is never asked: the embedded classifier decides alone.",
    ]);
    expect(said({ when: "always" }, { when: "never" })[0]).toContain("medium");
    expect(said({ when: "never" }, { when: "undecided" })[0]).toContain("medium");
  });

  test("each field has its sentence", () => {
    const after: Partial<Llm> = {
      model: "claude-sonnet-4-6",
      baseUrl: "https://llm.corp.example.com",
      timeoutMs: 5_000,
      maxRetries: 2,
      maxConcurrent: 32,
      dailyTokenLimit: 2_000_000,
      dailySpendLimitUsd: 50,
      prices: PRICES,
      whenUnavailable: "block",
    };
    expect(said({}, after)).toEqual([
      "classifier medium: Asks claude-sonnet-4-6 in place of claude-sonnet-5.",
      "classifier medium: Asks Claude at https://llm.corp.example.com in place of the installation's own address.",
      "classifier low: Waits at most 5 s for Claude (before: 8 s).",
      "classifier low: Repeats a failed request to Claude up to 2 times (before: 1).",
      "classifier low: Asks Claude at most 32 things at a time (before: 16).",
      "classifier low: Stops asking Claude after 2,000,000 tokens a day.",
      "classifier low: Stops asking Claude after $50 a day.",
      "classifier low: A million tokens cost $3 in, $15 out, $0.3 read from the cache and $3.75 written to it.",
      "classifier low: When Claude cannot be asked, the action is blocked.",
    ]);
    expect(said({ dailyTokenLimit: 5_000 }, {})).toEqual([
      "classifier medium: No longer stops asking Claude after 5,000 tokens a day.",
    ]);
    expect(said({ dailySpendLimitUsd: 5 }, { dailySpendLimitUsd: 6 })).toEqual([
      "classifier low: Stops asking Claude after $6 a day (before: $5).",
    ]);
  });

  test("the probe's LLM, too", () => {
    const probing = policyWith({ classifier: { ...DEFAULT_CLASSIFIER_POLICY, probe: { llm: true } } });
    expect(describeChanges(EMPTY_POLICY, probing)).toMatchObject([{ path: "/classifier/probe/llm", risk: "low" }]);
  });
});
