import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { EnvHttpProxyAgent } from "undici";
import type { ClientRecord } from "@/lib/delivery/access-table";
import type { ClientReports } from "@/lib/delivery/client-reports";
import { AppError, notFound } from "@/lib/http/errors";
import { answerApiError } from "./answer-errors";
import type { Authenticator } from "./authenticator";
import type { DataPlaneDeps } from "./deps";
import { forward, keepBodiesUnread } from "./forward";
import { endToEndHeaders } from "./hop-by-hop";
import { createMessagesTap } from "./messages-tap";
import { refuseOtherMethods } from "./refuse-other-methods";
import type { SessionFactsStore } from "./session-facts";
import { keyRefusal, upstreamError } from "./upstream-error";

type Deps = DataPlaneDeps & { authenticator: Authenticator; reports: ClientReports; sessionFacts: SessionFactsStore };

/** Above the Claude API's own limit of 32 MB, so that its answer is the one people see. */
const MAX_BODY_BYTES = 64 * 1_048_576;
/** A long answer without streaming sends nothing for minutes; so may a stream between two events. */
const ANSWER_TIMEOUT_MS = 600_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** The client's credentials are for us and ours are for upstream; cookies are the console's. */
const NOT_FOR_UPSTREAM = ["authorization", "x-api-key", "host", "cookie", "expect", "x-forwarded-for", "forwarded"];
const NOT_FOR_CLIENTS = ["set-cookie"];
const CHECKSUM = /^sha256:[0-9a-f]{64}$/;

/** The Claude API, for signed-in clients, with the organization's key. */
export async function registerMessages(app: FastifyInstance, deps: Deps): Promise<void> {
  const { env, authenticator, reports, sessionFacts, logger } = deps;
  app.setErrorHandler(answerApiError);
  keepBodiesUnread(app);

  const upstream = new URL(env.ANTHROPIC_UPSTREAM_URL);
  const pathPrefix = upstream.pathname.replace(/\/+$/, "");
  // Honours HTTPS_PROXY and NO_PROXY: many companies reach the Claude API through a proxy of theirs.
  const dispatcher = new EnvHttpProxyAgent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
  });
  app.addHook("onClose", () => dispatcher.close());

  const tapOf = createMessagesTap(sessionFacts, (err) => logger.warn({ err }, "model request not read for its facts"));
  const passThrough = async (request: FastifyRequest, reply: FastifyReply) => {
    const client = await authenticator.clientOf(request.headers.authorization);
    noteApplied(reports, client, request.headers["x-claude-code-managed-settings-checksum"]);
    const key = env.ANTHROPIC_UPSTREAM_API_KEY;
    if (!key) throw noKey();
    const path = pathPrefix + pathOf(request) + queryOf(request);
    await forward(request, reply, {
      dispatcher,
      origin: upstream.origin,
      path,
      headers: [...endToEndHeaders(request.raw, NOT_FOR_UPSTREAM), "x-api-key", key],
      maxBodyBytes: MAX_BODY_BYTES,
      tap: request.routeOptions.url === "/v1/messages" ? tapOf(request, client.id) : undefined,
      withoutHeaders: NOT_FOR_CLIENTS,
      refusalOf: keyRefusal,
    }).catch((error: unknown) => {
      throw upstreamError(error);
    });
  };

  app.post("/v1/messages", passThrough);
  app.post("/v1/messages/count_tokens", passThrough);
  app.get("/v1/models", passThrough);
  app.get("/v1/models/:model", passThrough);
  refuseOtherMethods(app, "/v1/messages", "POST");
  refuseOtherMethods(app, "/v1/messages/count_tokens", "POST");
  refuseOtherMethods(app, "/v1/models", "GET");
  refuseOtherMethods(app, "/v1/models/:model", "GET");
}

const MODEL = /^(?!\.{1,2}$)[\w.:@-]+$/;

/** In our own spelling: what a client spells could name another path, and it would be asked with the organization's key. */
function pathOf({ routeOptions, params }: FastifyRequest): string {
  const { model } = params as { model?: string };
  if (model === undefined) return routeOptions.url ?? "";
  if (!MODEL.test(model)) throw notFound("This model");
  return `/v1/models/${model}`;
}

/** With its question mark. */
const queryOf = ({ url }: FastifyRequest): string => /\?[^#]*/.exec(url)?.[0] ?? "";

function noteApplied(reports: ClientReports, client: ClientRecord, checksum: string | string[] | undefined): void {
  if (typeof checksum === "string" && CHECKSUM.test(checksum)) reports.applied(client, checksum);
}

const noKey = () =>
  new AppError(
    501,
    "no_upstream_key",
    "Gatehouse has no key for the Claude API. Ask your administrator to set ANTHROPIC_UPSTREAM_API_KEY.",
  );
