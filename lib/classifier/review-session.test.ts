import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { newId } from "@/lib/db/id";
import { DEFAULT_CLASSIFIER_POLICY } from "@/lib/policy/classifier-policy";
import type { LlmClassifier } from "./llm";
import { SAID, testPending, testQuestion } from "./testing";
import { createTestLlm } from "./testing-llm";
import type { LlmQuestion } from "./types";

const POLICY = { ...DEFAULT_CLASSIFIER_POLICY.llm, maxRetries: 0 };
const patient = new AbortController().signal;

const { api, createLlm, close } = await createTestLlm();
afterAll(() => close());

let llm: LlmClassifier;
let organizationId: string;
beforeEach(() => {
  organizationId = newId();
  llm = createLlm();
});

const openCircuit = async () => {
  api.answerWith([{ error: { status: 529, type: "overloaded_error" } }]);
  for (let failures = 0; failures < 5; failures++) await llm.review(testPending({ organizationId }), POLICY, patient);
};

test("the session is read only where Claude will be asked", async () => {
  const load = vi.fn<() => Promise<LlmQuestion>>(async () => testQuestion({ organizationId }));
  const ask = (over: Partial<typeof POLICY> = {}) =>
    llm.review({ organizationId, load }, { ...POLICY, ...over }, patient);
  expect(await ask({ baseUrl: "https://elsewhere.example" })).toMatchObject({ cause: "not-configured" });
  expect(await ask({ dailySpendLimitUsd: 5 })).toMatchObject({ cause: "spend-limit" });
  await openCircuit();
  expect(await ask()).toMatchObject({ cause: "circuit-open" });
  expect(load).not.toHaveBeenCalled();
});

test("nor by those who wait in line while the circuit opens", async () => {
  const load = vi.fn<() => Promise<LlmQuestion>>(async () => testQuestion({ organizationId }));
  api.answerWith([{ error: { status: 529, type: "overloaded_error" } }]);
  const one = { ...POLICY, maxConcurrent: 2 };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => llm.review({ organizationId, load }, one, patient)),
  );
  expect(answers.filter((answer) => "cause" in answer && answer.cause === "circuit-open").length).toBeGreaterThan(0);
  expect(load.mock.calls.length).toBeLessThanOrEqual(6);
});

test("one that cannot be read is not asked about, and takes no trial of the circuit", async () => {
  await openCircuit();
  const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 6_000);
  const unread = { organizationId, load: async () => null };
  const answer = await llm.review(unread, POLICY, patient);
  expect(answer).toEqual({ verdict: "unavailable", cause: "history-unread", usage: null });
  api.answerWith([{ text: SAID.pass }]);
  expect(await llm.review(testPending({ organizationId }), POLICY, patient)).toMatchObject({ verdict: "allow" });
  clock.mockRestore();
});

test("one that takes too long to be read is given up with the question", async () => {
  const slow = { organizationId, load: () => new Promise<null>(() => {}) };
  expect(await llm.review(slow, { ...POLICY, timeoutMs: 500 }, patient)).toMatchObject({ cause: "timeout" });
  expect(llm.circuits()).toEqual([]);
});
