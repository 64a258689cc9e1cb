import { recordAdminAction } from "@/lib/audit/record-admin-action";
import type { Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { describeChanges } from "@/lib/policy/describe-changes";
import type { PolicyContent } from "@/lib/policy/schemas";
import {
  asInput,
  contentHashOf,
  loadDraft,
  lockPolicy,
  openDraft,
  requireVersion,
  type StoredDraft,
} from "./draft-store";
import { groupNames } from "./group-names";

/** An edit may touch thousands of entries; the trail keeps the first of its sentences and the count. */
const SENTENCES_KEPT = 50;

type Edit = (policy: PolicyContent, ctx: Ctx) => PolicyContent | Promise<PolicyContent>;

/**
 * The one way in which a draft changes: alone, against the version that was looked at, opening it if need be, and written
 * to the trail. An edit that changes nothing leaves no trace.
 * @throws AppError 409 `draft_changed`, and what `edit` throws
 */
export const changeDraft = (ctx: Ctx, version: number | undefined, edit: Edit): Promise<StoredDraft> =>
  inTransaction(ctx, async (tx) => {
    await lockPolicy(tx);
    const draft = await loadDraft(tx);
    requireVersion(draft, version);
    const policy = await edit(draft.policy, tx);
    const contentHash = contentHashOf(policy);
    if (contentHash === draft.contentHash) return draft;
    const { id, number } = await opened(tx, draft);
    const saved = await tx.db.changeRequest.update({
      where: { id, organizationId: tx.organization.id },
      data: { policy: asInput(policy), contentHash, version: draft.version + 1 },
      select: { version: true, updatedAt: true, authorId: true },
    });
    await recordEdit(tx, { id, number }, draft, policy);
    return { ...draft, ...saved, id, number, policy, contentHash };
  });

/** The row of the draft; one is made, and noted in the trail, where there is none. */
export async function opened(tx: Ctx, draft: StoredDraft): Promise<{ id: string; number: number }> {
  if (draft.id !== null && draft.number !== null) return { id: draft.id, number: draft.number };
  const row = await openDraft(tx, draft.base);
  await recordAdminAction(tx, {
    action: "change_request.create",
    target: targetOf(row),
    after: { baseRevision: draft.base.number },
  });
  return row;
}

export const targetOf = ({ id, number }: { id: string; number: number }) => ({
  type: "change_request",
  id,
  label: `#${number}`,
});

async function recordEdit(tx: Ctx, row: { id: string; number: number }, was: StoredDraft, policy: PolicyContent) {
  const names = await groupNames(tx);
  const changes = describeChanges(was.policy, policy, { group: (id) => names.get(id) });
  await recordAdminAction(tx, {
    action: "change_request.edit",
    target: targetOf(row),
    before: { version: was.version },
    after: {
      version: was.version + 1,
      changes: changes.slice(0, SENTENCES_KEPT).map(({ sentence }) => sentence),
      changeCount: changes.length,
    },
  });
}
