import type { Ctx } from "@/lib/auth/ctx";
import type { Prisma } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { conflict } from "@/lib/http/errors";
import { checksumOf } from "@/lib/policy/canonical";
import { EMPTY_POLICY, PolicyContent } from "@/lib/policy/schemas";

/** The policy that is in force, or the empty one before the first revision, which is number 0. */
export type PublishedPolicy = { number: number; policy: PolicyContent; contentHash: string; publishedAt: Date | null };

/** The open draft; without one (`id` null) what a first edit would start from. */
export type StoredDraft = {
  id: string | null;
  number: number | null;
  version: number;
  authorId: string | null;
  updatedAt: Date | null;
  policy: PolicyContent;
  contentHash: string;
  base: PublishedPolicy;
};

/** Edits and publications of one organization happen one after the other; everything else goes on beside them. */
export async function lockPolicy(ctx: Ctx): Promise<void> {
  await ctx.db.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${ctx.organization.id}::uuid FOR NO KEY UPDATE`;
}

export async function loadPublished(ctx: Ctx): Promise<PublishedPolicy> {
  const latest = await ctx.db.revision.findFirst({
    where: { organizationId: ctx.organization.id },
    orderBy: { number: "desc" },
    select: { number: true, policy: true, contentHash: true, publishedAt: true },
  });
  if (latest) return { ...latest, ...readPolicy(latest) };
  return { number: 0, policy: EMPTY_POLICY, contentHash: contentHashOf(EMPTY_POLICY), publishedAt: null };
}

export async function loadDraft(ctx: Ctx): Promise<StoredDraft> {
  const base = await loadPublished(ctx);
  const row = await ctx.db.changeRequest.findFirst({
    where: { organizationId: ctx.organization.id, state: "draft" },
    select: { id: true, number: true, version: true, authorId: true, updatedAt: true, policy: true, contentHash: true },
  });
  if (row) return { ...row, ...readPolicy(row), base };
  const { policy, contentHash } = base;
  return { id: null, number: null, version: 0, authorId: null, updatedAt: null, policy, contentHash, base };
}

/** Opens a draft with what is in force. Call it with the policy locked. */
export async function openDraft(ctx: Ctx, base: PublishedPolicy): Promise<{ id: string; number: number }> {
  const last = await ctx.db.changeRequest.aggregate({
    where: { organizationId: ctx.organization.id },
    _max: { number: true },
  });
  return ctx.db.changeRequest.create({
    data: {
      id: newId(),
      organizationId: ctx.organization.id,
      number: (last._max.number ?? 0) + 1,
      policy: asInput(base.policy),
      contentHash: base.contentHash,
      version: 0,
      baseRevisionNumber: base.number,
      authorId: ctx.actor.type === "member" ? ctx.actor.id : null,
    },
    select: { id: true, number: true },
  });
}

/** @throws AppError 409 `draft_changed` */
export function requireVersion(draft: StoredDraft, version: number | undefined): void {
  if (version !== undefined && version !== draft.version)
    throw conflict("draft_changed", "The draft has changed since you loaded it. Look at it again, then repeat this.");
}

/**
 * A policy as it is understood today. Where an older version stored it, defaults of newer fields join it, which show in its
 * length; the hash that it is compared by follows, or a draft would differ from what is in force in nothing but its age.
 */
function readPolicy(row: { policy: unknown; contentHash: string }): Pick<StoredDraft, "policy" | "contentHash"> {
  const policy = PolicyContent.parse(row.policy);
  const isAsStored = JSON.stringify(row.policy).length === JSON.stringify(policy).length;
  return { policy, contentHash: isAsStored ? row.contentHash : contentHashOf(policy) };
}

/** What an approval and a revision bind to. */
export const contentHashOf = (policy: PolicyContent): string => checksumOf(policy).slice("sha256:".length);

export const asInput = (value: unknown) => value as Prisma.InputJsonValue;
