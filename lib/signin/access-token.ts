import { jwtVerify, SignJWT } from "jose";
import { newId } from "@/lib/db/id";
import { keyFor } from "./keys";

export const ACCESS_TOKEN_SECONDS = 3_600;
const AUDIENCE = "claude-gateway";

type Issuer = { baseUrl: string; secret: string };
type Holder = { clientId: string; member: { id: string; email: string; name: string; groups: readonly string[] } };

/** An HS256 JWT in the claims that Claude Code's own gateway uses, and `client_id` (RFC 9068). */
export const issueAccessToken = ({ baseUrl, secret }: Issuer, { clientId, member }: Holder): Promise<string> =>
  new SignJWT({ email: member.email, name: member.name, groups: member.groups, client_id: clientId })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(baseUrl)
    .setAudience(AUDIENCE)
    .setSubject(member.id)
    .setJti(newId())
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
    .sign(keyFor(secret, "access-token"));

/**
 * Checks signature, algorithm, issuer, audience and time. Whether the client still may is not in the token: ask the
 * snapshot. Null for anything that is not a token of ours.
 */
export async function verifyAccessToken(
  { baseUrl, secret }: Issuer,
  token: string,
): Promise<{ clientId: string; expiresAtMs: number } | null> {
  const options = { algorithms: ["HS256"], issuer: baseUrl, audience: AUDIENCE, requiredClaims: ["exp"] };
  const verified = await jwtVerify(token, keyFor(secret, "access-token"), options).catch(() => null);
  if (typeof verified?.payload.client_id !== "string" || !verified.payload.exp) return null;
  return { clientId: verified.payload.client_id, expiresAtMs: verified.payload.exp * 1_000 };
}
