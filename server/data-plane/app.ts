import { randomBytes } from "node:crypto";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { ClientReports } from "@/lib/delivery/client-reports";
import { AppError, notFound } from "@/lib/http/errors";
import { answerApiError, answerProblem } from "./answer-errors";
import { Authenticator } from "./authenticator";
import { registerConsoleProxy } from "./console-proxy";
import { registerDecisions } from "./decisions";
import type { DataPlaneDeps } from "./deps";
import { registerHealth } from "./health";
import { registerHooks } from "./hooks";
import { registerManagedSettings } from "./managed-settings";
import { registerMessages } from "./messages";
import { registerOAuth } from "./oauth";
import { createSessionFacts } from "./session-facts";

/** The front door: what clients wait for is answered here; the rest is handed to the console. */
export function buildDataPlane(deps: DataPlaneDeps): FastifyInstance {
  const { env, pool, snapshot, recorder, logger } = deps;
  const app = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    // A line for each request would cost more than the request; errors are logged by the mappers, with their id.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (parent) => parent,
    genReqId: requestIds(),
    // Believes the peer alone, not what the peer was told.
    trustProxy: env.TRUST_PROXY ? (_address, hop) => hop === 0 : false,
    // While draining, a request on an open connection is answered, not refused: a client that gets 503 does not start.
    return503OnClosing: false,
    forceCloseConnections: "idle",
    keepAliveTimeout: 75_000,
    // What fails before a route is found, such as a path that cannot be read.
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  });
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request) => {
    throw notFound(`${request.method} ${request.url.split("?", 1)[0]}`);
  });

  const issuer = { baseUrl: env.GATEHOUSE_URL, secret: env.GATEHOUSE_SECRET };
  const authenticator = new Authenticator(issuer, snapshot);
  const onError = (error: unknown) => logger.warn({ err: error }, "client reports not written; will try again");
  const reports = new ClientReports(pool, { onError });
  // Open streams can take the rest of this process's time; what waits now is written now, and the rest at the end.
  app.addHook("preClose", async () => void Promise.all([reports.flush(), recorder.flush()]));
  app.addHook("onClose", () => reports.close());
  const sessionFacts = createSessionFacts();
  const gatewayDeps = { ...deps, authenticator, reports, sessionFacts };

  app.register((scope) => registerHealth(scope, deps));
  app.register((scope) => registerOAuth(scope, deps));
  app.register((scope) => registerManagedSettings(scope, gatewayDeps));
  app.register((scope) => registerMessages(scope, gatewayDeps));
  app.register((scope) => registerHooks(scope, { ...deps, sessionFacts }));
  app.register((scope) => registerDecisions(scope, { ...deps, reports }));
  app.register(refuseRestOfTheApi);
  app.register((scope) => registerConsoleProxy(scope, deps));
  return app;
}

/** The rest of the Claude API is not offered; said in its own words, not with a page of the console. */
async function refuseRestOfTheApi(app: FastifyInstance): Promise<void> {
  app.setErrorHandler(answerApiError);
  app.all("/v1/*", async () => {
    throw new AppError(404, "not_found", "Gatehouse does not offer this part of the Claude API.");
  });
}

/** Unique across processes and restarts, and cheap: a request on the hot path costs a few microseconds in all. */
function requestIds(): () => string {
  const process = randomBytes(9).toString("base64url");
  let count = 0;
  return () => `${process}-${(count++).toString(36).padStart(4, "0")}`;
}
