import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { newId } from "@/lib/db/id";
import { DEFAULT_CLASSIFIER_POLICY } from "@/lib/policy/classifier-policy";
import type { LlmClassifier } from "./llm";
import { PROMPT_VERSION } from "./prompts/system";
import { SAID, testPending, testQuestion } from "./testing";
import { createTestLlm } from "./testing-llm";
import type { Reply } from "./testing-messages-api";
import { cachedPrefixes, promptText } from "./testing-messages-wire";
import type { LlmAnswer } from "./types";

const POLICY = DEFAULT_CLASSIFIER_POLICY.llm;
const PRICES = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 };
const logger = { info: vi.fn<() => void>(), warn: vi.fn<(details: object, message: string) => void>() };

const { t, api, createLlm, close } = await createTestLlm(logger);
afterAll(() => close());

let llm: LlmClassifier;
let organizationId: string;
beforeEach(() => {
  api.requests.splice(0);
  organizationId = newId();
  llm = createLlm();
});

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const patient = new AbortController().signal;
const review = (replies?: readonly Reply[], over: Partial<typeof POLICY> = {}, question = {}): Promise<LlmAnswer> => {
  if (replies) api.answerWith(replies);
  return llm.review(testPending({ organizationId, ...question }), { ...POLICY, maxRetries: 0, ...over }, patient);
};
const FLAG = { text: SAID.flag };
const BLOCK = { text: SAID.block("git-destructive", "It would rewrite main.") };
const OVERLOADED: Reply = { error: { status: 529, type: "overloaded_error" } };

describe("the two stages", () => {
  test("what the first lets pass is allowed after one short answer", async () => {
    const answer = await review([{ text: SAID.pass }]);
    expect(answer).toMatchObject({ verdict: "allow", usage: { stages: 1, model: "claude-sonnet-5" } });
    expect(api.requests).toHaveLength(1);
    expect(api.requests[0]?.body.max_tokens).toBeLessThanOrEqual(64);
  });

  test("what it flags is judged in full, and that answer counts", async () => {
    expect(await review([FLAG, { text: SAID.allow("The user asked for it.") }])).toMatchObject({
      verdict: "allow",
      reason: "The user asked for it.",
      usage: { stages: 2 },
    });
    expect(await review([FLAG, BLOCK])).toMatchObject({
      verdict: "block",
      rule: "git-destructive",
      reason: "It would rewrite main.",
      usage: { stages: 2, promptVersion: PROMPT_VERSION },
    });
  });

  test("an answer that cannot be read escalates in the first stage and blocks in the second", async () => {
    const answer = await review([{ text: "I think it is fine." }, { text: "Sure, go ahead!" }]);
    expect(answer).toMatchObject({ verdict: "block", rule: null, usage: { stages: 2 } });
    expect(api.requests).toHaveLength(2);
  });

  test("one that was cut off behind the word that lets pass escalates", async () => {
    const cutOff = { text: `${SAID.pass}${" ".repeat(200)} would be wrong` };
    expect(await review([cutOff, BLOCK])).toMatchObject({ verdict: "block", usage: { stages: 2 } });
  });

  test("a rule that nobody knows is dropped, and the block stands", async () => {
    const answer = await review([FLAG, { text: SAID.block("no-such-rule", "It is bad.") }]);
    expect(answer).toMatchObject({ verdict: "block", rule: null });
  });

  test("both send the same prefix byte for byte, so the second reads it from the cache", async () => {
    const answer = await review([FLAG, BLOCK], { model: "a-model-with-a-cold-cache" });
    const [quick, full] = api.requests.map(({ body }) => body);
    if (!quick || !full) throw new Error("two requests expected");
    expect(cachedPrefixes(full)).toEqual(cachedPrefixes(quick));
    expect(full.system).toEqual(quick.system);
    expect(answer.usage?.cacheReadTokens).toBe(answer.usage?.cacheWriteTokens);
    expect((cachedPrefixes(full).at(-1)?.length ?? 0) / promptText(full).length).toBeGreaterThan(0.95);
  });
});

