import { createHmac } from "node:crypto";
import { hashSecret } from "@/lib/auth/token-hash";
import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { ACCESS_TOKEN_SECONDS, issueAccessToken } from "./access-token";
import type { SignIn, TokenAnswer } from "./context";
import type { Holder } from "./holder";
import { keyFor } from "./keys";

/** A client that has not come back for this long signs in anew. */
const REFRESH_TOKEN_MS = 30 * 24 * 3_600_000;

type Issuing = Pick<SignIn, "baseUrl" | "secret">;

/** Derived from its row's id, so that a retried refresh can be answered with the very same successor (see refresh.ts). */
export const refreshTokenOf = ({ secret }: Issuing, rowId: string): string =>
  `ghr_${createHmac("sha256", keyFor(secret, "refresh-token")).update(rowId).digest("base64url")}`;

/** Writes the client's next refresh token and answers with it and a new access token. */
export async function answerWithTokens(
  issuing: Issuing & { db: Tx },
  holder: Holder,
  clientId: string,
  now: Date,
): Promise<TokenAnswer> {
  const id = newId();
  const refreshToken = refreshTokenOf(issuing, id);
  const expiresAt = new Date(now.getTime() + REFRESH_TOKEN_MS);
  await issuing.db.refreshToken.create({
    data: { id, clientId, tokenHash: hashSecret(refreshToken), createdAt: now, expiresAt },
  });
  return tokenAnswer(issuing, holder, clientId, refreshToken);
}

export const tokenAnswer = async (
  issuing: Issuing,
  holder: Holder,
  clientId: string,
  refreshToken: string,
): Promise<TokenAnswer> => ({
  access_token: await issueAccessToken(issuing, { clientId, member: holder }),
  token_type: "Bearer",
  expires_in: ACCESS_TOKEN_SECONDS,
  refresh_token: refreshToken,
  email: holder.email,
});
