import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ask } from "./ask";
import { createEndpoints } from "./client";
import { type MessagesApi, startMessagesApi } from "./testing-messages-api";

let api: MessagesApi;
beforeAll(async () => {
  api = await startMessagesApi();
});
afterAll(() => api.close());

const ENV = { ANTHROPIC_UPSTREAM_URL: "https://api.example.test", CLASSIFIER_BASE_URLS: [] };

test("without a key there is no LLM classifier", () => {
  expect(createEndpoints(ENV)).toBeNull();
  expect(createEndpoints({ ...ENV, CLASSIFIER_API_KEY: "" })).toBeNull();
  expect(createEndpoints({ ...ENV, ANTHROPIC_UPSTREAM_API_KEY: "key" })).not.toBeNull();
});

test("the classifier's own key and address come before the upstream's", async () => {
  api.answerWith([{ text: "yes" }]);
  const endpoint = createEndpoints({
    ...ENV,
    ANTHROPIC_UPSTREAM_API_KEY: "upstream-key",
    CLASSIFIER_API_KEY: "classifier-key",
    CLASSIFIER_BASE_URL: `${api.url}/`,
  })?.of(null);
  expect(endpoint?.baseUrl).toBe(api.url);
  await askOnce(endpoint);
  expect(api.requests.at(-1)?.headers.authorization).toBe("Bearer classifier-key");
});

test("a policy may name the addresses that the operator listed, and no other", () => {
  const endpoints = createEndpoints({
    ...ENV,
    CLASSIFIER_API_KEY: "key",
    CLASSIFIER_BASE_URLS: ["https://llm.corp.example/v2/"],
  });
  expect(endpoints?.of("https://llm.corp.example/v2")?.baseUrl).toBe("https://llm.corp.example/v2");
  expect(endpoints?.of("https://API.example.test:443/")?.baseUrl).toBe("https://api.example.test");
  for (const other of [
    "https://llm.corp.example",
    "https://llm.corp.example/v2/../v1",
    "http://llm.corp.example/v2",
    "https://llm.corp.example.evil.example/v2",
    "https://llm.corp.example@evil.example/v2",
    "https://user@llm.corp.example/v2",
  ])
    expect(endpoints?.of(other), other).toBeNull();
});

test("of the environment nothing gets into a request but what was given: no key, header or address", async () => {
  const endpointFor = () => createEndpoints({ ...ENV, CLASSIFIER_API_KEY: "key", CLASSIFIER_BASE_URL: api.url })?.of(null);
  const sent = async () => {
    expect(await askOnce(endpointFor())).toMatchObject({ text: "" });
    return api.requests.at(-1)?.headers;
  };
  api.answerWith([{ text: "" }]);
  const plain = await sent();
  const surroundings = {
    ANTHROPIC_CUSTOM_HEADERS: "Authorization: Bearer other\nx-api-key: other\nanthropic-beta: other\nX-Team: payroll",
    ANTHROPIC_API_KEY: "other",
    ANTHROPIC_AUTH_TOKEN: "other",
    ANTHROPIC_BASE_URL: "https://other.example",
    ANTHROPIC_PROFILE: "other",
    ANTHROPIC_WEBHOOK_SIGNING_KEY: "other",
    ANTHROPIC_LOG: "debug",
    ANTHROPIC_OPEN_TELEMETRY: "true",
  };
  for (const [name, value] of Object.entries(surroundings)) vi.stubEnv(name, value);
  expect(await sent()).toEqual(plain);
  expect(endpointFor()?.client).toMatchObject({ webhookKey: null, authToken: null, logLevel: "off" });
  expect(process.env).toMatchObject(surroundings);
  vi.unstubAllEnvs();
}); // prettier-ignore

test("a redirect takes neither key nor question elsewhere", async () => {
  const server = createServer((_request, response) =>
    response.writeHead(307, { location: `${api.url}/v1/messages` }).end(),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const before = api.requests.length;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = await askOnce(createEndpoints({ ...ENV, CLASSIFIER_API_KEY: "key", CLASSIFIER_BASE_URL: url })?.of(null));
  expect(answer).toMatchObject({ cause: "connection" });
  expect(api.requests).toHaveLength(before);
  server.close();
}); // prettier-ignore

async function askOnce(endpoint: ReturnType<NonNullable<ReturnType<typeof createEndpoints>>["of"]> | undefined) {
  if (!endpoint) throw new Error("no endpoint");
  const params = { model: "m", max_tokens: 5, messages: [{ role: "user" as const, content: "?" }] };
  const options = { maxRetries: 0, isLong: false, signal: AbortSignal.timeout(2_000) };
  return ask(endpoint.client, params, { ...options, deadlineMs: performance.now() + 2_000 });
}
