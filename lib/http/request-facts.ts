import { newId } from "@/lib/db/id";

const REQUEST_ID = /^[\w-]{8,64}$/;

/** The id given by the front door, or a new one; it is in every answer and every audit entry. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given && REQUEST_ID.test(given) ? given : newId();
}

/**
 * The console listens on loopback behind our own data plane, which writes X-Forwarded-For; the last element is the one
 * that the nearest proxy added and the only one a client cannot choose.
 */
export const ipOf = (headers: Headers): string | undefined =>
  headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || undefined;
