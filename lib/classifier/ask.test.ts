import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ask } from "./ask";
import { createEndpoints, type Endpoint } from "./client";
import { type MessagesApi, type Reply, startMessagesApi } from "./testing-messages-api";

let api: MessagesApi;
let endpoint: Endpoint;
beforeAll(async () => {
  api = await startMessagesApi();
  const env = { CLASSIFIER_API_KEY: "key", ANTHROPIC_UPSTREAM_URL: api.url, CLASSIFIER_BASE_URLS: [] };
  endpoint = createEndpoints(env)?.of(null) as Endpoint;
});
afterAll(() => api.close());
beforeEach(() => void api.requests.splice(0));

const PARAMS = {
  model: "claude-sonnet-5",
  max_tokens: 100,
  messages: [{ role: "user" as const, content: "May it run?" }],
};
const askFor = (replies: Reply[], { isLong = false, maxRetries = 1, timeoutMs = 3_000, params = {} } = {}) => {
  api.answerWith(replies);
  const options = { maxRetries, isLong, signal: AbortSignal.timeout(timeoutMs) };
  return ask(endpoint.client, { ...PARAMS, ...params }, { ...options, deadlineMs: performance.now() + timeoutMs });
};
const error = (status: number, type: string, over: { retryAfter?: number | string; message?: string } = {}): Reply => ({
  error: { status, type, ...over },
});

test("counts that are none are not counted: one would keep all later ones from being added up", async () => {
  const usage = { input_tokens: "12", cache_read_input_tokens: -3, cache_creation_input_tokens: null, output_tokens: 1.5 };
  const message = { id: "m", type: "message", role: "assistant", model: "m", content: [{ type: "text", text: "pass" }], stop_reason: "end_turn", usage };
  expect(await askFor([{ garbage: JSON.stringify(message) }])).toMatchObject({
    text: "pass",
    tokens: { inputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0 },
  });
}); // prettier-ignore

for (const isLong of [false, true]) {
  const form = isLong ? "a stream" : "one message";

  test(`an answer that comes as ${form} is read whole, with its tokens`, async () => {
    const text = "<verdict>allow</verdict>".repeat(5);
    const answer = await askFor([{ text }], { isLong });
    expect(answer).toMatchObject({ text, stopReason: "end_turn", requests: 1 });
    expect(answer.tokens).toMatchObject({ outputTokens: text.length / 4, cacheReadTokens: 0 });
    expect(answer.tokens.inputTokens).toBeGreaterThan(0);
    expect(api.requests[0]?.body.stream === true).toBe(isLong);
  });

  test(`where ${form} ends is told: stop sequence, max_tokens, refusal`, async () => {
    const stopped = await askFor([{ text: "no</x> more" }], { isLong, params: { stop_sequences: ["</x>"] } });
    expect(stopped).toMatchObject({ text: "no", stopReason: "stop_sequence" });
    expect(await askFor([{ text: "word ".repeat(500) }], { isLong })).toMatchObject({ stopReason: "max_tokens" });
    expect(await askFor([{ refusal: true }], { isLong })).toMatchObject({ text: "", stopReason: "refusal" });
  });

  test(`failures of ${form} have their names`, async () => {
    const failed = async (reply: Reply) => {
      const answer = await askFor([reply], { isLong, maxRetries: 0, timeoutMs: 400 });
      return "cause" in answer ? answer.cause : answer;
    };
    expect(await failed(error(429, "rate_limit_error"))).toBe("rate-limited");
    expect(await failed(error(529, "overloaded_error"))).toBe("overloaded");
    expect(await failed(error(500, "api_error"))).toBe("server-error");
    expect(await failed(error(502, "bad_gateway"))).toBe("server-error");
    expect(await failed(error(504, "timeout_error"))).toBe("timeout");
    expect(await failed(error(401, "authentication_error"))).toBe("unauthorized");
    expect(await failed(error(403, "permission_error"))).toBe("unauthorized");
    expect(await failed(error(404, "not_found_error"))).toBe("bad-request");
    expect(await failed(error(413, "request_too_large"))).toBe("input-too-long");
    const tooLong = { message: "prompt is too long: 210000 tokens > 200000 maximum" };
    expect(await failed(error(400, "invalid_request_error", tooLong))).toBe("input-too-long");
    expect(await failed({ cutOff: "some text that is never finished" })).toBe("connection");
    expect(await failed({ garbage: "<html>Bad gateway</html>" })).toMatch(/server-error|connection/);
    expect(await failed({ silence: true })).toBe("timeout");
  });

  test(`a failure of ${form} that passes is tried again`, async () => {
    for (const first of [error(529, "overloaded_error"), { cutOff: "half" }, error(500, "api_error")] as Reply[]) {
      expect(await askFor([first, { text: "yes" }], { isLong })).toMatchObject({ text: "yes", requests: 2 });
    }
  });
}

test("an error in the middle of a stream has its name, and what it took is counted", async () => {
  const reply: Reply = { streamError: { type: "overloaded_error", text: "so far" } };
  const answer = await askFor([reply], { isLong: true, maxRetries: 0 });
  expect(answer).toMatchObject({ cause: "overloaded" });
  expect(answer.tokens.inputTokens).toBeGreaterThan(0);
});

test("what a stream took until time ran out is counted", async () => {
  const answer = await askFor([{ silence: true, midway: "thinking" }], { isLong: true, timeoutMs: 300 });
  expect(answer).toMatchObject({ cause: "timeout", requests: 1 });
  expect(answer.tokens.inputTokens).toBeGreaterThan(0);
});

test("retry-after is waited for", async () => {
  const startedAtMs = performance.now();
  const answer = await askFor([error(429, "rate_limit_error", { retryAfter: 1 }), { text: "yes" }]);
  expect(answer).toMatchObject({ text: "yes", requests: 2 });
  expect(performance.now() - startedAtMs).toBeGreaterThan(950);
});

test("a retry-after beyond the deadline is not waited for", async () => {
  const startedAtMs = performance.now();
  expect(await askFor([error(429, "rate_limit_error", { retryAfter: 60 })])).toMatchObject({ cause: "rate-limited" });
  expect(performance.now() - startedAtMs).toBeLessThan(2_500);
});

test("what does not pass is not tried again", async () => {
  await askFor([error(401, "authentication_error")], { maxRetries: 5 });
  await askFor([error(400, "invalid_request_error")], { maxRetries: 5 });
  expect(api.requests).toHaveLength(2);
});
