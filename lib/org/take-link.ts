import type { Ctx } from "@/lib/auth/ctx";
import { hashSecret } from "@/lib/auth/token-hash";
import { gone } from "@/lib/http/errors";

type Purpose = "setup" | "invite" | "reset";

const live = (purpose: Purpose, secret: string, now: Date) => ({
  purpose,
  tokenHash: hashSecret(secret),
  usedAt: null,
  expiresAt: { gt: now },
});

/** Uses a link up. The condition is in the update, so two at once cannot both have it. @throws AppError 410 `link_invalid` */
export async function takeLink(db: Ctx["db"], purpose: Purpose, secret: string) {
  const now = new Date();
  const [link] = await db.oneTimeLink.updateManyAndReturn({
    where: live(purpose, secret, now),
    data: { usedAt: now },
    select: { id: true, memberId: true, revokesClients: true },
  });
  if (!link) throw gone("link_invalid", "This link was used already or has expired. Ask for a new one.");
  return link;
}

/** Whether a page should show its form; the answer is not a promise, takeLink decides. */
export const findLink = (db: Ctx["db"], purpose: Purpose, secret: string) =>
  db.oneTimeLink.findFirst({
    where: live(purpose, secret, new Date()),
    include: { member: { include: { organization: true } } },
  });
