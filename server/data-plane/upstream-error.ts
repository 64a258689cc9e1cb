import type { Dispatcher } from "undici";
import { AppError } from "@/lib/http/errors";

const TIMEOUTS = new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "UND_ERR_CONNECT_TIMEOUT"]);

/** What went wrong between us and the Claude API, as an error that the client may retry. */
export function upstreamError(cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const { code = "" } = cause as { code?: string };
  return TIMEOUTS.has(code)
    ? new AppError(504, "upstream_timeout", "The Claude API did not answer Gatehouse in time.", { cause })
    : new AppError(502, "upstream_unreachable", "Gatehouse cannot reach the Claude API.", { cause });
}

/**
 * The Claude API's 401 and 403 are about the organization's key, never about the client, which would take them for its own
 * and sign in again and again.
 */
export function keyRefusal({ statusCode, headers }: Dispatcher.ResponseData): AppError | null {
  if (statusCode !== 401 && statusCode !== 403) return null;
  const cause = new Error(`The Claude API answered ${statusCode}, request-id ${String(headers["request-id"])}`);
  return new AppError(
    502,
    "upstream_key_refused",
    `The Claude API refused the organization's API key (${statusCode}); your own sign-in is fine. ` +
      "Ask your Gatehouse administrator to check ANTHROPIC_UPSTREAM_API_KEY.",
    { cause },
  );
}
