import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { afterAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { signInTestClient, startTestDataPlane } from "./testing";
import { startTestUpstream } from "./testing-upstream";

const t = await createTestDatabase();
const upstream = await startTestUpstream();
const plane = await startTestDataPlane(t, {
  ANTHROPIC_UPSTREAM_URL: `${upstream.url}/prefix/`,
  ANTHROPIC_UPSTREAM_API_KEY: "sk-organization",
});
const { memberFor } = await createTestOrganization(t.db);
const client = await signInTestClient(t, plane.env, memberFor("developer").id);
afterAll(async () => {
  await plane.close();
  await upstream.close();
  await t.close();
});
beforeEach(() => void (upstream.seen.length = 0));

const authorization = `Bearer ${client.access_token}`;

/** The path goes out as it is written; fetch would tidy it. */
async function get(path: string) {
  const { hostname, port } = new URL(plane.url);
  const request = httpRequest({ hostname, port, path, headers: { authorization } }).end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

test.each([401, 403])(
  "an upstream %i is about the organization's key: the client is not told that its own sign-in is bad",
  async (status) => {
    const theirs = { type: "error", error: { type: "authentication_error", message: "invalid x-api-key" } };
    upstream.answerWith((_request, response) => response.writeHead(status).end(JSON.stringify(theirs)));
    const response = await fetch(`${plane.url}/v1/messages`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: "{}",
    });
    expect([response.status, response.headers.get("x-should-retry")]).toEqual([502, "false"]);
    expect(response.headers.get("www-authenticate")).toBeNull();
    const { type, error } = (await response.json()) as { type: string; error: { type: string; message: string } };
    expect([type, error.type]).toEqual(["error", "api_error"]);
    expect(error.message).toMatch(/organization's API key.*administrator/);
    expect(JSON.stringify(error)).not.toContain("sk-organization");
  },
);

test.each([400, 404, 429, 500, 529])("an upstream %i comes through untouched", async (status) => {
  upstream.answerWith((_request, response) => response.writeHead(status, { "x-theirs": "kept" }).end("as it is"));
  expect(await get("/v1/models")).toMatchObject({ status, headers: { "x-theirs": "kept" }, body: "as it is" });
});

test.each(["claude-opus-5-5", "claude-haiku-4-5@20251001", "us.anthropic.claude-v1:0"])(
  "the model %s is asked for",
  async (model) => {
    upstream.answerWith((request, response) => response.end(request.url));
    expect((await get(`/v1/models/${model}?beta=true`)).body).toBe(`/prefix/v1/models/${model}?beta=true`);
    expect((await get(`/v1/models/${encodeURIComponent(model)}`)).body).toBe(`/prefix/v1/models/${model}`);
  },
);

test.each([
  "/v1/models/..", "/v1/models/.", "/v1/models/%2e%2e", "/v1/models/..%2f..%2forganizations", "/v1/models/a%2Fb",
  "/v1/models/..%5c", "/v1/models/a%20b", "/v1/models/a%3Fb", "/v1/models/a%23b", "/v1/models/%C3%A9", "/v1/models/%00",
  "/v1/models/../organizations", "/v1/models/a/../b", "/v1/models/", "/v1/models/%zz",
])("%s names no model and never reaches upstream", async (path) => {
  const { status, body } = await get(path);
  expect([404, 400]).toContain(status);
  expect(JSON.parse(body)).toMatchObject(status === 404 ? { type: "error" } : { code: "malformed_request" });
  expect(upstream.seen).toEqual([]);
}); // prettier-ignore

test("upstream sees our spelling of a path, not the client's", async () => {
  upstream.answerWith((request, response) => response.end(request.url));
  expect((await get("/v1/%6dodels?limit=5#x")).body).toBe("/prefix/v1/models?limit=5");
});
