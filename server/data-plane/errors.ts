import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError, malformed } from "@/lib/http/errors";
import { toAppError } from "@/lib/http/problem";

/** Turns anything thrown in the data plane, also by Fastify itself, into the AppError to answer with. */
export function toSurfaceError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, statusCode } = error as { code?: unknown; statusCode?: number };
  if (typeof code === "string" && code.startsWith("FST_ERR_")) return ofFastify(statusCode ?? 500, error);
  return toAppError(error);
}

function ofFastify(status: number, cause: unknown): AppError {
  if (status === 413) return new AppError(413, "too_large", "The request body is too large.", { cause });
  if (status === 415)
    return new AppError(415, "unsupported_media_type", "This content type is not understood.", { cause });
  return status < 500 ? malformed("The request could not be read.", cause) : toAppError(cause);
}

/** What every surface does with an error before it writes its own body: status, headers, a line in the log. */
export function beginErrorAnswer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): AppError {
  const error = toSurfaceError(thrown);
  if (error.status >= 500)
    request.log.error({
      requestId: request.id,
      route: request.routeOptions.url,
      code: error.code,
      err: error.cause ?? error,
    });
  if (error.retryAfterSeconds !== undefined) reply.header("retry-after", String(error.retryAfterSeconds));
  else if (error.status === 503) reply.header("retry-after", "2");
  // The rest of a body that nobody will read.
  if (error.status === 413) reply.header("connection", "close");
  reply.code(error.status).header("x-request-id", request.id);
  return error;
}
