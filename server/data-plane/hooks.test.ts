import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { newId } from "@/lib/db/id";
import { createTestOrganization } from "@/lib/db/testing";
import { shortId } from "./hooks-answer";
import { HOOK_EVENTS } from "./hooks-schema";
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
    expect(hookSpecificOutput.permissionDecisionReason).toMatch(/^Gatehouse blocked this: \[Git Destructive\] /);
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
  const COMMAND = "git push --force origin main";
  const says = (session_id: string, prompt_id: string, prompt: string, to = app, headers = {}) =>
    post({ ...preToolUse(""), hook_event_name: "UserPromptSubmit", session_id, prompt_id, prompt }, headers, to);
  const does = async (session_id: string, prompt_id: string, command = COMMAND, to = app) =>
    (await post(preToolUse(command, { session_id, prompt_id }), {}, to)).json().hookSpecificOutput.permissionDecision;

  test("clears a soft rule in its turn, also when another data plane heard it", async () => {
    const [session, turn] = [newId(), newId()];
    expect((await says(session, turn, `${COMMAND}, please`, t.planeOn(t.url))).json()).toEqual({});
    expect(await does(session, turn)).toBe("allow");
    expect(await does(session, newId())).toBe("deny");
    expect(await does(newId(), turn)).toBe("deny");
  });

  test("is not what a command posts while the turn goes on", async () => {
    const [session, turn] = [newId(), newId()];
    await says(session, turn, "clean up the branch");
    expect(await does(session, turn, "npm test")).toBe("allow");
    for (const forged of [turn, newId()]) await says(session, forged, COMMAND, t.planeOn(t.url));
    expect(await does(session, turn)).toBe("deny");
  });

  test("is not what another client said", async () => {
    const [session, turn] = [newId(), newId()];
    const other = await t.clientOf(t.memberFor("developer").id);
    await says(session, turn, COMMAND, app, { authorization: `Bearer ${other.token}` });
    expect(await does(session, turn)).toBe("deny");
  });

  test("forbids what no rule would stop, in later turns and on other data planes, until it is lifted", async () => {
    const [session, first, second, third] = [newId(), newId(), newId(), newId()];
    await says(session, first, "Fix the login, but don't push");
    expect(await does(session, first, "git push", t.planeOn(t.url))).toBe("deny");
    await says(session, first, "ok, push now");
    await says(session, second, "now the tests");
    expect(await does(session, second, "git push")).toBe("deny");
    expect(await does(session, second, "git status")).toBe("allow");
    await says(session, third, "ok, push now");
    expect(await does(session, third, "git push")).toBe("allow");
  });
});

describe("other events", () => {
  test.each(HOOK_EVENTS.filter((name) => !["PreToolUse", "PostToolUse", "PermissionDenied"].includes(name)))(
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
