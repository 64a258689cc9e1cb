import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { cookieName } from "./cookies";
import type { Ctx } from "./ctx";
import { sessionSecret } from "./secret";

export const SESSION_MAX_AGE_SECONDS = 12 * 60 * 60;

export const sessionCookieName = () => cookieName("session");

/** What a session token says; the rest is read from the row each time. */
const SessionClaims = z.object({ sub: z.uuid(), epoch: z.number().int() });

/** The token of a new session, as next-auth makes it when someone signs in. */
export const sessionToken = (member: { id: string; sessionEpoch: number }): Promise<string> =>
  encode({
    token: { sub: member.id, epoch: member.sessionEpoch },
    secret: sessionSecret(),
    maxAge: SESSION_MAX_AGE_SECONDS,
  });

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
