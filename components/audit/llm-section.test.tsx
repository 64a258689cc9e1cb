import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { LlmRecord } from "@/lib/audit/llm-record";
import { LlmSection } from "./llm-section";

const USAGE = {
  model: "claude-sonnet-5",
  promptVersion: "v1-abc",
  stages: 2,
  inputTokens: 100,
  cacheReadTokens: 9_600,
  cacheWriteTokens: 300,
  outputTokens: 85,
  costUsd: 0.004_321,
  latencyMs: 1_234,
} as const;

const text = (llm: LlmRecord | null) => renderToStaticMarkup(<LlmSection llm={llm} />).replaceAll(/<[^>]+>/g, " ");

test("a decision that did not need Claude shows nothing of it", () => {
  expect(text(null)).toBe("");
});

test("an answer shows its model, stages, tokens with the cached share, cost, time and prompts", () => {
  const shown = text({ verdict: "allow", cause: null, usage: USAGE });
  for (const part of ["allow it", "claude-sonnet-5", "2: judged in full", "10,000 in, of these 96% from the cache; 85 out", "$0.00432", "1.23 s", "v1-abc"])
    expect(shown).toContain(part);
}); // prettier-ignore

test("without prices the cost is not made up", () => {
  expect(text({ verdict: "block", cause: null, usage: { ...USAGE, costUsd: null } })).toContain("no prices set");
});

test("a question that was never sent shows why, and no figures", () => {
  const shown = text({ verdict: "unavailable", cause: "spend-limit", usage: null });
  expect(shown).toContain("limit for the day");
  expect(shown).not.toContain("Tokens");
});
