import type pg from "pg";
import { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/http/errors";
import { countAttempt } from "./attempts";
import type { Ctx, PublicCtx } from "./ctx";
import { knownDeviceOf } from "./known-device";
import { memberActor } from "./member-actor";
import { verifyPassword } from "./password";

export const Credentials = z.object({
  email: z.string().trim().toLowerCase().max(320),
  password: z.string().max(1_000),
});

const wrongCredentials = () => new AppError(401, "wrong_credentials", "E-mail or password is not right.");

/**
 * Every attempt is counted before the password is looked at, so parallel guesses cannot slip past the limits.
 * @param deviceToken of the browser's known-device cookie
 * @throws AppError 401 `wrong_credentials`, 429 `rate_limited`
 */
export async function signInWithPassword(
  public_: PublicCtx,
  pool: pg.Pool,
  input: z.input<typeof Credentials>,
  deviceToken?: string,
) {
  const parsed = Credentials.safeParse(input);
  if (!parsed.success) throw wrongCredentials();
  const { email, password } = parsed.data;
  const member = await public_.db.member.findUnique({ where: { email } });
  const deviceId = await knownDeviceOf(deviceToken, member);
  const attempt = await countAttempt(pool, deviceId ? { deviceId } : { email, ip: public_.ip });

  const right = await verifyPassword(password, member?.passwordHash);
  if (!member || !right || member.status !== "active") throw wrongCredentials();

  await attempt.forgive();
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
