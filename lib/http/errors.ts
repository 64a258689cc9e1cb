/**
 * Every error that Gatehouse answers on purpose. Verbs throw these; one mapper per surface turns them into an answer
 * (problem+json, the OAuth error body, the Claude API error envelope). Anything else is a 500 without details.
 */
export type FieldError = { field: string; message: string };

type Details = { fields?: FieldError[]; retryAfterSeconds?: number; cause?: unknown };

export class AppError extends Error {
  readonly status: number;
  /** Stable, snake_case; documented in docs/errors.md. */
  readonly code: string;
  readonly fields: FieldError[];
  readonly retryAfterSeconds?: number;

  constructor(status: number, code: string, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = "AppError";
    this.status = status;
    this.code = code;
    this.fields = details.fields ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** 422: the request was understood and a field of it is wrong. */
export const invalid = (message: string, fields: FieldError[] = [], code = "invalid_request") =>
  new AppError(422, code, message, { fields });

export const malformed = (message: string, cause?: unknown) =>
  new AppError(400, "malformed_request", message, { cause });

export const unauthenticated = (message = "Sign in first.") => new AppError(401, "unauthenticated", message);

export const forbidden = (message = "Your role does not allow this.") => new AppError(403, "forbidden", message);

/** Also for what belongs to another organization: its existence is not told. */
export const notFound = (what: string) => new AppError(404, "not_found", `${what} was not found.`);

export const conflict = (code: string, message: string) => new AppError(409, code, message);

export const gone = (code: string, message: string) => new AppError(410, code, message);

export const rateLimited = (retryAfterSeconds: number) =>
  new AppError(429, "rate_limited", `Too many attempts. Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });

export const unavailable = (code: string, message: string, cause?: unknown) =>
  new AppError(503, code, message, { cause });
