import { expect, test } from "vitest";
import { ClassifierPolicy, DEFAULT_CLASSIFIER_POLICY } from "@/lib/policy/classifier-policy";
import { inputOf, valuesOf } from "./classifier-values";

const FULL = ClassifierPolicy.parse({
  llm: {
    baseUrl: "https://llm.corp.example.com",
    dailyTokenLimit: 5_000,
    dailySpendLimitUsd: 12.5,
    prices: { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 },
  },
  probe: { llm: true },
});

test("what the form shows and leaves alone is sent as it was", () => {
  expect(inputOf(valuesOf(DEFAULT_CLASSIFIER_POLICY))).toEqual(DEFAULT_CLASSIFIER_POLICY);
  expect(inputOf(valuesOf(FULL))).toEqual(FULL);
});

test("an emptied limit is none, an emptied time limit is for the server to refuse", () => {
  const { llm } = inputOf({ ...valuesOf(FULL), dailyTokenLimit: " ", timeoutMs: "" });
  expect(llm).toMatchObject({ dailyTokenLimit: null, timeoutMs: null });
});

test("prices go together: one alone is sent beside the gaps, none is none", () => {
  const empty = { input: "", output: "", cacheRead: "", cacheWrite: "" };
  expect(inputOf({ ...valuesOf(FULL), ...empty }).llm.prices).toBeNull();
  expect(inputOf({ ...valuesOf(FULL), ...empty, input: "3" }).llm.prices).toEqual({
    input: 3,
    output: null,
    cacheRead: null,
    cacheWrite: null,
  });
});
