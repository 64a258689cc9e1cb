import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError, malformed, unavailable } from "@/lib/http/errors";
import { toAppError } from "@/lib/http/problem";

/** Codes under which pg, node and Prisma say that the database cannot be reached or went away. */
const DATABASE_AWAY =
  /^(ECONN|EPIPE|ENOENT|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08|53300|57P0|P1001|P1002|P1008|P1017|P2024|P2028)/;
const DATABASE_AWAY_TEXT =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Can't reach database server/;

/** Turns anything thrown in the data plane, also by Fastify itself, into the AppError to answer with. */
export function toSurfaceError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code = "", statusCode, message = "" } = error as { code?: unknown; statusCode?: number; message?: string };
  if (typeof code === "string" && code.startsWith("FST_ERR_")) return ofFastify(statusCode ?? 500, error);
  if (DATABASE_AWAY.test(String(code)) || DATABASE_AWAY_TEXT.test(message))
    return unavailable("database_unavailable", "The database cannot be reached. Try again in a moment.", error);
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
