import { authorize, type Ctx } from "@/lib/auth/ctx";
import { notFound } from "@/lib/http/errors";
import type { TrustEntry } from "@/lib/policy/schemas";
import { changeDraft } from "./change-draft";
import { draftView } from "./draft-view";

/** @returns the entry as well, so that `restoreTrustEntry` can undo it. @throws AppError 404, 409 `draft_changed` */
export async function removeTrustEntry(ctx: Ctx, id: string, options: { version?: number } = {}) {
  authorize(ctx, "policy:write");
  const removed: TrustEntry[] = [];
  const draft = await changeDraft(ctx, options.version, (policy) => {
    removed.push(...policy.trust.filter((entry) => entry.id === id));
    return { ...policy, trust: policy.trust.filter((entry) => entry.id !== id) };
  });
  const [entry] = removed;
  if (!entry) throw notFound("Trusted entry");
  return { draft: await draftView(ctx, draft), entry, issues: [] };
}
