import type { FastifyInstance } from "fastify";
import type { DataPlaneDeps } from "./deps";

const PROTOCOL = `Gatehouse speaks the Claude apps gateway protocol.

GET  /.well-known/oauth-authorization-server   RFC 8414 discovery
POST /oauth/device_authorization               RFC 8628 device flow, form body
POST /oauth/token                              device code and refresh_token grants; refresh tokens rotate
POST /oauth/revoke                             RFC 7009
GET  /managed/settings                         {"uuid","checksum","settings"} with ETag; 304; 404 before the first policy
POST /v1/messages                              passed on to the Claude API, as is /v1/messages/count_tokens
GET  /v1/models                                passed on to the Claude API
POST /hooks/claude-code                        HTTP hooks of the delivered settings
`;

/** For load balancers and people: alive, ready, and what is spoken here. */
export async function registerHealth(app: FastifyInstance, { snapshot, llm }: DataPlaneDeps): Promise<void> {
  app.get("/healthz", (_request, reply) => reply.header("cache-control", "no-store").send({ status: "ok" }));

  /** Stays ready while the database is away: settings are served from memory, and a client without them does not start. */
  app.get("/readyz", (_request, reply) => {
    const database = snapshot.isDatabaseAway ? "away" : "reachable";
    reply.header("cache-control", "no-store").code(snapshot.isReady ? 200 : 503);
    return reply.send({
      status: snapshot.isReady ? "ready" : "starting",
      database,
      staleSeconds: Math.round(snapshot.staleMs() / 1_000),
      llmClassifier: llm === null ? "off" : "on",
      /** Of this process: organizations whose questions are not sent, because the API failed again and again. */
      llmCircuitsOpen: llm?.circuits().filter(({ state }) => state !== "closed").length ?? 0,
    });
  });

  app.get("/protocol", (_request, reply) => reply.type("text/plain; charset=utf-8").send(PROTOCOL));
}
