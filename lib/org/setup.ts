import type { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import type { Ctx, PublicCtx } from "@/lib/auth/ctx";
import { memberActor } from "@/lib/auth/member-actor";
import { hashPassword } from "@/lib/auth/password";
import { hashSecret, newSecret } from "@/lib/auth/token-hash";
import type { PrismaClient } from "@/lib/db/generated/client";
import { newId } from "@/lib/db/id";
import { gone } from "@/lib/http/errors";
import { SetupInput } from "./schemas";
import { takeLink } from "./take-link";

const SETUP_LINK_HOURS = 24;
/** Any number of our own: holds back every other set-up while one is in its transaction. */
const SETUP_LOCK = 7_112_021;

const lockSetup = (db: Ctx["db"]) => db.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`;

export const isSetUp = async (db: Ctx["db"]): Promise<boolean> =>
  (await db.organization.findFirst({ select: { id: true } })) !== null;

/** A new one-time link for an installation without an organization, else null. Links made before it stop working. */
export const ensureSetupLink = (db: PrismaClient, baseUrl: string): Promise<string | null> =>
  db.$transaction(async (tx) => {
    await lockSetup(tx);
    if (await isSetUp(tx)) return null;
    const now = new Date();
    await tx.oneTimeLink.updateMany({ where: { purpose: "setup", usedAt: null }, data: { expiresAt: now } });
    const secret = newSecret();
    await tx.oneTimeLink.create({
      data: {
        id: newId(),
        purpose: "setup",
        tokenHash: hashSecret(secret),
        expiresAt: new Date(now.getTime() + SETUP_LINK_HOURS * 3_600_000),
      },
    });
    return `${baseUrl}/setup?token=${secret}`;
  });

const setupDone = () => gone("setup_done", "Gatehouse is set up already. Sign in instead.");

/**
 * Makes the organization and its owner. Of two at the same time one wins and the other learns that set-up is done.
 * @throws AppError 410 `setup_done`, `link_invalid`
 */
export async function completeSetup(public_: PublicCtx, input: z.input<typeof SetupInput>) {
  const { token, organizationName, name, email, password } = SetupInput.parse(input);
  const passwordHash = await hashPassword(password);
  return public_.db.$transaction(async (tx) => {
    await lockSetup(tx);
    if (await isSetUp(tx)) throw setupDone();
    await takeLink(tx, "setup", token);
    const organization = await tx.organization.create({ data: { id: newId(), name: organizationName } });
    const owner = await tx.member.create({
      data: { id: newId(), organizationId: organization.id, role: "owner", email, name, passwordHash },
    });
    const ctx: Ctx = { ...public_, db: tx, organization, actor: memberActor(owner) };
    await recordAdminAction(ctx, {
      action: "organization.create",
      target: { type: "organization", id: organization.id, label: organization.name },
      after: { name: organization.name, owner: email },
    });
    return { organizationId: organization.id, memberId: owner.id };
  });
}
