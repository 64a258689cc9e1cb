import type { Ctx } from "@/lib/auth/ctx";
import { hashSecret, newSecret } from "@/lib/auth/token-hash";
import { newId } from "@/lib/db/id";

const HOUR_MS = 3_600_000;
const LIFETIME_MS = { invite: 7 * 24 * HOUR_MS, reset: 24 * HOUR_MS };
type Purpose = keyof typeof LIFETIME_MS;

/** Links of the member that were not followed yet stop working. */
export const expireLinks = (ctx: Ctx, memberId: string, purpose?: Purpose) =>
  ctx.db.oneTimeLink.updateMany({
    where: { purpose, memberId, usedAt: null, expiresAt: { gt: new Date() } },
    data: { expiresAt: new Date() },
  });

/** A new link; earlier ones of the same purpose stop working. The path holds the secret and is never told again. */
async function newMemberLink(ctx: Ctx, purpose: Purpose, memberId: string, revokesClients = false) {
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + LIFETIME_MS[purpose]);
  await expireLinks(ctx, memberId, purpose);
  await ctx.db.oneTimeLink.create({
    data: { id: newId(), purpose, memberId, tokenHash: hashSecret(secret), expiresAt, revokesClients },
  });
  return { path: `/${purpose}?token=${secret}`, expiresAt };
}

export async function newInviteLink(ctx: Ctx, memberId: string) {
  const { path, expiresAt } = await newMemberLink(ctx, "invite", memberId);
  return { invitePath: path, expiresAt };
}

/** @param revokesClients following it also signs the member's clients out */
export async function newResetLink(ctx: Ctx, memberId: string, revokesClients: boolean) {
  const { path, expiresAt } = await newMemberLink(ctx, "reset", memberId, revokesClients);
  return { resetPath: path, expiresAt };
}
