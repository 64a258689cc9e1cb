import { authorize, type Ctx } from "@/lib/auth/ctx";
import { describeChanges } from "@/lib/policy/describe-changes";
import { loadDraft } from "./draft-store";

export type DraftSummary = {
  /** Null while no draft is open. */
  id: string | null;
  version: number;
  /** The revision in force; 0 before the first. */
  baseRevision: number;
  changeCount: number;
};

/** How far the draft is from what is in force, for places that show only that. */
export async function summariseDraft(ctx: Ctx): Promise<DraftSummary> {
  authorize(ctx, "policy:read");
  const { id, version, base, policy, contentHash } = await loadDraft(ctx);
  const changeCount = contentHash === base.contentHash ? 0 : describeChanges(base.policy, policy).length;
  return { id, version, baseRevision: base.number, changeCount };
}
