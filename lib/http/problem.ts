import { z } from "zod";
import { isDatabaseAway } from "./database-away";
import { AppError, type FieldError, unavailable } from "./errors";

/** RFC 9457 problem details, with `code`, `requestId` and the fields at fault as extensions. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  fields?: FieldError[];
};

const TITLES: Record<number, string> = {
  400: "Malformed request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  410: "Gone",
  413: "Too large",
  415: "Unsupported media type",
  422: "Invalid request",
  429: "Too many requests",
  503: "Unavailable",
};

/** A dotted path as people write it: `trust.2.value`. */
export const fieldErrorsOf = (error: z.ZodError): FieldError[] =>
  error.issues.map((issue) => ({
    field: issue.path.join("."),
    message: issue.message.endsWith("received undefined") ? "Required" : issue.message,
  }));

/** Turns anything thrown into the AppError to answer with; what was not foreseen becomes an opaque 500. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError)
    return new AppError(422, "invalid_request", "Some fields are not valid.", {
      fields: fieldErrorsOf(error),
      cause: error,
    });
  if (isDatabaseAway(error))
    return unavailable("database_unavailable", "The database cannot be reached. Try again in a moment.", error);
  return new AppError(500, "internal_error", "Something went wrong on our side. The request id finds it in the log.", {
    cause: error,
  });
}

export const problemOf = (error: AppError, requestId: string): Problem => ({
  type: `urn:gatehouse:error:${error.code}`,
  title: TITLES[error.status] ?? "Error",
  status: error.status,
  detail: error.message,
  code: error.code,
  requestId,
  ...(error.fields.length > 0 ? { fields: error.fields } : {}),
});
