import type pg from "pg";
import { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/http/errors";
import { consume, type Limit, limiterOf } from "@/lib/http/rate-limit";
import type { Ctx, PublicCtx } from "./ctx";
import { memberActor } from "./member-actor";
import { verifyPassword } from "./password";
import { hashSecret } from "./token-hash";

const MINUTES_15 = 15 * 60;
const PER_EMAIL: Limit = { name: "signin-email", points: 10, perSeconds: MINUTES_15 };
export const PER_IP: Limit = { name: "signin-ip", points: 60, perSeconds: MINUTES_15 };

export const Credentials = z.object({
  email: z.string().trim().toLowerCase().max(320),
  password: z.string().max(1_000),
});

const wrongCredentials = () => new AppError(401, "wrong_credentials", "E-mail or password is not right.");

/**
 * Every attempt costs a point before the password is looked at, so parallel guesses cannot slip past the limit; success
 * gives the points back.
 * @throws AppError 401 `wrong_credentials`, 429 `rate_limited`
 */
export async function signInWithPassword(public_: PublicCtx, pool: pg.Pool, input: z.input<typeof Credentials>) {
  const parsed = Credentials.safeParse(input);
  if (!parsed.success) throw wrongCredentials();
  const { email, password } = parsed.data;
  const emailKey = hashSecret(email);
  const ipKey = public_.ip ?? "unknown";
  await consume(PER_IP, ipKey, pool);
  await consume(PER_EMAIL, emailKey, pool);

  const member = await public_.db.member.findUnique({ where: { email } });
  const right = await verifyPassword(password, member?.passwordHash);
  if (!member || !right || member.status !== "active") throw wrongCredentials();

  await limiterOf(PER_EMAIL, pool).delete(emailKey);
  await limiterOf(PER_IP, pool).reward(ipKey, 1);
  const ctx = { ...public_, organization: { id: member.organizationId }, actor: memberActor(member) };
  await noteSignIn(ctx, "password");
  return member;
}

/** Entered in the trail: who signed in, how. */
export const noteSignIn = (ctx: Ctx & { actor: ReturnType<typeof memberActor> }, method: string) =>
  inTransaction(ctx, async (tx) => {
    const { id, name, email } = ctx.actor;
    await tx.db.member.update({ where: { id }, data: { lastSignInAt: new Date() } });
    await recordAdminAction(tx, {
      action: "member.sign_in",
      target: { type: "member", id, label: name || email },
      after: { method },
    });
  });
