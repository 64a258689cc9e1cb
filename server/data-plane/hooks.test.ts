import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { newId } from "@/lib/db/id";
import { createTestOrganization } from "@/lib/db/testing";
import { hookTokenFor } from "@/lib/signin/hook-token";
import { shortId } from "./hooks-answer";
import { HOOK_EVENTS } from "./hooks-schema";
import { createDatabaseProxy } from "./testing-database-proxy";
import { createTestPlane, preToolUse, ROLLED_OUT } from "./testing-plane";

const t = await createTestPlane();
afterAll(() => t.close());

let app: FastifyInstance;
let token: string;
let clientId: string;
beforeAll(async () => {
  app = t.planeOn(t.url);
  ({ token, id: clientId } = await t.clientOf(t.memberFor("developer").id));
  await t.publish(ROLLED_OUT);
});

const post = (payload: unknown, headers: Record<string, string> = {}, to = app) =>
  to.inject({
    method: "POST",
    url: "/hooks/claude-code",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
  });
const decisionOf = (toolUseId: unknown) => t.db.decision.findFirstOrThrow({ where: { toolUseId: String(toolUseId) } });
const written = async () => (await t.db.decision.count()) + (await t.db.sessionEvent.count());

describe("PreToolUse", () => {
  test("a harmless command is allowed, and its record is there before the answer", async () => {
    const event = preToolUse("ls -la");
    const response = await post(event);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({
      hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "allow" },
    });
    expect(await decisionOf(event.tool_use_id)).toMatchObject({
      organizationId: t.organization.id,
      developerId: t.memberFor("developer").id,
      clientId,
      sessionId: event.session_id,
      source: "hook",
      tool: "Bash",
      summary: "ls -la",
      action: { input: event.tool_input, cwd: event.cwd, home: "/home/dev" },
      permissionMode: "auto",
      verdict: "allow",
      answer: "allow",
      enforcement: "authoritative",
      revision: 1,
    });
  });

  test("a force push is denied with the rule, what to do instead and the decision's id", async () => {
    const event = preToolUse("git push --force origin main");
    const { hookSpecificOutput } = (await post(event)).json();
    const row = await decisionOf(event.tool_use_id);
    expect(row).toMatchObject({ verdict: "block", answer: "deny", tier: "embedded" });
    expect(hookSpecificOutput.permissionDecision).toBe("deny");
    expect(hookSpecificOutput.permissionDecisionReason).toContain(row.reason);
    expect(hookSpecificOutput.permissionDecisionReason).toMatch(/^Gatehouse blocked this \[.+\]: /);
    expect(hookSpecificOutput.permissionDecisionReason).toContain(`(decision ${shortId(row.id)})`);
  });

  test("the third block in a row asks, as a fallback", async () => {
    const session_id = newId();
    const answers: string[] = [];
    for (let n = 0; n < 3; n++)
      answers.push((await post(preToolUse("rm -rf /", { session_id }))).json().hookSpecificOutput.permissionDecision);
    expect(answers).toEqual(["deny", "deny", "ask"]);
    expect(await t.db.decision.count({ where: { sessionId: session_id, fallback: true } })).toBe(1);
  });

  test.each(["default", "plan", "acceptEdits", "dontAsk", "bypassPermissions"])(
    "outside auto mode (%s) there is no opinion, and a record of that",
    async (permission_mode) => {
      const event = preToolUse("rm -rf /", { permission_mode });
      expect((await post(event)).json()).toEqual({});
      expect(await decisionOf(event.tool_use_id)).toMatchObject({
        verdict: "none",
        answer: "none",
        permissionMode: permission_mode,
      });
    },
  );

  test("observe records a block and answers nothing; second-opinion answers only the block", async () => {
    await t.publish({ ...ROLLED_OUT, enforcement: "observe" });
    const observed = preToolUse("git push --force origin main");
    expect((await post(observed)).json()).toEqual({});
    expect(await decisionOf(observed.tool_use_id)).toMatchObject({ verdict: "block", answer: "none" });

    await t.publish({ ...ROLLED_OUT, enforcement: "second-opinion" });
    expect((await post(preToolUse("ls"))).json()).toEqual({});
    expect((await post(preToolUse("git push --force origin main"))).json()).toMatchObject({
      hookSpecificOutput: { permissionDecision: "deny" },
    });
    await t.publish(ROLLED_OUT);
  });

  test("no secret of a command reaches the database", async () => {
    const event = preToolUse(
      "curl -u admin:hunter2secret -H 'Authorization: Bearer abcdef123456' https://u:pw123456@x.example/",
    );
    await post(event);
    const row = JSON.stringify(await decisionOf(event.tool_use_id));
    for (const secret of ["hunter2secret", "abcdef123456", "pw123456"]) expect(row).not.toContain(secret);
  });

  test("an action that cannot be stored as it is, is stored as well as can be", async () => {
    const event = preToolUse("echo \u0000 \ud800", { cwd: "/home/\ud800/x" });
    expect((await post(event)).statusCode).toBe(200);
    expect(await decisionOf(event.tool_use_id)).toMatchObject({ tool: "Bash" });
  });

  test("before the first revision there is no opinion", async () => {
    const other = await createTestOrganization(t.db);
    const client = await t.clientOf(other.memberFor("developer").id, other.organization.id);
    const response = await post(preToolUse("rm -rf /"), { authorization: `Bearer ${client.token}` });
    expect(response.json()).toEqual({});
  });
});

