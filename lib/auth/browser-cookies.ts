import { cookies } from "next/headers";
import { cookieOptions } from "./cookies";
import { knownDeviceCookie } from "./known-device";
import { SESSION_MAX_AGE_SECONDS, sessionCookieName, sessionToken } from "./session";

type Member = { id: string; sessionEpoch: number };

// For route handlers and next-auth's events: Next adds the cookies to what they answer.

/** Signs this browser in, after the member has proved to be one. */
export async function startSession(member: Member): Promise<void> {
  const value = await sessionToken(member);
  (await cookies()).set({
    name: sessionCookieName(),
    value,
    ...cookieOptions(),
    maxAge: SESSION_MAX_AGE_SECONDS,
  });
}

/** Makes this browser one that others' attempts to sign in as the member cannot keep out. */
export async function rememberBrowser(member: Member): Promise<void> {
  (await cookies()).set(await knownDeviceCookie(member));
}
