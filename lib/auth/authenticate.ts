import { findApiToken } from "./api-token";
import { cookieOf } from "./cookies";
import type { Actor, Ctx } from "./ctx";
import { memberOfSession, sessionCookieName } from "./session";

export type Principal = { actor: Actor; organization: { id: string; name: string }; via: "cookie" | "token" };

const bearerOf = (headers: Headers) => /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];

/** Who asks: an API token if one is shown (a bad one is not helped out by a cookie), else the signed-in member. */
export async function authenticate(db: Ctx["db"], headers: Headers): Promise<Principal | null> {
  if (headers.has("authorization")) {
    const token = await findApiToken(db, bearerOf(headers) ?? "");
    return (
      token && {
        actor: { type: "token", id: token.id, name: token.name, scopes: token.scopes },
        organization: token.organization,
        via: "token",
      }
    );
  }
  const member = await memberOfSession(db, cookieOf(headers, sessionCookieName()));
  if (!member) return null;
  const { organization, ...person } = member;
  return { actor: { type: "member", ...person }, organization, via: "cookie" };
}