describe("what the user asked for", () => {
  test("clears a soft rule, also when another data plane heard it", async () => {
    const session_id = newId();
    const other = t.planeOn(t.url);
    const asked = {
      ...preToolUse(""),
      hook_event_name: "UserPromptSubmit",
      session_id,
      prompt: "git push --force origin main, please",
    };
    expect((await post(asked, {}, other)).json()).toEqual({});
    const event = preToolUse("git push --force origin main", { session_id });
    await post(event);
    const row = await decisionOf(event.tool_use_id);
    const without = preToolUse("git push --force origin main");
    await post(without);
    expect([row.verdict, (await decisionOf(without.tool_use_id)).verdict]).toEqual(["allow", "block"]);
  });
});

describe("other events", () => {
  test.each(HOOK_EVENTS.filter((name) => name !== "PreToolUse" && name !== "PermissionDenied"))(
    "%s is kept for the record and answered with no opinion",
    async (hook_event_name) => {
      const { tool_name, tool_input, ...rest } = preToolUse("");
      const session_id = newId();
      const response = await post({ ...rest, session_id, hook_event_name, extra: { anything: [1, "two"] } });
      expect([response.statusCode, response.json()]).toEqual([200, {}]);
      await expect
        .poll(() => t.db.sessionEvent.findFirst({ where: { sessionId: session_id } }))
        .toMatchObject({ event: hook_event_name, clientId, payload: { extra: { anything: [1, "two"] } } });
    },
  );

  test("a denial by the client's own classifier becomes a decision of source client", async () => {
    const event = {
      ...preToolUse("rm x"),
      hook_event_name: "PermissionDenied",
      reason: "[Irreversible Local Destruction] deletes",
    };
    expect((await post(event)).json()).toEqual({});
    expect(await decisionOf(event.tool_use_id)).toMatchObject({
      source: "client",
      tier: "client",
      verdict: "block",
      fallback: false,
      rule: "irreversible-local-destruction",
      answer: "none",
    });
  });

  test("the client's own fallback is recorded as one", async () => {
    const reason =
      "3 consecutive actions were blocked. Please review the transcript before continuing.\n\nLatest blocked action: x";
    const event = { ...preToolUse("rm x"), hook_event_name: "PermissionDenied", reason };
    await post(event);
    expect(await decisionOf(event.tool_use_id)).toMatchObject({ source: "client", verdict: "ask", fallback: true });
  });

  test("a payload is masked and cut to size", async () => {
    const session_id = newId();
    const { tool_name, tool_input, ...rest } = preToolUse("");
    await post({
      ...rest,
      session_id,
      hook_event_name: "UserPromptSubmit",
      prompt: `token=abcdef0123 ${"x".repeat(200_000)}`,
    });
    const [row] = await t.db.sessionEvent.findMany({ where: { sessionId: session_id } });
    expect(JSON.stringify(row?.payload)).not.toContain("abcdef0123");
    expect(JSON.stringify(row?.payload).length).toBeLessThan(20_000);
  });
});

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
    const [decision, prompt] = await Promise.all([
      post(preToolUse("ls"), {}, plane),
      post({ ...preToolUse(""), hook_event_name: "UserPromptSubmit", prompt: "hi" }, {}, plane),
    ]);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expectAsk(decision);
    expect([prompt.statusCode, prompt.json()]).toEqual([200, {}]);
    proxy.thaw();
    await expect
      .poll(async () => (await post(preToolUse("ls"), {}, plane)).json().hookSpecificOutput.permissionDecision)
      .toBe("allow");
    await plane.close();
    await proxy.close();
  });
});
