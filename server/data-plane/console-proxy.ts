import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Agent } from "undici";
import { unavailable } from "@/lib/http/errors";
import { answerProblem } from "./answer-errors";
import { headersForConsole } from "./console-headers";
import { RESTARTING_PAGE } from "./console-restarting-page";
import { tunnelHotReload } from "./console-upgrade";
import type { DataPlaneDeps } from "./deps";
import { forward, keepBodiesUnread } from "./forward";

const MAX_BODY_BYTES = 16 * 1_048_576;

/** Everything that is not the data plane's own goes to the console behind it. */
export async function registerConsoleProxy(app: FastifyInstance, { env }: DataPlaneDeps): Promise<void> {
  const { CONSOLE_PORT } = env;
  if (CONSOLE_PORT === undefined) return;
  // Shorter than the console keeps its connections, so that none is used in the moment it closes.
  const dispatcher = new Agent({ keepAliveTimeout: 1_000, headersTimeout: 120_000, bodyTimeout: 0 });
  app.addHook("onClose", () => dispatcher.close());
  app.setErrorHandler(answerConsoleError);
  keepBodiesUnread(app);

  app.all("/*", (request, reply) =>
    forward(request, reply, {
      dispatcher,
      origin: `http://127.0.0.1:${CONSOLE_PORT}`,
      path: request.url,
      headers: [...headersForConsole(request.raw), ...forwardedHeaders(request)],
      maxBodyBytes: MAX_BODY_BYTES,
    }),
  );
  // Without a listener Node reads an offer to upgrade as the plain request that it also is.
  if (env.CONSOLE_HOT_RELOAD) tunnelHotReload(app, CONSOLE_PORT);
}

/** `request.ip`, `host` and `protocol` believe a proxy in front of us only where TRUST_PROXY says so. */
const forwardedHeaders = ({ ip, host, protocol, id }: FastifyRequest): string[] => [
  "x-forwarded-for",
  ip,
  "x-forwarded-host",
  host,
  "x-forwarded-proto",
  protocol,
  "x-request-id",
  id,
];

function answerConsoleError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!isConsoleAway(thrown)) return answerProblem(thrown, request, reply);
  if (!request.headers.accept?.includes("text/html"))
    return answerProblem(
      unavailable("console_restarting", "The console is restarting. Try again in a moment.", thrown),
      request,
      reply,
    );
  return reply.code(503).header("retry-after", "2").type("text/html; charset=utf-8").send(RESTARTING_PAGE);
}

const isConsoleAway = (thrown: unknown): boolean =>
  /^(ECONN|EPIPE|UND_ERR_(SOCKET|CONNECT|HEADERS))/.test(String((thrown as { code?: unknown }).code));
