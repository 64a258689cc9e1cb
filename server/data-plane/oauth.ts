import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "@/lib/http/errors";
import { consume, type Limit } from "@/lib/http/rate-limit";
import type { SignIn } from "@/lib/signin/context";
import { exchangeDeviceCode } from "@/lib/signin/exchange-device-code";
import { oauthError } from "@/lib/signin/oauth-error";
import { refreshTokens } from "@/lib/signin/refresh";
import { revokeToken } from "@/lib/signin/revoke";
import { startDeviceAuthorization } from "@/lib/signin/start-device-authorization";
import { answerOAuthError } from "./answer-errors";
import type { DataPlaneDeps } from "./deps";
import { limitTokenRequests } from "./oauth-limit";
import { refuseOtherMethods } from "./refuse-other-methods";

const DEVICE_CODE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
const BODY_BYTES = 16_384;

/** A whole office may come from one address on the day of the rollout. */
const NEW_SIGN_INS: Limit = { name: "device-authorization", points: 600, perSeconds: 600 };

const text = z.string("Required, once").min(1, "Required").max(4_096);
const DeviceAuthorizationForm = z.object({ surface: z.string().max(64).optional() });
const DeviceCodeForm = z.object({ device_code: text });
const RefreshForm = z.object({ refresh_token: text });
const RevokeForm = z.object({ token: text });

/** Sign-in of clients: RFC 8414 discovery, RFC 8628 device flow, RFC 6749 refresh, RFC 7009 revocation. */
export async function registerOAuth(app: FastifyInstance, { env, db, pool }: DataPlaneDeps): Promise<void> {
  app.setErrorHandler(answerOAuthError);
  app.removeAllContentTypeParsers();
  await app.register(formbody, { bodyLimit: BODY_BYTES });

  const baseUrl = env.GATEHOUSE_URL;
  const signInOf = (request: FastifyRequest): SignIn => ({
    db,
    baseUrl,
    secret: env.GATEHOUSE_SECRET,
    signInMaxDays: env.SIGN_IN_MAX_DAYS,
    requestId: request.id,
    ip: request.ip,
    userAgent: request.headers["user-agent"],
  });

  app.addHook("onSend", async (_request, reply) => {
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });

  app.get("/.well-known/oauth-authorization-server", (_request, reply) =>
    reply.header("cache-control", "public, max-age=300").send({
      issuer: baseUrl,
      device_authorization_endpoint: `${baseUrl}/oauth/device_authorization`,
      token_endpoint: `${baseUrl}/oauth/token`,
      revocation_endpoint: `${baseUrl}/oauth/revoke`,
      grant_types_supported: [DEVICE_CODE_GRANT, "refresh_token"],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ["none"],
      revocation_endpoint_auth_methods_supported: ["none"],
    }),
  );

  app.post("/oauth/device_authorization", async (request) => {
    const form = DeviceAuthorizationForm.parse(request.body ?? {});
    await consume(NEW_SIGN_INS, request.ip, pool);
    return startDeviceAuthorization(signInOf(request), form);
  });

  const limited = { onRequest: limitTokenRequests() };

  app.post("/oauth/token", limited, async (request) => {
    const form = formOf(request);
    switch (form.grant_type) {
      case DEVICE_CODE_GRANT:
        return exchangeDeviceCode(signInOf(request), DeviceCodeForm.parse(form).device_code);
      case "refresh_token":
        return refreshTokens(signInOf(request), RefreshForm.parse(form).refresh_token);
      case undefined:
        throw oauthError("invalid_request", "grant_type: Required");
      default:
        throw oauthError("unsupported_grant_type", "Use the device code grant or refresh_token.");
    }
  });

  app.post("/oauth/revoke", limited, async (request, reply) => {
    await revokeToken(signInOf(request), RevokeForm.parse(formOf(request)).token);
    return reply.send();
  });

  refuseOtherMethods(app, "/.well-known/oauth-authorization-server", "GET");
  for (const path of ["device_authorization", "token", "revoke"]) refuseOtherMethods(app, `/oauth/${path}`, "POST");
}

function formOf(request: FastifyRequest): Record<string, unknown> {
  if (request.body === undefined || request.body === null)
    throw new AppError(400, "invalid_request", "Send a form body (application/x-www-form-urlencoded).");
  return request.body as Record<string, unknown>;
}
