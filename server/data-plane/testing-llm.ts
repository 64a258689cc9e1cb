import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { LlmRecord } from "@/lib/audit/llm-record";
import { SAID } from "@/lib/classifier/testing";
import { startMessagesApi, type Reply } from "@/lib/classifier/testing-messages-api";
import { ClassifierPolicy } from "@/lib/policy/classifier-policy";
import type { PolicyContent } from "@/lib/policy/schemas";
import { createTestPlane, preToolUse, ROLLED_OUT } from "./testing-plane";

export const FLAG: Reply = { text: SAID.flag };
export const ALLOW: Reply = { text: SAID.allow("The user asked to force-push the feature branch.") };
export const BLOCK: Reply = { text: SAID.block("data-exfiltration", "It would send what it computes to a stranger.") };
export const OVERLOADED: Reply = { error: { status: 529, type: "overloaded_error" } };
/** A soft rule stops it; words that the embedded classifier cannot take for a request may clear it. */
export const FORCE_PUSH = "git push --force origin feature/login";
/** Cannot be read through. */
export const OPAQUE = 'eval "$(./next-step)"';

/** A data plane whose LLM classifier asks a Messages API on loopback, and one signed-in client. */
export async function createLlmPlane() {
  const api = await startMessagesApi();
  const plane = await createTestPlane({ CLASSIFIER_API_KEY: "key", CLASSIFIER_BASE_URL: api.url });
  const client = await plane.clientOf(plane.memberFor("developer").id);

  const publish = (llm: Partial<ClassifierPolicy["llm"]> = {}, change: Partial<PolicyContent> = {}) =>
    plane.publish(ROLLED_OUT, { classifier: ClassifierPolicy.parse({ llm: { maxRetries: 0, ...llm } }), ...change });

  /** A new session, on a data plane with circuits and counts of its own. */
  const session = (app: FastifyInstance = plane.planeOn(plane.url)) => {
    api.requests.length = 0;
    const sessionId = randomUUID();
    const headers = { authorization: `Bearer ${client.token}`, "content-type": "application/json" };
    const post = async (body: object) => {
      const answer = await app.inject({ method: "POST", url: "/hooks/claude-code", headers, payload: body });
      const { hookSpecificOutput: said = {} } = answer.json<{ hookSpecificOutput?: Record<string, string> }>();
      return { decision: said.permissionDecision, reason: said.permissionDecisionReason };
    };
    return {
      app,
      headers,
      sessionId,
      useTool: (tool_name: string, tool_input: object) =>
        post(preToolUse("", { session_id: sessionId, prompt_id: "turn-1", tool_name, tool_input })),
      run: (command: string) => post(preToolUse(command, { session_id: sessionId, prompt_id: "turn-1" })),
      says: (prompt: string) =>
        post({
          session_id: sessionId,
          prompt_id: "turn-1",
          prompt,
          hook_event_name: "UserPromptSubmit",
          permission_mode: "auto",
          cwd: "/home/dev/app",
        }),
      async lastRecord() {
        const row = await plane.db.decision.findFirstOrThrow({ where: { sessionId }, orderBy: { id: "desc" } });
        return { ...row, llm: LlmRecord.nullable().parse(row.llm) };
      },
    };
  };

  // The first decision of a process takes longest, and what a session said must be read in time.
  await publish({ when: "never" });
  const first = session();
  await first.says("Begin.");
  await first.run(FORCE_PUSH);

  const close = async () => {
    await plane.close();
    await api.close();
  };
  return { ...plane, api, publish, session, close };
}
