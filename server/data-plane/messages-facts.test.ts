import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { SAID } from "@/lib/classifier/testing";
import { type MessagesApi, startMessagesApi } from "@/lib/classifier/testing-messages-api";
import { promptText } from "@/lib/classifier/testing-messages-wire";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { ClassifierPolicy } from "@/lib/policy/classifier-policy";
import { EMPTY_POLICY } from "@/lib/policy/schemas";
import { hookTokenFor } from "@/lib/signin/hook-token";
import { eventually, publishTestPolicy, signInTestClient, startTestDataPlane } from "./testing";
import { OPAQUE } from "./testing-llm";
import { preToolUse, ROLLED_OUT } from "./testing-plane";
import { classifierContext, modelRequest } from "./testing-safeguards";
import { startTestUpstream } from "./testing-upstream";

const t = await createTestDatabase();
const { organization, memberFor } = await createTestOrganization(t.db);
const upstream = await startTestUpstream();
let api: MessagesApi;
let plane: Awaited<ReturnType<typeof startTestDataPlane>>;
let client: Awaited<ReturnType<typeof signInTestClient>>;
let sessionId: string;
beforeAll(async () => {
  api = await startMessagesApi();
  api.answerWith([{ text: SAID.pass }]);
  plane = await startTestDataPlane(t, {
    ANTHROPIC_UPSTREAM_URL: upstream.url,
    ANTHROPIC_UPSTREAM_API_KEY: "sk-organization",
    CLASSIFIER_BASE_URL: api.url,
  });
  const classifier = ClassifierPolicy.parse({ llm: { maxRetries: 0 } });
  const rollout = { groups: [], everyoneElse: ROLLED_OUT };
  await publishTestPolicy(t.db, organization.id, { ...EMPTY_POLICY, rollout, classifier });
  await plane.snapshot.refresh();
  client = await signInTestClient(t, plane.env, memberFor("developer").id);
});
afterAll(async () => {
  await plane.close();
  await upstream.close();
  await api.close();
  await t.close();
});
beforeEach(() => {
  sessionId = randomUUID();
});

const send = async (body: BodyInit, headers: Record<string, string> = {}) => {
  const authorization = `Bearer ${client.access_token}`;
  const answer = await fetch(`${plane.url}/v1/messages?beta=true`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json", "x-claude-code-session-id": sessionId, ...headers },
    body,
    duplex: "half",
  } as RequestInit);
  await answer.text();
  return answer.status;
};

const decide = async (over: Record<string, unknown>) => {
  const authorization = `Bearer ${hookTokenFor(plane.env.GATEHOUSE_SECRET, client.clientId, 0)}`;
  const answer = await fetch(`${plane.url}/hooks/claude-code`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify(preToolUse("ls", { session_id: sessionId, cwd: "/home/dev/app/web", ...over })),
  });
  expect(answer.status).toBe(200);
  return t.db.decision.findFirstOrThrow({ where: { sessionId }, orderBy: { id: "desc" } });
};
const write = (file_path: string, over: Record<string, unknown> = {}) =>
  decide({ tool_name: "Write", tool_input: { file_path, content: "x" }, ...over });
/** Facts are read right after the request was passed on. */
const knows = () => eventually(async () => (await write("/home/dev/app/a.txt")).tier === "project-edit");

test("a hook is judged with the repository and the directories that its session's model request told", async () => {
  expect((await write("/home/dev/app/a.txt")).tier).toBe("embedded");
  expect(await send(modelRequest())).toBe(200);
  expect(await knows()).toBe(true);
  expect((await write("/home/dev/shared/a.txt")).tier).toBe("project-edit");
  expect((await write("/home/dev/other/a.txt")).tier).not.toBe("project-edit");
});

test("the record keeps the state of git a decision was made with, and where it was learned; nothing where none was known", async () => {
  expect((await write("/home/dev/app/a.txt")).action).not.toHaveProperty("git");
  await send(modelRequest());
  expect(await knows()).toBe(true);
  expect((await write("/home/dev/app/a.txt")).action).toHaveProperty("git", {
    root: "/home/dev/app",
    branch: "feature/login",
    defaultBranch: "main",
    remotes: ["origin"],
    from: "model-request",
  });
});

test("the LLM classifier is told instructions, git's status and the repository's visibility; not the request's words", async () => {
  await send(modelRequest());
  expect(await knows()).toBe(true);
  await decide({ tool_input: { command: OPAQUE } });
  const prompt = promptText(api.requests.at(-1)?.body ?? { model: "", max_tokens: 0, messages: [] });
  for (const known of ["Use pnpm.", '"git_branch":"feature/login"', "1 staged, 2 modified", '"repository_visibility":"public"'])
    expect(prompt).toContain(known);
  expect(prompt).not.toContain("may take my version");
}); // prettier-ignore

test("another client's request about the same session tells nothing, nor does one with a hook's token", async () => {
  const other = await signInTestClient(t, plane.env, memberFor("admin").id);
  expect(await send(modelRequest(), { authorization: `Bearer ${other.access_token}` })).toBe(200);
  const hookToken = hookTokenFor(plane.env.GATEHOUSE_SECRET, client.clientId, 0);
  expect(await send(modelRequest(), { authorization: `Bearer ${hookToken}` })).toBe(401);
  expect((await write("/home/dev/app/a.txt")).tier).toBe("embedded");
});

test("whatever the body is, it reaches upstream as it was", async () => {
  const nothing = modelRequest(classifierContext(), { safeguards: undefined });
  const large = modelRequest(classifierContext(), { padding: "x".repeat(5 * 1_048_576) });
  const deep = `{"safeguards":${"[".repeat(100_000)}`;
  for (const body of [nothing, large, deep, '{"safeguards":', "\0"]) {
    expect(await send(body)).toBe(200);
    expect(upstream.seen.at(-1)?.body.toString()).toBe(body);
  }
  expect((await write("/home/dev/app/a.txt")).tier).toBe("embedded");
  await send(new Blob([modelRequest()]).stream());
  expect(await knows()).toBe(true);
});
