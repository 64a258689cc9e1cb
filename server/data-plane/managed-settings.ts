import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ClientRecord, Delivery } from "@/lib/delivery/access-table";
import type { ClientReports } from "@/lib/delivery/client-reports";
import { AppError } from "@/lib/http/errors";
import { personalise } from "@/lib/policy/personalise";
import { clientVersionOf } from "@/lib/signin/client-label";
import { hookTokenFor } from "@/lib/signin/hook-token";
import { answerApiError } from "./answer-errors";
import type { Authenticator } from "./authenticator";
import type { DataPlaneDeps } from "./deps";
import { matchesEtag } from "./if-none-match";
import { refuseOtherMethods } from "./refuse-other-methods";

type Deps = DataPlaneDeps & { authenticator: Authenticator; reports: ClientReports };

const noPolicy = () => new AppError(404, "no_policy", "No policy has been published yet.");

/**
 * `GET /managed/settings`. A client that does not get an answer does not start, and one that gets an empty document runs
 * without policy: so whatever goes wrong is a 5xx, and little can, because everything is served from memory.
 */
export async function registerManagedSettings(app: FastifyInstance, deps: Deps): Promise<void> {
  const { env, snapshot, authenticator, reports } = deps;
  app.setErrorHandler(answerApiError);

  /** What the client would be sent now, when it was sent just that before; else null. */
  const currentDelivery = ({ member, tokenEpoch, delivery }: ClientRecord): Delivery | null => {
    const document = snapshot.publishedPolicyOf(member.organizationId)?.knownDocument(member.audienceKey);
    return delivery && delivery.document === document && delivery.tokenEpoch === tokenEpoch ? delivery : null;
  };

  const notModified = (request: FastifyRequest, reply: FastifyReply, client: ClientRecord, delivery: Delivery) => {
    reports.delivered(client, delivery.document, delivery.checksum, () => versionOf(request));
    return reply.code(304).header("etag", delivery.etag).header("cache-control", "private, no-cache").send();
  };

  const settingsOf = async (client: ClientRecord) => {
    const { member, tokenEpoch } = client;
    const published = snapshot.publishedPolicyOf(member.organizationId);
    if (!published) throw noPolicy();
    const document = await snapshot.documentOf(published, member.audienceKey);
    const { settings, checksum } = personalise(
      document.canonical,
      hookTokenFor(env.GATEHOUSE_SECRET, client.id, tokenEpoch),
    );
    const delivery: Delivery = { document, tokenEpoch, checksum, etag: `"${checksum}"` };
    client.delivery = delivery;
    return { delivery, settings };
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const client = await authenticator.clientOf(request.headers.authorization);
    const { delivery, settings } = await settingsOf(client);
    if (matchesEtag(request.headers["if-none-match"], delivery.etag))
      return notModified(request, reply, client, delivery);
    reports.delivered(client, delivery.document, delivery.checksum, () => versionOf(request));
    return reply
      .header("etag", delivery.etag)
      .header("cache-control", "private, no-cache")
      .header("vary", "Authorization")
      .type("application/json")
      .send(`{"uuid":"${delivery.document.revisionId}","checksum":"${delivery.checksum}","settings":${settings}}`);
  };

  app.get("/managed/settings", (request, reply) => {
    // The path nearly every request takes: a few look-ups in memory; no JSON, no hashing, no database, no promise.
    const client = authenticator.rememberedClient(request.headers.authorization);
    const delivery = client && currentDelivery(client);
    if (delivery && matchesEtag(request.headers["if-none-match"], delivery.etag))
      return notModified(request, reply, client, delivery);
    return answer(request, reply);
  });
  refuseOtherMethods(app, "/managed/settings", "GET");
}

const versionOf = (request: FastifyRequest): string | null => clientVersionOf(request.headers["user-agent"]);
