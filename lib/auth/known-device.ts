import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { cookieName, cookieOptions } from "./cookies";
import { knownDeviceSecret } from "./secret";

type Member = { id: string; sessionEpoch: number };

const MAX_AGE_SECONDS = 180 * 24 * 60 * 60;
const Claims = z.object({ sub: z.uuid(), epoch: z.number().int(), jti: z.string().min(1) });

export const knownDeviceCookieName = () => cookieName("device");

/**
 * Given to a browser that has signed a member in. It signs nobody in; it only keeps strangers' attempts on the member's
 * e-mail from keeping this browser out. Each has an id of its own, and ends with the member's sessions.
 */
export const knownDeviceToken = (member: Member): Promise<string> =>
  encode({
    token: { sub: member.id, epoch: member.sessionEpoch },
    secret: knownDeviceSecret(),
    maxAge: MAX_AGE_SECONDS,
  });

/** The cookie to set, in the form that Next and next-auth share. */
export const knownDeviceCookie = async (member: Member) => ({
  name: knownDeviceCookieName(),
  value: await knownDeviceToken(member),
  ...cookieOptions(),
  maxAge: MAX_AGE_SECONDS,
});

/**
 * The id of the browser that holds this token, if the token is this member's and still good. The same work is done where
 * there is no member, so that the time taken does not tell.
 */
export async function knownDeviceOf(token: string | undefined, member: Member | null): Promise<string | null> {
  const decoded = token && (await decode({ token, secret: knownDeviceSecret() }).catch(() => null));
  const claims = Claims.safeParse(decoded).data;
  return claims && claims.sub === member?.id && claims.epoch === member.sessionEpoch ? claims.jti : null;
}
