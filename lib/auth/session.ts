import { decode } from "next-auth/jwt";
import { z } from "zod";
import type { Ctx } from "./ctx";
import { env } from "@/lib/env";
import { sessionSecret } from "./secret";

export const SESSION_MAX_AGE_SECONDS = 12 * 60 * 60;

export const isSecureOrigin = () => env().GATEHOUSE_URL.startsWith("https://");

/** `__Host-` ties the cookie to this host, path / and https (RFC 6265bis section 4.1.3.2). */
export const sessionCookieName = () => (isSecureOrigin() ? "__Host-gatehouse.session" : "gatehouse.session");

/** What a session token says; the rest is read from the row each time. */
const SessionClaims = z.object({ sub: z.uuid(), epoch: z.number().int() });

/**
 * The member whose session this is. Read from the database on every request, so that disabling a member or raising
 * `sessionEpoch` ends the session at once.
 */
export async function memberOfSession(db: Ctx["db"], cookie: string | undefined) {
  const token = cookie && (await decode({ token: cookie, secret: sessionSecret() }).catch(() => null));
  const claims = SessionClaims.safeParse(token);
  if (!claims.success) return null;
  const member = await db.member.findUnique({
    where: { id: claims.data.sub, status: "active", sessionEpoch: claims.data.epoch },
    select: { id: true, role: true, email: true, name: true, organization: { select: { id: true, name: true } } },
  });
  return member;
}
