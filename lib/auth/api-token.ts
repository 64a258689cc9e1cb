import type { Ctx } from "./ctx";
import { hashSecret } from "./token-hash";

export const API_TOKEN_PREFIX = "gh_";

const LAST_USED_STEP_MS = 60_000;

/** The token's row, or null for one that is unknown, revoked or expired. Notes its use once a minute at most. */
export async function findApiToken(db: Ctx["db"], secret: string, now = new Date()) {
  if (!secret.startsWith(API_TOKEN_PREFIX)) return null;
  const token = await db.apiToken.findUnique({
    where: {
      tokenHash: hashSecret(secret),
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    select: {
      id: true,
      name: true,
      scopes: true,
      lastUsedAt: true,
      organization: { select: { id: true, name: true } },
    },
  });
  if (token && now.getTime() - (token.lastUsedAt?.getTime() ?? 0) > LAST_USED_STEP_MS)
    await db.apiToken.update({ where: { id: token.id }, data: { lastUsedAt: now } });
  return token;
}
