import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { sessionSecret } from "@/lib/auth/secret";
import { sessionCookieName } from "@/lib/auth/session";
import { hashSecret } from "@/lib/auth/token-hash";
import { newId } from "@/lib/db/id";
import { rootDb, rootPool } from "@/lib/db/root";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { conflict } from "./errors";
import { route } from "./route";

const ORIGIN = "https://gatehouse.example";
const URL_ = `${ORIGIN}/api/v1/things`;
let t: Awaited<ReturnType<typeof createTestDatabase>>;
let own: Awaited<ReturnType<typeof createTestOrganization>>;

beforeAll(async () => {
  t = await createTestDatabase();
  own = await createTestOrganization(t.db);
  process.env.DATABASE_URL = t.url;
  process.env.GATEHOUSE_URL = ORIGIN;
  process.env.GATEHOUSE_SECRET = "a secret for tests that is long enough";
  process.env.LOG_LEVEL = "silent";
});
afterAll(async () => {
  await rootDb().$disconnect();
  await rootPool().end();
  await t.close();
});

async function cookieOf(member: { id: string; sessionEpoch: number }, secret = sessionSecret()) {
  const token = await encode({ token: { sub: member.id, epoch: member.sessionEpoch }, secret });
  return `other=1; ${sessionCookieName()}=${token}`;
}

async function apiToken(scopes: string[], data: { expiresAt?: Date; revokedAt?: Date } = {}) {
  const secret = `gh_${newId()}`;
  await t.db.apiToken.create({
    data: {
      id: newId(),
      organizationId: own.organization.id,
      name: "CI",
      prefix: "gh_",
      tokenHash: hashSecret(secret),
      scopes,
      ...data,
    },
  });
  return { authorization: `Bearer ${secret}` };
}

const json = { "content-type": "application/json" };
const sameOrigin = { "sec-fetch-site": "same-origin" };

/** What the handler saw comes back; `extra` shows that undeclared fields stay inside. */
const echo = route({
  auth: "member:write",
  summary: "Echo",
  query: z.object({ tag: z.array(z.string()).optional(), limit: z.coerce.number().default(5) }),
  body: z.object({ name: z.string().min(2) }),
  response: z.object({ name: z.string(), limit: z.number(), actor: z.string(), tags: z.number() }),
  status: 201,
  handler: async ({ ctx, query, body }) => ({
    name: body.name,
    limit: query.limit,
    tags: query.tag?.length ?? 0,
    actor: ctx.actor.type,
    extra: "not told",
  }),
});

const read = route({
  auth: "member:read",
  summary: "Read",
  response: z.object({ organization: z.string() }),
  handler: async ({ ctx }) => ({ organization: ctx.organization.name }),
});

const post = async (headers: Record<string, string>, body: BodyInit = JSON.stringify({ name: "Ada" }), url = URL_) =>
  echo(new Request(url, { method: "POST", headers, body, duplex: "half" } as RequestInit));
const get = (headers: Record<string, string> = {}) => read(new Request(URL_, { headers }));
const problem = async (response: Response) => ({ http: response.status, ...((await response.json()) as object) });

describe("who asks", () => {
  test("a stranger gets 401 as problem+json, with a request id and without caching", async () => {
    const response = await get();
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const body = (await response.json()) as { requestId: string };
    expect(body).toMatchObject({ status: 401, code: "unauthenticated", type: "urn:gatehouse:error:unauthenticated" });
    expect(response.headers.get("x-request-id")).toBe(body.requestId);
  });

  test("a signed-in member is let in, with the permission of the role", async () => {
    expect((await get({ cookie: await cookieOf(own.memberFor("security")) })).status).toBe(200);
    const refused = await get({ cookie: await cookieOf(own.memberFor("developer")) });
    expect(await problem(refused)).toMatchObject({ http: 403, code: "forbidden" });
  });

  test("a session ends when the member is disabled or the epoch is raised", async () => {
    const member = await own.member("admin");
    const cookie = await cookieOf(member);
    expect((await get({ cookie })).status).toBe(200);
    await t.db.member.update({ where: { id: member.id }, data: { sessionEpoch: 1 } });
    expect((await get({ cookie })).status).toBe(401);
    const again = await cookieOf({ id: member.id, sessionEpoch: 1 });
    expect((await get({ cookie: again })).status).toBe(200);
    await t.db.member.update({ where: { id: member.id }, data: { status: "disabled" } });
    expect((await get({ cookie: again })).status).toBe(401);
  });

  test("a session signed with another key is none", async () => {
    const cookie = await cookieOf(own.memberFor("owner"), "another secret");
    expect((await get({ cookie })).status).toBe(401);
    expect((await get({ cookie: `${sessionCookieName()}=garbage` })).status).toBe(401);
  });

  test("an API token may what its scopes say, until it expires or is revoked", async () => {
    expect((await get(await apiToken(["member:read"]))).status).toBe(200);
    expect((await get(await apiToken(["policy:read"]))).status).toBe(403);
    expect((await get(await apiToken(["member:read"], { expiresAt: new Date(Date.now() - 1000) }))).status).toBe(401);
    expect((await get(await apiToken(["member:read"], { revokedAt: new Date() }))).status).toBe(401);
  });

  test("a bad token is not helped out by a good cookie", async () => {
    const cookie = await cookieOf(own.memberFor("owner"));
    expect((await get({ cookie, authorization: "Bearer gh_unknown" })).status).toBe(401);
    expect((await get({ cookie, authorization: "Basic eDp5" })).status).toBe(401);
  });
});

