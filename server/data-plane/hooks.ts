import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { Developer } from "@/lib/delivery/snapshot";
import { unauthenticated, unavailable } from "@/lib/http/errors";
import { verifyHookToken } from "@/lib/signin/hook-token";
import type { Asked } from "./decisions-asked";
import { judgeAndRecord } from "./decisions-judge";
import type { DataPlaneDeps } from "./deps";
import { actionOf } from "./hooks-action";
import { hookAnswer, NO_OPINION } from "./hooks-answer";
import { clientDenialOf, sessionEventOf } from "./hooks-report";
import { HookPost, type PreToolUse, type SessionEvent } from "./hooks-schema";
import { probeOutput } from "./probe";
import { refuseOtherMethods } from "./refuse-other-methods";
import type { SessionFactsStore } from "./session-facts";
import { untilGone } from "./until-gone";

const MAX_BODY_BYTES = 4 * 1024 * 1024;
const REMEMBERED_TOKENS = 50_000;

/**
 * `POST /hooks/claude-code`: every hook of the delivered settings. A PreToolUse is decided, recorded and answered; whatever goes
 * wrong on the way is answered with `ask`. A PostToolUse is looked at by the probe, and kept only where that finds something. All other
 * events are kept for the record and answered with no opinion.
 */
export async function registerHooks(
  app: FastifyInstance,
  deps: DataPlaneDeps & { sessionFacts: SessionFactsStore },
): Promise<void> {
  const { env, snapshot, recorder, logger, sessionFacts } = deps;
  const verified = new LRUCache<string, { clientId: string; epoch: number }>({ max: REMEMBERED_TOKENS });

  /** Cryptography once for each token; whether its client may still ask, each time. */
  const developerOf = async (request: FastifyRequest): Promise<Developer> => {
    const header = request.headers.authorization ?? "";
    let token = verified.get(header);
    if (!token) {
      const given = /^Bearer +(\S+)$/i.exec(header)?.[1];
      token = (given && verifyHookToken(env.GATEHOUSE_SECRET, given)) || undefined;
      if (!token) throw unauthenticated("The hook token is missing or not valid. Sign in to Gatehouse with /login.");
      if (!snapshot.isReady) throw unavailable("starting", "Gatehouse is starting. Try again in a moment.");
      await snapshot.learnClient(token.clientId);
      verified.set(header, token);
    }
    const developer = snapshot.developerOfClient(token.clientId, token.epoch);
    if (!developer) throw unauthenticated("This client was signed out. Sign in to Gatehouse again with /login.");
    return developer;
  };

  const answerPreToolUse = async (
    post: PreToolUse,
    developer: Developer,
    asking: Pick<Asked, "startedAtMs" | "signal">,
  ) => {
    const { session_id: sessionId, agent_id: agentId = null } = post;
    const facts =
      developer.clientId === null
        ? null
        : sessionFacts.of({ clientId: developer.clientId, sessionId, agentId }, post.cwd);
    return hookAnswer(
      await judgeAndRecord(deps, {
        developer,
        action: actionOf(post, facts),
        facts,
        sessionId,
        agentId,
        toolUseId: post.tool_use_id ?? null,
        promptId: post.prompt_id ?? null,
        source: "hook",
        ...asking,
      }),
    );
  };

  /** A prompt may clear a soft rule a moment later, so it is on disk before the client goes on. */
  const keep = async (post: SessionEvent, developer: Developer) => {
    const written = recorder.recordEvent(sessionEventOf(post, developer)).catch((error: unknown) => {
      logger.warn({ err: error, event: post.hook_event_name }, "hook event not recorded");
    });
    if (post.hook_event_name === "UserPromptSubmit") await written;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply, startedAtMs: number): Promise<string> => {
    const { developer } = request as Asking;
    const post = HookPost.parse(request.body);
    switch (post.hook_event_name) {
      case "PreToolUse":
        return answerPreToolUse(post, developer, { startedAtMs, signal: untilGone(reply) });
      case "PostToolUse":
        return probeOutput(deps, post, developer, untilGone(reply));
      case "PermissionDenied":
        await recorder.record(clientDenialOf(post, developer, snapshot.decisionPolicyOf(developer))).catch((error) => {
          logger.warn({ err: error }, "denial by the client not recorded");
        });
        return NO_OPINION;
      default:
        await keep(post, developer);
        return NO_OPINION;
    }
  };

  app.removeContentTypeParser("text/plain");
  app.decorateRequest("developer");
  app.post("/hooks/claude-code", {
    bodyLimit: MAX_BODY_BYTES,
    // Before the body is read: a stranger's 4 MB are not worth reading.
    onRequest: async (request) => {
      (request as Asking).developer = await developerOf(request);
    },
    handler: async (request, reply: FastifyReply) => {
      const startedAtMs = performance.now();
      const body = await answer(request, reply, startedAtMs);
      return reply.header("content-type", "application/json; charset=utf-8").send(body);
    },
  });
  refuseOtherMethods(app, "/hooks/claude-code", "POST");
}

type Asking = FastifyRequest & { developer: Developer };
