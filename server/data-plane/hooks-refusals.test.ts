import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { hookTokenFor } from "@/lib/signin/hook-token";
import { createDatabaseProxy } from "./testing-database-proxy";
import { createTestPlane, preToolUse, ROLLED_OUT } from "./testing-plane";

const t = await createTestPlane();
afterAll(() => t.close());

let app: FastifyInstance;
let token: string;
beforeAll(async () => {
  app = t.planeOn(t.url);
  ({ token } = await t.clientOf(t.memberFor("developer").id));
  await t.publish(ROLLED_OUT);
});

const post = (payload: unknown, headers: Record<string, string> = {}, to = app) =>
  to.inject({
    method: "POST",
    url: "/hooks/claude-code",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
  });
const written = async () => (await t.db.decision.count()) + (await t.db.sessionEvent.count());

describe("bad input gets a typed error, writes nothing and allows nothing", () => {
  let before: number;
  beforeEach(async () => void (before = await written()));
  const good = preToolUse("ls");
  const without = (field: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== field));

  test.each<[string, () => unknown, Record<string, string>, number, string, string | undefined]>([
    ["malformed JSON", () => '{"hook_event_name":', {}, 400, "malformed_request", undefined],
    ["an empty body", () => "", {}, 400, "malformed_request", undefined],
    ["a body that is no object", () => "[]", {}, 422, "invalid_request", ""],
    ["an unknown event", () => ({ ...good, hook_event_name: "PreToolUze" }), {}, 422, "invalid_request", "hook_event_name"],
    ["no event", () => without("hook_event_name"), {}, 422, "invalid_request", "hook_event_name"],
    ["no session", () => without("session_id"), {}, 422, "invalid_request", "session_id"],
    ["no cwd", () => without("cwd"), {}, 422, "invalid_request", "cwd"],
    ["no tool", () => without("tool_name"), {}, 422, "invalid_request", "tool_name"],
    ["an input that is no object", () => ({ ...good, tool_input: "ls" }), {}, 422, "invalid_request", "tool_input"],
    ["an endless session id", () => ({ ...good, session_id: "x".repeat(201) }), {}, 422, "invalid_request", "session_id"],
    ["a form", () => "a=b", { "content-type": "application/x-www-form-urlencoded" }, 415, "unsupported_media_type", undefined],
    ["plain text", () => JSON.stringify(good), { "content-type": "text/plain" }, 415, "unsupported_media_type", undefined],
    ["10 MB", () => ({ ...good, pad: "x".repeat(10_000_000) }), {}, 413, "too_large", undefined],
    ["no token", () => good, { authorization: "" }, 401, "unauthenticated", undefined],
    ["another scheme", () => good, { authorization: "Basic abc" }, 401, "unauthenticated", undefined],
    ["a token that nobody made", () => good, { authorization: "Bearer ghh_abc" }, 401, "unauthenticated", undefined],
    ["a token made with another secret", () => good, { authorization: `Bearer ${hookTokenFor("another", newId(), 0)}` }, 401, "unauthenticated", undefined],
    ["a token of an unknown client", () => good, { authorization: `Bearer ${hookTokenFor("a-secret-for-tests-that-is-long-enough", newId(), 0)}` }, 401, "unauthenticated", undefined],
  ])("%s", async (_, payload, headers, status, code, field) => {
    const response = await post(payload(), headers);
    expect(response.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(response.json()).toMatchObject({ status, code });
    expect(response.statusCode).toBe(status);
    if (field !== undefined) expect(response.json().fields.map((f: { field: string }) => f.field)).toContain(field);
    expect(response.body).not.toContain("permissionDecision");
    expect(await written()).toBe(before);
  }); // prettier-ignore

  test("a revoked client, and a token of an earlier epoch", async () => {
    const client = await t.clientOf(t.memberFor("developer").id);
    const as = { authorization: `Bearer ${client.token}` };
    expect((await post(preToolUse("ls"), as)).statusCode).toBe(200);
    const before = await written();
    await t.db.client.update({ where: { id: client.id }, data: { tokenEpoch: 1 } });
    await t.bump(t.organization.id, "accessSerial");
    expect((await post(preToolUse("ls"), as)).statusCode).toBe(401);
    await t.db.client.update({ where: { id: client.id }, data: { tokenEpoch: 0, revokedAt: new Date() } });
    await t.bump(t.organization.id, "accessSerial");
    expect((await post(preToolUse("ls"), as)).statusCode).toBe(401);
    expect(await written()).toBe(before);
  });

  test("another method is 405", async () => {
    const response = await app.inject({ method: "GET", url: "/hooks/claude-code" });
    expect([response.statusCode, response.headers.allow]).toEqual([405, "POST"]);
  });
});

describe("when the record cannot be written", () => {
  const expectAsk = (response: Awaited<ReturnType<typeof post>>) => {
    expect(response.statusCode).toBe(200);
    const { permissionDecision, permissionDecisionReason } = response.json().hookSpecificOutput;
    expect(permissionDecision).toBe("ask");
    expect(permissionDecisionReason).toContain("could not record");
  };

  test("a stopped database is answered with ask at once, whatever the enforcement", async () => {
    const plane = t.planeOn("postgresql://nobody@127.0.0.1:1/none");
    for (const enforcement of ["observe", "second-opinion", "authoritative"] as const) {
      await t.publish({ ...ROLLED_OUT, enforcement });
      for (const command of ["ls", "rm -rf /"]) expectAsk(await post(preToolUse(command), {}, plane));
    }
  });

  test("a hanging database is answered with ask within 2 s, and events with no opinion", async () => {
    const proxy = await createDatabaseProxy(t.url);
    const plane = t.planeOn(proxy.url);
    expect((await post(preToolUse("ls"), {}, plane)).json().hookSpecificOutput.permissionDecision).toBe("allow");
    proxy.freeze("everything");
    const startedAt = performance.now();
    const [allowed, softlyBlocked, prompt] = await Promise.all([
      post(preToolUse("ls"), {}, plane),
      post(preToolUse("git push --force origin main"), {}, plane),
      post({ ...preToolUse(""), hook_event_name: "UserPromptSubmit", prompt: "hi" }, {}, plane),
    ]);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expectAsk(allowed);
    expectAsk(softlyBlocked);
    expect([prompt.statusCode, prompt.json()]).toEqual([200, {}]);
    proxy.thaw();
    await expect
      .poll(async () => (await post(preToolUse("ls"), {}, plane)).json().hookSpecificOutput.permissionDecision)
      .toBe("allow");
    await plane.close();
    await proxy.close();
  });
});
