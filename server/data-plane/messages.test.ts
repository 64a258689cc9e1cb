import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { afterAll, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { eventually, publishTestPolicy, signInTestClient, startTestDataPlane } from "./testing";
import { sse, startTestUpstream } from "./testing-upstream";

const t = await createTestDatabase();
const upstream = await startTestUpstream();
const plane = await startTestDataPlane(t, {
  ANTHROPIC_UPSTREAM_URL: `${upstream.url}/prefix/`,
  ANTHROPIC_UPSTREAM_API_KEY: "sk-organization",
});
const { organization, memberFor } = await createTestOrganization(t.db);
await publishTestPolicy(t.db, organization.id);
await plane.snapshot.refresh();
const client = await signInTestClient(t, plane.env, memberFor("developer").id);
afterAll(async () => {
  await plane.close();
  await upstream.close();
  await t.close();
});

const authorization = `Bearer ${client.access_token}`;
const headers = { authorization, "content-type": "application/json" };
const post = (body: string, more: Record<string, string> = {}, path = "/v1/messages?beta=true") =>
  fetch(plane.url + path, { method: "POST", headers: { ...headers, ...more }, body });

/** Opens a streaming request by hand, to see what arrives when. */
async function openStream(): Promise<{
  response: IncomingMessage;
  hangUp: () => void;
  nextChunk: () => Promise<string>;
}> {
  const request = httpRequest(`${plane.url}/v1/messages`, { method: "POST", headers });
  request.on("error", () => {});
  request.end('{"stream":true}');
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.on("error", () => {});
  const chunks = response.iterator({ destroyOnReturn: false });
  const nextChunk = async () => String((await chunks.next()).value);
  return { response, hangUp: () => request.destroy(), nextChunk };
}

test("the body reaches upstream byte for byte, the headers too but for credentials, which are swapped", async () => {
  // White space, key order, escapes, a number that JSON.parse would round, and fields nobody knows.
  const body = `{ "stream" : false,\n "z":1, "a":"\\u00e9", "n":12345678901234567890, "safeguards":[{"type":"dangerous_tool_use","classifier_context":{"v":1}}] }`;
  upstream.answerWith((_request, response) =>
    response.writeHead(202, { "request-id": "req_1", "x-new": "kept", "set-cookie": "a=b" }).end('{"ok" : true}'),
  );
  const response = await post(body, {
    "anthropic-beta": "dangerous-tool-use-2026-09-03,afk-mode-2026-01-31",
    "x-claude-code-anything": "kept",
    "x-api-key": "sk-of-the-client",
    cookie: "session=console",
  });
  const seen = upstream.seen.at(-1);
  expect(seen).toMatchObject({ method: "POST", url: "/prefix/v1/messages?beta=true" });
  expect(seen?.body.toString()).toBe(body);
  expect(seen?.headers).toMatchObject({
    "x-api-key": "sk-organization",
    "anthropic-beta": "dangerous-tool-use-2026-09-03,afk-mode-2026-01-31",
    "x-claude-code-anything": "kept",
    "content-length": String(Buffer.byteLength(body)),
  });
  expect(seen?.headers).not.toHaveProperty("authorization");
  expect(seen?.headers).not.toHaveProperty("cookie");
  expect([response.status, response.headers.get("request-id"), response.headers.get("x-new")]).toEqual([
    202,
    "req_1",
    "kept",
  ]);
  expect(response.headers.get("set-cookie")).toBeNull();
  expect(await response.text()).toBe('{"ok" : true}');
});

test("a stream arrives event by event, its headers before its first event", async () => {
  let write: (text: string) => void = () => {};
  let end = () => {};
  upstream.answerWith((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    write = (text) => response.write(text);
    end = () => response.end();
  });
  const { response, nextChunk } = await openStream();
  expect(response.headers["content-type"]).toBe("text/event-stream");
  for (const type of ["message_start", "content_block_delta", "message_stop"]) {
    write(sse(type));
    expect(await nextChunk()).toBe(sse(type));
  }
  end();
});

test("when the client goes away the upstream request is cancelled", async () => {
  upstream.answerWith((_request, response) => response.writeHead(200).write(sse("message_start")));
  const { hangUp, nextChunk } = await openStream();
  await nextChunk();
  hangUp();
  expect(await upstream.seen.at(-1)?.aborted).toBe(true);
});

test("a client that goes away before there is an answer cancels as well", async () => {
  upstream.answerWith(() => {});
  const before = upstream.seen.length;
  const gone = new AbortController();
  const pending = fetch(`${plane.url}/v1/messages`, { method: "POST", headers, body: "{}", signal: gone.signal });
  expect(await eventually(async () => upstream.seen.length > before)).toBe(true);
  gone.abort();
  await expect(pending).rejects.toThrow();
  expect(await upstream.seen.at(-1)?.aborted).toBe(true);
});

test("an answer that breaks off upstream breaks off for the client, and is not made to look complete", async () => {
  upstream.answerWith((_request, response) => {
    response.writeHead(200).write(sse("message_start"));
    setTimeout(() => response.destroy(), 20);
  });
  const response = await post("{}");
  await expect(response.text()).rejects.toThrow();
});

test("errors of the Claude API come through as they are", async () => {
  const error = '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}';
  upstream.answerWith((_request, response) => response.writeHead(529, { "retry-after": "7" }).end(error));
  const response = await post("{}");
  expect([response.status, response.headers.get("retry-after"), await response.text()]).toEqual([529, "7", error]);
});

test("count_tokens and models are passed on; the rest of the API is a typed 404; other methods 405", async () => {
  upstream.answerWith((request, response) => response.end(request.url));
  expect(await (await post("{}", {}, "/v1/messages/count_tokens")).text()).toBe("/prefix/v1/messages/count_tokens");
  const models = await fetch(`${plane.url}/v1/models?limit=5`, { headers: { authorization } });
  expect(await models.text()).toBe("/prefix/v1/models?limit=5");
  const batches = await post("{}", {}, "/v1/messages/batches");
  expect([batches.status, await batches.json()]).toMatchObject([404, { error: { type: "not_found_error" } }]);
  expect((await fetch(`${plane.url}/v1/messages`, { headers: { authorization } })).status).toBe(405);
});

test("what a client says it runs is on its row soon after; a value that is no checksum is not", async () => {
  upstream.answerWith((_request, response) => response.end("{}"));
  const settings = await fetch(`${plane.url}/managed/settings`, { headers: { authorization } });
  const { checksum } = (await settings.json()) as { checksum: string };
  await post("{}", { "x-claude-code-managed-settings-checksum": "sha256:nonsense" });
  await post("{}", { "x-claude-code-managed-settings-checksum": checksum });
  const row = () => t.db.client.findUniqueOrThrow({ where: { id: client.clientId } });
  expect(await eventually(async () => (await row()).appliedChecksum === checksum, 4_000)).toBe(true);
  expect(await row()).toMatchObject({ appliedRevision: 1, deliveredRevision: 1 });
});

test("a body above the cap is 413 also without a length, and upstream is not left hanging", async () => {
  const before = upstream.seen.length;
  const chunk = new Uint8Array(1_048_576);
  let sent = 0;
  const body = new ReadableStream({
    pull: (controller) => (sent++ < 70 ? controller.enqueue(chunk) : controller.close()),
  });
  const outcome = await fetch(`${plane.url}/v1/messages`, {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit).then(
    ({ status }) => status,
    () => "cut off",
  );
  expect([413, "cut off"]).toContain(outcome);
  expect(upstream.seen.length).toBe(before);
});

test("without sign-in nothing reaches upstream", async () => {
  const before = upstream.seen.length;
  const response = await post("{}", { authorization: "Bearer nope" });
  expect([response.status, response.headers.get("x-should-retry")]).toEqual([401, "false"]);
  expect(await response.json()).toMatchObject({ type: "error", error: { type: "authentication_error" } });
  expect(upstream.seen.length).toBe(before);
});

test("no key and no upstream are API errors that say so", async () => {
  const keyless = await startTestDataPlane(t, { ANTHROPIC_UPSTREAM_API_KEY: undefined });
  const cutOff = await startTestDataPlane(t, {
    ANTHROPIC_UPSTREAM_URL: "http://127.0.0.1:1",
    ANTHROPIC_UPSTREAM_API_KEY: "sk",
  });
  try {
    const ask = (url: string) => fetch(`${url}/v1/messages`, { method: "POST", headers, body: '{"a":1}' });
    const noKey = await ask(keyless.url);
    expect([noKey.status, noKey.headers.get("x-should-retry")]).toEqual([501, "false"]);
    expect(await noKey.json()).toMatchObject({ type: "error", error: { type: "api_error" } });
    const away = await ask(cutOff.url);
    expect([away.status, away.headers.get("x-should-retry")]).toEqual([502, null]);
    expect(await away.json()).toMatchObject({ type: "error", error: { type: "api_error" } });
  } finally {
    await keyless.close();
    await cutOff.close();
  }
});
