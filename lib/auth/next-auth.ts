import type { AuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { rootDb, rootPool } from "@/lib/db/root";
import { env } from "@/lib/env";
import { log } from "@/lib/http/log";
import { toAppError } from "@/lib/http/problem";
import { ipOf, requestIdOf } from "@/lib/http/request-facts";
import { rememberBrowser } from "./browser-cookies";
import { cookieOf, cookieOptions, isSecureOrigin } from "./cookies";
import type { PublicCtx } from "./ctx";
import { knownDeviceCookieName } from "./known-device";
import { identityOf } from "./oidc-claims";
import { OIDC_PROVIDER_ID, oidcConfigured, oidcProvider } from "./oidc-provider";
import { sessionSecret } from "./secret";
import { SESSION_MAX_AGE_SECONDS, sessionCookieName } from "./session";
import { signInWithOidc } from "./sign-in-with-oidc";
import { signInWithPassword } from "./sign-in-with-password";

const publicCtx = (headers: Headers): PublicCtx => ({
  db: rootDb(),
  requestId: requestIdOf(headers),
  ip: ipOf(headers),
});

/** next-auth hands on nothing but a message: the code, and for a limit the seconds to wait (read by sign-in-error.ts). */
function codeOnly(thrown: unknown): Error {
  const error = toAppError(thrown);
  if (error.status >= 500) log().error({ err: error.cause ?? error }, "sign-in failed");
  return new Error([error.code, error.retryAfterSeconds].filter((part) => part !== undefined).join(":"));
}

type SignedIn = User & { epoch: number };

const asUser = (member: { id: string; sessionEpoch: number }): SignedIn => ({
  id: member.id,
  epoch: member.sessionEpoch,
});

const passwordProvider = (headers: Headers) =>
  CredentialsProvider({
    credentials: { email: {}, password: {} },
    authorize: (given) =>
      signInWithPassword(
        publicCtx(headers),
        rootPool(),
        given ?? { email: "", password: "" },
        cookieOf(headers, knownDeviceCookieName()),
      ).then(asUser, (thrown: unknown) => Promise.reject(codeOnly(thrown))),
  });

/** Everything next-auth does for us: the two ways in, and a session token that says no more than member and epoch. */
export function authOptions(headers: Headers): AuthOptions {
  process.env.NEXTAUTH_URL ??= env().GATEHOUSE_URL;
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
    useSecureCookies: isSecureOrigin(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: cookieOptions(),
      },
    },
    pages: { signIn: "/signin", error: "/signin", signOut: "/signin" },
    providers: [passwordProvider(headers), ...(oidcConfigured(env()) ? [oidcProvider(env())] : [])],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== OIDC_PROVIDER_ID) return true;
        const member = await Promise.resolve()
          .then(() => signInWithOidc(publicCtx(headers), identityOf(profile, env().OIDC_GROUPS_CLAIM)))
          .catch((thrown: unknown) => Promise.reject(codeOnly(thrown)));
        // The same object is given to the jwt callback next.
        Object.assign(user, asUser(member));
        return true;
      },
      jwt: ({ token, user }) => (user ? { sub: user.id, epoch: (user as SignedIn).epoch } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signIn: ({ user }) => rememberBrowser({ id: user.id, sessionEpoch: (user as SignedIn).epoch }),
    },
    logger: {
      error: (code, metadata) =>
        log().error({ code, err: metadata instanceof Error ? metadata : metadata.error }, "sign-in"),
      warn: (code) => log().debug({ code }, "sign-in"),
      debug: () => {},
    },
  };
}
