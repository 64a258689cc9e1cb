import type { FastifyInstance, FastifyRequest } from "fastify";
import { hashSecret } from "@/lib/auth/token-hash";
import { type Conversation, historyOfMessages } from "@/lib/classifier/history-messages";
import { DecisionRequest, type DecisionResponse } from "@/lib/decision/rest-schema";
import type { Action, EarlierCall } from "@/lib/decision/types";
import type { ClientReports } from "@/lib/delivery/client-reports";
import type { ApiCaller } from "@/lib/delivery/snapshot";
import { AppError, forbidden, unauthenticated, unavailable } from "@/lib/http/errors";
import { type Answered, judgeAndRecord } from "./decisions-judge";
import type { DataPlaneDeps } from "./deps";
import { refuseOtherMethods } from "./refuse-other-methods";
import { untilGone } from "./until-gone";

const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** The latest messages of the user that the embedded classifier looks at, as for a client's session. */
const MAX_WORDS = 200;
const SCOPE = "decision:create";

type Deps = DataPlaneDeps & { reports: ClientReports };

/** `POST /api/v1/decisions`: the same decision and the same record as for a hook, for agents of any make. */
export async function registerDecisions(app: FastifyInstance, deps: Deps): Promise<void> {
  const { snapshot, reports } = deps;

  const callerOf = (request: FastifyRequest): ApiCaller => {
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    if (!token) throw unauthenticated("Send an API token as Authorization: Bearer.");
    if (!snapshot.isReady) throw unavailable("starting", "Gatehouse is starting. Try again in a moment.");
    const caller = snapshot.apiCaller(hashSecret(token), Date.now());
    if (!caller) throw unauthenticated("This API token is not valid, was revoked or has expired.");
    reports.used(caller.tokenId);
    if (!caller.scopes.includes(SCOPE)) throw forbidden(`This API token lacks the scope ${SCOPE}.`);
    return caller;
  };

  app.removeContentTypeParser("text/plain");
  app.decorateRequest("caller");
  app.post("/api/v1/decisions", {
    bodyLimit: MAX_BODY_BYTES,
    onRequest: async (request) => {
      (request as Asking).caller = callerOf(request);
    },
    handler: async (request, reply): Promise<DecisionResponse> => {
      const startedAtMs = performance.now();
      const body = DecisionRequest.parse(request.body);
      const developer = snapshot.developerByEmail((request as Asking).caller.organizationId, body.developer);
      if (!developer) throw unknownDeveloper();
      const { messages } = body.context;
      const conversation = messages ? historyOfMessages(messages, body.agent_id !== null) : null;
      const answered = await judgeAndRecord(deps, {
        developer,
        action: actionOf(body, conversation),
        conversation,
        sessionId: body.session_id,
        agentId: body.agent_id,
        toolUseId: body.tool_use_id,
        source: "rest",
        startedAtMs,
        signal: untilGone(reply),
      });
      return responseOf(answered);
    },
  });
  refuseOtherMethods(app, "/api/v1/decisions", "POST");
}

type Asking = FastifyRequest & { caller: ApiCaller };

/** Also for a member of another organization: that they exist is not told. */
const unknownDeveloper = () =>
  new AppError(404, "not_found", "The developer was not found.", {
    fields: [{ field: "developer", message: "No active member of your organization has this e-mail address" }],
  });

const actionOf = ({ tool, input, context }: DecisionRequest, conversation: Conversation | null): Action => ({
  tool,
  input,
  cwd: context.cwd,
  home: context.home,
  additionalDirectories: context.additional_directories,
  permissionMode: context.permission_mode,
  git: context.git && {
    root: context.git.root,
    branch: context.git.branch,
    defaultBranch: context.git.default_branch,
    remotes: context.git.remotes,
  },
  userMessages: conversation?.userWords.slice(-MAX_WORDS) ?? context.user_messages,
  ...(conversation && { earlier: callsOf(conversation, context.cwd) }),
});

/** Where each ran is not told; it matters for relative paths alone. */
const callsOf = ({ history }: Conversation, cwd: string): EarlierCall[] =>
  history.flatMap((entry) => (entry.sort === "tool" ? [{ tool: entry.tool, input: entry.input, cwd }] : []));

const responseOf = ({ id, verdict, answer, fallback, tier, rule, reason, enforcement, revision }: Answered) => ({
  id,
  verdict,
  answer,
  fallback,
  tier,
  rule,
  reason,
  enforcement,
  revision,
  recorded: revision !== null,
});
