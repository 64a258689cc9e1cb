import { APIConnectionError, APIConnectionTimeoutError, APIError } from "@anthropic-ai/sdk";
import type { UnavailableCause } from "./types";

export type Failure = {
  cause: UnavailableCause;
  /** Null where trying again is of no use. `undefined`: after a pause of our own choosing. */
  retryAfterMs: number | null | undefined;
};

const BY_TYPE: Readonly<Record<string, UnavailableCause>> = {
  rate_limit_error: "rate-limited",
  overloaded_error: "overloaded",
  api_error: "server-error",
  timeout_error: "timeout",
  authentication_error: "unauthorized",
  permission_error: "unauthorized",
  billing_error: "unauthorized",
  request_too_large: "input-too-long",
  not_found_error: "bad-request",
  invalid_request_error: "bad-request",
};

const TOO_LONG = /prompt is too long|input (?:is|length).{0,40}(?:too long|exceed)|maximum context length/i;
const PASSING = new Set<UnavailableCause>(["rate-limited", "overloaded", "server-error", "timeout", "connection"]);

/** Why a request got no answer, from whatever the SDK threw, and whether it may be sent again. */
export function failureOf(error: unknown): Failure {
  const cause = causeOf(error);
  return { cause, retryAfterMs: PASSING.has(cause) ? retryAfterMs(error) : null };
}

function causeOf(error: unknown): UnavailableCause {
  if (error instanceof APIConnectionTimeoutError) return "timeout";
  if (error instanceof APIConnectionError) return "connection";
  if (error instanceof APIError) {
    const cause = BY_TYPE[error.type ?? ""] ?? byStatus(error.status as number | undefined);
    return cause === "bad-request" && TOO_LONG.test(error.message) ? "input-too-long" : cause;
  }
  // A body that is no JSON came from something else than the API; all other errors are of a connection that broke off.
  return error instanceof SyntaxError ? "server-error" : "connection";
}

/** For what stands in front of the API and does not speak its language. */
function byStatus(status = 500): UnavailableCause {
  if (status === 401 || status === 402 || status === 403) return "unauthorized";
  if (status === 408 || status === 504) return "timeout";
  if (status === 413) return "input-too-long";
  if (status === 429) return "rate-limited";
  if (status === 529) return "overloaded";
  return status >= 500 ? "server-error" : "bad-request";
}

function retryAfterMs(error: unknown): number | null | undefined {
  const headers = error instanceof APIError ? (error.headers as Headers | undefined) : undefined;
  if (headers?.get("x-should-retry") === "false") return null;
  const ms = Number(headers?.get("retry-after-ms") ?? NaN);
  if (ms >= 0) return ms;
  const after = headers?.get("retry-after");
  if (!after) return undefined;
  const asked = Number.isNaN(Number(after)) ? Date.parse(after) - Date.now() : Number(after) * 1_000;
  return asked >= 0 ? asked : undefined;
}
