import type { AuditAction } from "@/lib/audit/actions";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { hashSecret } from "@/lib/auth/token-hash";
import type { Tx } from "@/lib/db/client";
import type { AppError } from "@/lib/http/errors";
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
const DAY_MS = 24 * 3_600_000;

type Redeeming = Omit<SignIn, "db"> & { db: Tx };
type Outcome = { answer: TokenAnswer } | { over: Ending; clientId: string };

/** Why a refresh ends the whole sign-in: what the program is told, and what the trail says. */
type Ending = { refusal: AppError; action: AuditAction; by: string; reason: string };

const reused = (): Ending => ({
  refusal: deprovisioned("This refresh token was used before. For safety its sign-in was ended. Sign in again."),
  action: "client.token_reuse",
  by: "Reuse detection",
  reason: "A refresh token was used a second time: someone else may hold it.",
});

const tooOld = (days: number): Ending => ({
  refusal: oauthError("invalid_grant", `A sign-in lasts ${days} days at most. Sign in again.`),
  action: "client.revoke",
  by: "Sign-in lifetime",
  reason: `A sign-in by single sign-on lasts ${days} days at most (SIGN_IN_MAX_DAYS).`,
});

/**
 * RFC 6749 section 6 with rotation: one use a token; reuse revokes its client (RFC 9700 section 4.14), and so does its age
 * where an identity provider has to be asked again.
 * @throws AppError 400 `invalid_grant` unknown or expired; 401 `invalid_grant` revoked, reused, or the person has left
 */
export async function refreshTokens(signIn: SignIn, refreshToken: string): Promise<TokenAnswer> {
  const outcome = await signIn.db.$transaction((tx) => redeem({ ...signIn, db: tx }, hashSecret(refreshToken)));
  if ("answer" in outcome) return outcome.answer;
  // In its own transaction: refusing must not roll the revocation back.
  await signIn.db.$transaction((tx) => revoke({ ...signIn, db: tx }, outcome.clientId, outcome.over));
  throw outcome.over.refusal;
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
  const { clientId, client } = token;
  const holder = await findHolder(db, client.memberId);
  if (!holder) throw deprovisioned("This person may no longer sign in.");
  const ageDays = (now.getTime() - client.createdAt.getTime()) / DAY_MS;
  // Before anything else, so that a program's other processes, which come a moment later, are told the same.
  if (holder.externalId !== null && ageDays > signIn.signInMaxDays)
    return { over: tooOld(signIn.signInMaxDays), clientId };
  if (client.revokedAt) throw deprovisioned("This sign-in was ended. Sign in again.");

  if (count === 1) {
    await db.refreshToken.deleteMany({ where: { clientId, expiresAt: { lt: now } } });
    return { answer: await answerWithTokens(signIn, holder, clientId, now) };
  }
  if (!token.usedAt) throw oauthError("invalid_grant", "This refresh token has expired. Sign in again.");
  const retried = await answerRetry(signIn, holder, { ...token, usedAt: token.usedAt }, now);
  return retried ? { answer: retried } : { over: reused(), clientId };
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

async function revoke(signIn: Redeeming, clientId: string, ending: Ending): Promise<void> {
  const client = await endClient(signIn.db, clientId);
  if (!client) return;
  await recordAdminAction(
    {
      db: signIn.db,
      organization: { id: client.organizationId },
      actor: { type: "system", name: ending.by },
      requestId: signIn.requestId,
      ip: signIn.ip,
    },
    {
      action: ending.action,
      target: { type: "client", id: clientId, label: client.label },
      after: { revokedAt: client.revokedAt },
      reason: ending.reason,
    },
  );
}
