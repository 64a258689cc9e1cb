import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { targetOf } from "./change-draft";
import { loadDraft, lockPolicy, requireVersion } from "./draft-store";
import { transition } from "./state";

/** Cancels the open draft; without one there is nothing to do. @throws AppError 409 `draft_changed` */
export async function discardDraft(ctx: Ctx, options: { version?: number } = {}): Promise<void> {
  authorize(ctx, "policy:write");
  await inTransaction(ctx, async (tx) => {
    await lockPolicy(tx);
    const draft = await loadDraft(tx);
    requireVersion(draft, options.version);
    if (draft.id === null || draft.number === null) return;
    await tx.db.changeRequest.update({
      where: { id: draft.id, organizationId: tx.organization.id },
      data: { state: transition("draft", "cancel"), closedAt: new Date() },
    });
    await recordAdminAction(tx, {
      action: "change_request.cancel",
      target: targetOf({ id: draft.id, number: draft.number }),
      before: { state: "draft", version: draft.version },
      after: { state: "cancelled", version: draft.version },
    });
  });
}
