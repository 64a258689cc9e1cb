import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Actor, type Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { conflict, forbidden, gone, invalid, notFound } from "@/lib/http/errors";
import { clientLabelOf } from "./client-label";
import { formatUserCode, parseUserCode } from "./user-code";
import { returnUserCodeAttempt, takeUserCodeAttempt } from "./user-code-limit";

/** What a person sees before confirming: which program asks, from where, since when. */
export type PendingDevice = {
  /** `XXXX-XXXX` */
  userCode: string;
  /** e.g. `claude-code/2.1.329`; chosen by the program, so a hint and no proof */
  label: string;
  ip: string | null;
  requestedAt: Date;
  expiresAt: Date;
};

/**
 * Finds the sign-in that waits behind a code. Wrong codes count against a limit shared by all processes.
 * @throws AppError 422 not a code, 404 unknown, 409 already answered, 410 expired, 429 too many wrong codes
 */
export async function findDeviceAuthorization(ctx: Ctx, userCode: string): Promise<PendingDevice> {
  const row = await pendingDevice(ctx, userCode);
  return {
    userCode: formatUserCode(row.userCode),
    label: clientLabelOf(row.userAgent),
    ip: row.ip,
    requestedAt: row.createdAt,
    expiresAt: row.expiresAt,
  };
}

/**
 * Binds a waiting sign-in to the person who confirms it. Creates nothing: the client comes to be when the program
 * fetches its token. Throws as findDeviceAuthorization does.
 */
export async function approveDevice(ctx: Ctx, userCode: string): Promise<void> {
  const member = memberOf(ctx);
  const row = await pendingDevice(ctx, userCode);
  await answer(ctx, row.id, { status: "approved", memberId: member.id });
}

/** Refuses a waiting sign-in: the program is told `access_denied`. Throws as findDeviceAuthorization does. */
export async function denyDevice(ctx: Ctx, userCode: string): Promise<void> {
  const member = memberOf(ctx);
  const row = await pendingDevice(ctx, userCode);
  await inTransaction(ctx, async (tx) => {
    await answer(tx, row.id, { status: "denied", memberId: member.id });
    await recordAdminAction(tx, {
      action: "device.deny",
      target: { type: "device", id: row.id, label: clientLabelOf(row.userAgent) },
      after: { ip: row.ip, surface: row.surface },
    });
  });
}

function memberOf(ctx: Ctx): Extract<Actor, { type: "member" }> {
  authorize(ctx, "device:confirm");
  if (ctx.actor.type !== "member") throw forbidden("Only a person can confirm a sign-in.");
  return ctx.actor;
}

async function pendingDevice(ctx: Ctx, typed: string) {
  const member = memberOf(ctx);
  const userCode = parseUserCode(typed);
  if (!userCode)
    throw invalid("That is not a sign-in code.", [{ field: "userCode", message: "8 letters, shown as XXXX-XXXX" }]);
  await takeUserCodeAttempt(member.id);
  const row = await ctx.db.deviceAuthorization.findUnique({ where: { userCode } });
  if (!row) throw notFound("This code");
  await returnUserCodeAttempt(member.id);
  if (row.expiresAt <= new Date())
    throw gone("device_code_expired", "This code has expired. Start again in Claude Code.");
  if (row.status !== "pending") throw alreadyAnswered();
  return row;
}

const alreadyAnswered = () =>
  conflict("device_code_used", "This code was already answered. Start again in Claude Code for a new one.");

/** One answer wins: of two people or two clicks, the second finds the row no longer pending. */
async function answer(ctx: Ctx, id: string, data: { status: "approved" | "denied"; memberId: string }): Promise<void> {
  const { count } = await ctx.db.deviceAuthorization.updateMany({
    where: { id, status: "pending", expiresAt: { gt: new Date() } },
    data,
  });
  if (count === 0) throw alreadyAnswered();
}
