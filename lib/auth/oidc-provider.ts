import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Env } from "@/lib/env";

export const OIDC_PROVIDER_ID = "oidc";

type Claims = Record<string, unknown> & { sub: string };

export const oidcConfigured = (env: Env): boolean =>
  Boolean(env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET);

/** Any OpenID Connect provider, found by discovery. The ID token is verified by openid-client; its claims win. */
export const oidcProvider = (env: Env): OAuthConfig<Claims> => ({
  id: OIDC_PROVIDER_ID,
  name: env.OIDC_NAME,
  type: "oauth",
  issuer: env.OIDC_ISSUER,
  wellKnown: `${env.OIDC_ISSUER?.replace(/\/+$/, "")}/.well-known/openid-configuration`,
  clientId: env.OIDC_CLIENT_ID,
  clientSecret: env.OIDC_CLIENT_SECRET,
  authorization: { params: { scope: env.OIDC_SCOPE } },
  idToken: true,
  checks: ["pkce", "state", "nonce"],
  // Many providers keep e-mail and groups out of the ID token; userinfo is bound to the same subject.
  userinfo: {
    request: async ({ tokens, client }) => ({
      ...(client.issuer.metadata.userinfo_endpoint ? await client.userinfo(tokens as never) : {}),
      ...(tokens as unknown as { claims: () => Claims }).claims(),
    }),
  },
  profile: (claims) => ({ id: claims.sub }),
});
