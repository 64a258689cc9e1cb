import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { hashSecret } from "@/lib/auth/token-hash";
import type { Tx } from "@/lib/db/client";
import type { DeviceAuthorization } from "@/lib/db/generated/client";
import { newId } from "@/lib/db/id";
import { clientLabelOf, clientVersionOf } from "./client-label";
import type { SignIn, TokenAnswer } from "./context";
import { findHolder, lockMember } from "./holder";
import { answerWithTokens } from "./issue-tokens";
import { oauthError } from "./oauth-error";

/** Programs keep time less well than we do; an early poll within this is not punished. */
const EARLY_POLL_TOLERANCE_MS = 1_000;
const SLOW_DOWN_SECONDS = 5;

const spent = () => oauthError("invalid_grant", "This device code is unknown or was already used.");

/**
 * RFC 8628 section 3.4: trades a confirmed device code for tokens, once; this is when the client comes to be.
 * @throws AppError with the OAuth code to answer: authorization_pending, slow_down, access_denied, expired_token, invalid_grant
 */
export async function exchangeDeviceCode(signIn: SignIn, deviceCode: string): Promise<TokenAnswer> {
  const row = await signIn.db.deviceAuthorization.findUnique({ where: { deviceCodeHash: hashSecret(deviceCode) } });
  if (!row || row.status === "consumed") throw spent();
  if (row.expiresAt <= new Date()) throw oauthError("expired_token", "This device code has expired. Sign in again.");
  if (row.status === "denied") throw oauthError("access_denied", "The sign-in was refused.");
  if (row.status === "pending") throw await pollTooEarly(signIn, row);
  return signIn.db.$transaction((tx) => redeem({ ...signIn, db: tx }, row));
}

async function pollTooEarly({ db }: SignIn, row: DeviceAuthorization) {
  const now = new Date();
  const dueAt = (row.lastPolledAt?.getTime() ?? 0) + row.intervalSeconds * 1_000 - EARLY_POLL_TOLERANCE_MS;
  const early = now.getTime() < dueAt;
  await db.deviceAuthorization.update({
    where: { id: row.id },
    data: { lastPolledAt: now, ...(early ? { intervalSeconds: { increment: SLOW_DOWN_SECONDS } } : {}) },
  });
  return early
    ? oauthError("slow_down", `Wait ${row.intervalSeconds + SLOW_DOWN_SECONDS} s between requests.`)
    : oauthError("authorization_pending", "The person has not confirmed yet.");
}

async function redeem(signIn: Omit<SignIn, "db"> & { db: Tx }, row: DeviceAuthorization): Promise<TokenAnswer> {
  const { db } = signIn;
  // The one statement that decides between two redemptions at the same time.
  const { count } = await db.deviceAuthorization.updateMany({
    where: { id: row.id, status: "approved" },
    data: { status: "consumed" },
  });
  if (count === 0) throw spent();
  if (row.memberId) await lockMember(db, row.memberId);
  const holder = row.memberId ? await findHolder(db, row.memberId) : null;
  if (!holder) throw oauthError("access_denied", "The person who confirmed may no longer sign in.");

  const userAgent = signIn.userAgent ?? row.userAgent;
  const client = await db.client.create({
    data: {
      id: newId(),
      organizationId: holder.organizationId,
      memberId: holder.id,
      label: clientLabelOf(userAgent),
      version: clientVersionOf(userAgent),
      lastSeenAt: new Date(),
    },
  });
  await recordAdminAction(
    {
      db,
      organization: { id: holder.organizationId },
      actor: { type: "member", id: holder.id, role: holder.role, email: holder.email, name: holder.name },
      requestId: signIn.requestId,
      ip: signIn.ip,
    },
    { action: "client.sign_in", target: { type: "client", id: client.id, label: client.label } },
  );
  return answerWithTokens(signIn, holder, client.id, new Date());
}
