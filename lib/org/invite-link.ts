import type { Ctx } from "@/lib/auth/ctx";
import { hashSecret, newSecret } from "@/lib/auth/token-hash";
import { newId } from "@/lib/db/id";

const INVITE_DAYS = 7;

/** A new invitation; earlier ones of the member stop working. The path holds the secret and is never told again. */
export async function newInviteLink(ctx: Ctx, memberId: string) {
  const now = new Date();
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + INVITE_DAYS * 86_400_000);
  await ctx.db.oneTimeLink.updateMany({
    where: { purpose: "invite", memberId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  await ctx.db.oneTimeLink.create({
    data: { id: newId(), purpose: "invite", memberId, tokenHash: hashSecret(secret), expiresAt },
  });
  return { invitePath: `/invite?token=${secret}`, expiresAt };
}
