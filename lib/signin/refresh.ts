import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { hashSecret } from "@/lib/auth/token-hash";
import type { Tx } from "@/lib/db/client";
import type { SignIn, TokenAnswer } from "./context";
import { findHolder, type Holder } from "./holder";
import { answerWithTokens, refreshTokenOf, tokenAnswer } from "./issue-tokens";
import { deprovisioned, oauthError } from "./oauth-error";
import { endClient } from "./end-client";

/**
 * Claude Code runs in many processes that share one credentials file; two of them refresh with the same token within
 * moments (anthropics/claude-code#24317), and a lost answer is retried. Within this time such a retry gets the *same*
 * successor: never a second chain, so a thief who races the owner is found at the next rotation. After it, or once the
 * successor was used, a used token means that two parties hold it.
 */
const RETRY_WINDOW_MS = 30_000;

type Redeeming = Omit<SignIn, "db"> & { db: Tx };
type Outcome = { answer: TokenAnswer } | { reused: { clientId: string } };

/**
 * RFC 6749 section 6 with rotation: one use a token; reuse revokes its client (RFC 9700 section 4.14).
 * @throws AppError 400 `invalid_grant` unknown or expired; 401 `invalid_grant` revoked, reused, or the person has left
 */
export async function refreshTokens(signIn: SignIn, refreshToken: string): Promise<TokenAnswer> {
  const outcome = await signIn.db.$transaction((tx) => redeem({ ...signIn, db: tx }, hashSecret(refreshToken)));
  if ("answer" in outcome) return outcome.answer;
  // In its own transaction: refusing must not roll the revocation back.
  await signIn.db.$transaction((tx) => revokeForReuse({ ...signIn, db: tx }, outcome.reused.clientId));
  throw deprovisioned("This refresh token was used before. For safety its sign-in was ended. Sign in again.");
}

async function redeem(signIn: Redeeming, tokenHash: string): Promise<Outcome> {
  const { db } = signIn;
  const now = new Date();
  // Decides between two uses at the same time: the second waits for the first and then finds the token used.
  const { count } = await db.refreshToken.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  const token = await db.refreshToken.findUnique({ where: { tokenHash }, include: { client: true } });
  if (!token) throw oauthError("invalid_grant", "This refresh token is unknown.");
  if (token.client.revokedAt) throw deprovisioned("This sign-in was ended. Sign in again.");
  const holder = await findHolder(db, token.client.memberId);
  if (!holder) throw deprovisioned("This person may no longer sign in.");

  if (count === 1) {
    await db.refreshToken.deleteMany({ where: { clientId: token.clientId, expiresAt: { lt: now } } });
    return { answer: await answerWithTokens(signIn, holder, token.clientId, now) };
  }
  if (!token.usedAt) throw oauthError("invalid_grant", "This refresh token has expired. Sign in again.");
  const retried = await answerRetry(signIn, holder, { ...token, usedAt: token.usedAt }, now);
  return retried ? { answer: retried } : { reused: { clientId: token.clientId } };
}

async function answerRetry(
  signIn: Redeeming,
  holder: Holder,
  token: { clientId: string; usedAt: Date },
  now: Date,
): Promise<TokenAnswer | null> {
  if (now.getTime() - token.usedAt.getTime() > RETRY_WINDOW_MS) return null;
  // A client has one unused token at most; made at the moment this one was used, it is its successor.
  const successor = await signIn.db.refreshToken.findFirst({
    where: { clientId: token.clientId, usedAt: null, createdAt: token.usedAt },
    select: { id: true },
  });
  return successor && tokenAnswer(signIn, holder, token.clientId, refreshTokenOf(signIn, successor.id));
}

async function revokeForReuse(signIn: Redeeming, clientId: string): Promise<void> {
  const client = await endClient(signIn.db, clientId);
  if (!client) return;
  await recordAdminAction(
    {
      db: signIn.db,
      organization: { id: client.organizationId },
      actor: { type: "system", name: "Reuse detection" },
      requestId: signIn.requestId,
      ip: signIn.ip,
    },
    {
      action: "client.token_reuse",
      target: { type: "client", id: clientId, label: client.label },
      after: { revokedAt: client.revokedAt },
      reason: "A refresh token was used a second time: someone else may hold it.",
    },
  );
}
