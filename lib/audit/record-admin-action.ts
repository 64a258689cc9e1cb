import { actorLabel, type Ctx } from "@/lib/auth/ctx";
import type { Prisma } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import type { AuditAction } from "./actions";

type Entry = {
  action: AuditAction;
  target: { type: string; id?: string; label?: string };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string;
};

const SECRET = /password|secret|token|hash/i;

/** Values under names that speak of a secret never reach the trail. */
const withoutSecrets = (value: Record<string, unknown> | undefined) =>
  value &&
  (Object.fromEntries(Object.entries(value).filter(([key]) => !SECRET.test(key))) as unknown as Prisma.InputJsonObject);

const changedFields = (before: Record<string, unknown> = {}, after: Record<string, unknown> = {}) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );

/** Writes one entry of the trail. Call it with the ctx of the transaction that makes the change. */
export async function recordAdminAction(ctx: Ctx, entry: Entry): Promise<void> {
  const before = withoutSecrets(entry.before);
  const after = withoutSecrets(entry.after);
  await ctx.db.auditEntry.create({
    data: {
      id: newId(),
      organizationId: ctx.organization.id,
      at: new Date(),
      actorType: ctx.actor.type,
      actorId: "id" in ctx.actor ? ctx.actor.id : null,
      actorLabel: actorLabel(ctx.actor),
      action: entry.action,
      targetType: entry.target.type,
      targetId: entry.target.id ?? null,
      targetLabel: entry.target.label ?? "",
      before,
      after,
      changedFields: changedFields(before, after),
      reason: entry.reason ?? "",
      requestId: ctx.requestId,
      ip: ctx.ip ?? null,
    },
  });
}