describe("no verdict is `unavailable`, never an allow", () => {
  const cases: [string, Reply[], string, 1 | 2][] = [
    ["a refusal of the first", [{ refusal: true }], "refused", 1],
    ["a refusal of the second", [FLAG, { refusal: true }], "refused", 2],
    ["a second answer that was cut off", [FLAG, { text: `<reasoning>${"x ".repeat(20_000)}` }], "cut-off", 2],
    ["an overloaded API", [OVERLOADED], "overloaded", 1],
    ["an error after the first flagged", [FLAG, OVERLOADED], "overloaded", 2],
    ["a broken connection", [{ cutOff: SAID.pass }], "connection", 1],
    ["a second answer that breaks off", [FLAG, { cutOff: SAID.allow("Fine.") }], "connection", 2],
    ["a key that is not accepted", [{ error: { status: 401, type: "authentication_error" } }], "unauthorized", 1],
    ["something else than the API", [{ garbage: "<html>" }], "server-error", 1],
  ];
  test.each(cases)("%s", async (_what, replies, cause, stages) => {
    expect(await review(replies)).toMatchObject({ verdict: "unavailable", cause, usage: { stages } });
  });

  test("an API that never answers, within the policy's time", async () => {
    const startedAtMs = performance.now();
    expect(await review([{ silence: true }], { timeoutMs: 500 })).toMatchObject({ cause: "timeout" });
    expect(performance.now() - startedAtMs).toBeLessThan(3_000);
  });

  test("time counts for both stages and all retries together", async () => {
    const slow = { text: SAID.flag, delayMs: 350 };
    const startedAtMs = performance.now();
    expect(await review([slow, slow], { timeoutMs: 500, maxRetries: 5 })).toMatchObject({ cause: "timeout" });
    expect(performance.now() - startedAtMs).toBeLessThan(3_000);
  });

  test("the time is up also where garbage was collected meanwhile", async () => {
    const answer = review([{ silence: true }], { timeoutMs: 500 });
    const collecting = setInterval(collectGarbage, 40);
    expect(await Promise.race([answer, sleep(4_000)])).toMatchObject({ cause: "timeout" });
    clearInterval(collecting);
  });

  test("and where the day's sums cannot be read in time", async () => {
    const pool = { query: () => new Promise(() => {}) } as unknown as typeof t.pool;
    const slow = createLlm(pool);
    const limited = { ...POLICY, timeoutMs: 500, dailyTokenLimit: 1_000 };
    const answer = slow.review(testPending({ organizationId }), limited, patient);
    expect(await Promise.race([answer, sleep(4_000)])).toMatchObject({ cause: "timeout", usage: null });
  });

  test("an address that the operator did not list is not asked", async () => {
    expect(await review([], { baseUrl: "https://elsewhere.example" })).toEqual({
      verdict: "unavailable",
      cause: "not-configured",
      usage: null,
    });
  });

  test("an action too long to be shown whole is not asked about", async () => {
    const action = { ...testQuestion().action, input: { command: "x".repeat(300_000) } };
    expect(await review([], {}, { action })).toMatchObject({ cause: "input-too-long", usage: null });
  });
});

test("tokens and cost of both stages are told and added to the day", async () => {
  const { usage } = await review([FLAG, BLOCK], { prices: PRICES });
  if (!usage) throw new Error("no usage");
  expect(usage.cacheReadTokens).toBeGreaterThan(1_000);
  const expected =
    (usage.inputTokens * 3 + usage.outputTokens * 15 + usage.cacheReadTokens * 0.3 + usage.cacheWriteTokens * 3.75) / 1e6;
  expect(usage.costUsd).toBeCloseTo(expected, 10);
  expect((await review([FLAG, BLOCK])).usage?.costUsd).toBeNull();
  await llm.close();
  const day = await t.db.llmSpend.findFirstOrThrow({ where: { organizationId } });
  expect(Number(day.requests)).toBe(4);
  expect(Number(day.costUsd)).toBeCloseTo(expected, 8);
}); // prettier-ignore

test("no question is asked once the day's limit is reached, by whichever process", async () => {
  expect(await review([{ text: SAID.pass }], { dailyTokenLimit: 100 })).toMatchObject({ verdict: "allow" });
  expect(await review([{ text: SAID.pass }], { dailyTokenLimit: 100 })).toEqual({
    verdict: "unavailable",
    cause: "spend-limit",
    usage: null,
  });
  expect(api.requests).toHaveLength(1);
});

