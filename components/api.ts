import type { FieldError } from "@/lib/http/errors";

/** What went wrong, as the API tells it (RFC 9457 problem details). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly FieldError[];
  readonly requestId: string | null;

  constructor(status: number, problem: Partial<Omit<ApiProblem, "name" | "message" | "status">> = {}) {
    const detail = problem.detail ?? "The server could not be understood. Try again.";
    super(detail);
    this.name = "ApiProblem";
    this.status = status;
    this.code = problem.code ?? "unknown";
    this.detail = detail;
    this.fields = problem.fields ?? [];
    this.requestId = problem.requestId ?? null;
  }
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Calls Gatehouse's own API from the browser.
 * @param path below `/api/v1`, e.g. `/draft`
 * @returns the JSON body, or undefined for an answer without one
 * @throws ApiProblem
 */
export async function api<T = unknown>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem(0, { code: "unreachable", detail: "Gatehouse cannot be reached. Check your connection." });
  });
  if (response.status === 401) returnToSignIn();
  const data: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ApiProblem(response.status, data as ApiProblem | undefined);
  return data as T;
}

/** The session has ended: sign in, then come back to this page. */
function returnToSignIn() {
  const { pathname, search } = window.location;
  if (pathname !== "/signin") window.location.assign(`/signin?next=${encodeURIComponent(pathname + search)}`);
}

/** One sentence to show a person, for anything a call may throw. */
export const messageOf = (error: unknown): string =>
  error instanceof ApiProblem
    ? error.requestId && error.status >= 500
      ? `${error.detail} (request ${error.requestId})`
      : error.detail
    : "Something went wrong in this page. Reload it and try again.";
