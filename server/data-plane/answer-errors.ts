import type { FastifyReply, FastifyRequest } from "fastify";
import type { AppError } from "@/lib/http/errors";
import { problemOf } from "@/lib/http/problem";
import { beginErrorAnswer } from "./errors";

/** Error handlers, one for each surface; a plugin names its own with `setErrorHandler`. */
type Answer = (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** RFC 9457. */
export const answerProblem: Answer = (thrown, request, reply) => {
  const error = beginErrorAnswer(thrown, request, reply);
  return reply.type("application/problem+json").send(problemOf(error, request.id));
};

const OAUTH_CODES = new Set([
  "invalid_request", "invalid_grant", "unsupported_grant_type",
  "authorization_pending", "slow_down", "access_denied", "expired_token",
]); // prettier-ignore

/** RFC 6749 section 5.2. */
export const answerOAuthError: Answer = (thrown, request, reply) => {
  const error = beginErrorAnswer(thrown, request, reply);
  // What OAuth has no word for becomes one of its own; a field at fault is 400 there, not 422.
  const otherwise = error.status === 500 ? "server_error" : "temporarily_unavailable";
  const isRequestAtFault = error.status < 500 && error.status !== 429;
  const code = OAUTH_CODES.has(error.code) ? error.code : isRequestAtFault ? "invalid_request" : otherwise;
  const fields = error.fields.map(({ field, message }) => `${field}: ${message}`);
  if (error.status === 422) reply.code(400);
  return reply
    .header("cache-control", "no-store")
    .send({ error: code, error_description: [error.message, ...fields].join(" ") });
};

const API_ERROR_TYPES: Record<number, string> = {
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  504: "timeout_error",
};

/** Only an administrator helps against these. */
const NEEDS_ADMINISTRATOR = new Set(["no_upstream_key", "upstream_key_refused"]);

const isWorthRetry = ({ status, code }: AppError) =>
  status === 429 || (status >= 500 && !NEEDS_ADMINISTRATOR.has(code));

/** The envelope of the Claude API, which Claude Code reads everywhere but at the OAuth endpoints. */
export const answerApiError: Answer = (thrown, request, reply) => {
  const error = beginErrorAnswer(thrown, request, reply);
  const { status, message } = error;
  const type = API_ERROR_TYPES[status] ?? (status < 500 ? "invalid_request_error" : "api_error");
  if (status === 401) reply.header("www-authenticate", 'Bearer error="invalid_token"');
  if (!isWorthRetry(error)) reply.header("x-should-retry", "false");
  return reply
    .header("request-id", request.id)
    .send({ type: "error", error: { type, message }, request_id: request.id });
};
