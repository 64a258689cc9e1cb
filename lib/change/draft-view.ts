import type { Ctx } from "@/lib/auth/ctx";
import type { StoredDraft } from "./draft-store";
import type { Draft } from "./schemas";

/** Before the first revision there is always something to publish: clients get no policy at all until then. */
export const hasChanges = (draft: StoredDraft): boolean =>
  draft.base.number === 0 || draft.contentHash !== draft.base.contentHash;

export async function draftView(ctx: Ctx, draft: StoredDraft): Promise<Draft> {
  const author = draft.authorId
    ? await ctx.db.member.findFirst({
        where: { id: draft.authorId, organizationId: ctx.organization.id },
        select: { name: true, email: true },
      })
    : null;
  const { id, number, version, updatedAt, policy } = draft;
  return {
    id,
    number,
    version,
    updatedAt,
    policy,
    baseRevision: draft.base.number,
    hasChanges: hasChanges(draft),
    authorName: author ? author.name || author.email : null,
  };
}