test("at most so many requests are in flight; the rest wait in turn, and a long line is refused at once", async () => {
  let inFlight = 0;
  let most = 0;
  api.answerWith(() => {
    most = Math.max(most, ++inFlight);
    setTimeout(() => inFlight--, 45);
    return { text: SAID.pass, delayMs: 50 };
  });
  const answers = await Promise.all(Array.from({ length: 12 }, () => review(undefined, { maxConcurrent: 2 })));
  expect(most).toBe(2);
  expect(answers.filter(({ verdict }) => verdict === "allow")).toHaveLength(10);
  expect(answers.filter((answer) => "cause" in answer && answer.cause === "queue-full")).toHaveLength(2);
});

test("after five failures the circuit is open, for this organization alone, and closes by a trial", async () => {
  for (let failures = 0; failures < 5; failures++) await review([OVERLOADED]);
  expect(await review([{ text: SAID.pass }])).toMatchObject({ cause: "circuit-open", usage: null });
  expect(api.requests).toHaveLength(5);
  expect(llm.circuits()).toMatchObject([{ name: `${organizationId} ${api.url}`, state: "open" }]);
  expect(logger.warn).toHaveBeenCalledWith(expect.objectContaining({ state: "open" }), expect.any(String));
  expect(await review([{ text: SAID.pass }], {}, { organizationId: newId() })).toMatchObject({ verdict: "allow" });

  const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 6_000);
  expect(llm.circuits()).toMatchObject([{ state: "half-open" }]);
  expect(await review([{ text: SAID.pass }])).toMatchObject({ verdict: "allow" });
  clock.mockRestore();
  expect(llm.circuits()).toEqual([]);
});

test("questions in line do not pass a limit that those before them reach", async () => {
  api.answerWith([{ text: SAID.pass, delayMs: 20 }]);
  const limited = { maxConcurrent: 2, dailyTokenLimit: 100 };
  const answers = await Promise.all(Array.from({ length: 10 }, () => review(undefined, limited)));
  // One, where the first was answered before the second came up.
  const asked = api.requests.length;
  expect([1, 2]).toContain(asked);
  expect(answers.filter((answer) => "cause" in answer && answer.cause === "spend-limit")).toHaveLength(10 - asked);
});

test("time lost in line is not the service's fault", async () => {
  api.answerWith([{ text: SAID.pass, delayMs: 250 }]);
  const busy = { maxConcurrent: 2, timeoutMs: 500 };
  const answers = await Promise.all(Array.from({ length: 10 }, () => review(undefined, busy)));
  expect(answers.filter(({ verdict }) => verdict === "unavailable").length).toBeGreaterThan(4);
  expect(llm.circuits()).toEqual([]);
});

test("while the circuit is open nobody waits in line to be told so", async () => {
  for (let failures = 0; failures < 5; failures++) await review([OVERLOADED]);
  const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 6_000);
  api.answerWith([{ silence: true }]);
  const leaves = new AbortController();
  const first = testPending({ organizationId, history: [{ sort: "user", text: "This goes first." }] });
  const trial = llm.review(first, { ...POLICY, maxConcurrent: 1 }, leaves.signal);
  await vi.waitFor(() => expect(JSON.stringify(api.requests.at(-1))).toContain("This goes first."));
  expect(await review(undefined, { maxConcurrent: 1 })).toMatchObject({ cause: "circuit-open" });
  leaves.abort();
  await trial;
  clock.mockRestore();
});

test("what a rule of the embedded classifier stopped is not let go by one word", async () => {
  const stopped = { isStopped: true };
  expect(await review([{ text: SAID.pass }], {}, stopped)).toMatchObject({ verdict: "block", usage: { stages: 2 } });
  expect(api.requests).toHaveLength(1);
  const asked = { text: SAID.allow("The user asked to force-push this branch.") };
  expect(await review([asked], {}, stopped)).toMatchObject({ verdict: "allow", usage: { stages: 2 } });
});

test("a caller who leaves ends the question, and opens no circuit", async () => {
  api.answerWith([{ silence: true }]);
  const callers = Array.from({ length: 6 }, () => new AbortController());
  const answers = callers.map(({ signal }) => llm.review(testPending({ organizationId }), POLICY, signal));
  setTimeout(() => callers.forEach((caller) => caller.abort()), 100);
  expect(await Promise.all(answers)).toMatchObject(callers.map(() => ({ verdict: "unavailable", cause: "timeout" })));
  expect(llm.circuits()).toEqual([]);
});
