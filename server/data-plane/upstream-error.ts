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