describe("a change by cookie", () => {
  const status = async (headers: Record<string, string>) =>
    (await post({ ...json, cookie: await cookieOf(own.memberFor("owner")), ...headers })).status;

  test("must come from our own pages", async () => {
    expect(await status({ "sec-fetch-site": "same-origin" })).toBe(201);
    expect(await status({ origin: ORIGIN })).toBe(201);
    expect(await status({ origin: "http://localhost:3000", host: "localhost:3000" })).toBe(201);
    for (const site of ["cross-site", "same-site", "none"])
      expect(await status({ "sec-fetch-site": site, origin: ORIGIN })).toBe(403);
    expect(await status({ origin: "https://evil.example" })).toBe(403);
    expect(await status({ origin: "null" })).toBe(403);
    expect(await status({})).toBe(403);
  });

  test("by API token needs no origin, and cannot exceed the token's scopes", async () => {
    expect((await post({ ...json, ...(await apiToken(["member:write"])) })).status).toBe(201);
    expect((await post({ ...json, ...(await apiToken(["member:read"])) })).status).toBe(403);
  });
});

describe("what goes in and out", () => {
  const asOwner = async () => ({ ...sameOrigin, cookie: await cookieOf(own.memberFor("owner")) });

  test("is parsed, defaulted, and cut to what is declared", async () => {
    const response = await post({ ...json, ...(await asOwner()) }, undefined, `${URL_}?tag=a&tag=b`);
    expect(await response.json()).toEqual({ name: "Ada", limit: 5, tags: 2, actor: "member" });
  });

  test("malformed JSON is 400, and so is text that is not UTF-8", async () => {
    const headers = { ...json, ...(await asOwner()) };
    expect(await problem(await post(headers, "{"))).toMatchObject({ http: 400, code: "malformed_request" });
    expect(await problem(await post(headers, ""))).toMatchObject({ http: 400, code: "malformed_request" });
    expect(await problem(await post(headers, new Uint8Array([0x22, 0xff, 0x22])))).toMatchObject({ http: 400 });
  });

  test("another content type is 415", async () => {
    const response = await post({ "content-type": "text/plain", ...(await asOwner()) });
    expect(await problem(response)).toMatchObject({ http: 415, code: "unsupported_media_type" });
  });

  test("a field that is wrong is 422 and named", async () => {
    const headers = { ...json, ...(await asOwner()) };
    expect(await problem(await post(headers, JSON.stringify({ name: "A" })))).toMatchObject({
      http: 422,
      fields: [{ field: "name" }],
    });
    expect(await problem(await post(headers, "{}"))).toMatchObject({
      fields: [{ field: "name", message: "Required" }],
    });
  });

  test("10 MB are refused with 413, also when they come in pieces without a length", async () => {
    const headers = { ...json, ...(await asOwner()) };
    const big = JSON.stringify({ name: "x".repeat(10_000_000) });
    expect(await problem(await post(headers, big))).toMatchObject({ http: 413, code: "too_large" });
    const pieces = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(0x20)),
    });
    expect(await problem(await post(headers, pieces))).toMatchObject({ http: 413 });
  });
});

describe("what a handler throws", () => {
  const failing = (thrown: unknown) =>
    route({
      auth: "public",
      summary: "Fail",
      response: z.object({ ok: z.boolean() }),
      handler: () => Promise.reject(thrown as Error),
    })(new Request(URL_));

  test("on purpose keeps its status and code", async () => {
    expect(await problem(await failing(conflict("stale", "Reload first.")))).toMatchObject({
      http: 409,
      code: "stale",
      detail: "Reload first.",
    });
  });

  test("because the database is away is 503, and worth another try", async () => {
    const lost = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const response = await failing(lost);
    expect(response.headers.get("retry-after")).toBe("2");
    expect(await problem(response)).toMatchObject({ http: 503, code: "database_unavailable" });
  });

  test("by accident is an opaque 500", async () => {
    const body = await (await failing(new Error("password=hunter2 at db:5432"))).text();
    expect(JSON.parse(body)).toMatchObject({ status: 500, code: "internal_error" });
    expect(body).not.toContain("hunter2");
  });

  test("an answer that is not as declared is our fault, not the caller's", async () => {
    const wrong = route({
      auth: "public",
      summary: "Wrong",
      response: z.object({ ok: z.boolean() }),
      handler: async () => ({ ok: "yes" }) as never,
    });
    expect((await wrong(new Request(URL_))).status).toBe(500);
  });
});

test("a rate limit is told with the seconds to wait, and holds per address", async () => {
  const limited = route({
    auth: "public",
    summary: "Limited",
    rateLimit: { name: "test-limited", points: 2, perSeconds: 60 },
    response: z.void(),
    handler: async () => {},
  });
  const ask = (ip: string) => limited(new Request(URL_, { headers: { "x-forwarded-for": `9.9.9.9, ${ip}` } }));
  expect((await ask("192.0.2.1")).status).toBe(204);
  expect((await ask("192.0.2.1")).status).toBe(204);
  const refused = await ask("192.0.2.1");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
  expect((await ask("192.0.2.2")).status).toBe(204);
});

test("the request id of the front door is kept, one that could not be ours is not", async () => {
  const idFor = async (id: string) => (await get({ "x-request-id": id })).headers.get("x-request-id");
  expect(await idFor("01a1fbe0-25da-7799-a22c")).toBe("01a1fbe0-25da-7799-a22c");
  expect(await idFor("<script>alert(1)</script>")).toMatch(/^[\w-]{36}$/);
});
