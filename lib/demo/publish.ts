import type { Ctx } from "@/lib/auth/ctx";
import { contentHashOf, loadDraft } from "@/lib/change/draft-store";
import { editDraft } from "@/lib/change/edit-draft";
import { publishRevision } from "@/lib/change/publish-revision";
import { conflict } from "@/lib/http/errors";
import type { PolicyContent } from "@/lib/policy/schemas";

type Words = { title: string; reason: string };

/** Somebody's unpublished edits must not be published along with the demo's. @throws AppError 409 */
export async function requireNoDraft(ctx: Ctx): Promise<void> {
  const draft = await loadDraft(ctx);
  if (draft.id !== null)
    throw conflict("draft_open", "There is an unpublished draft of the policy. Publish or discard it, then try again.");
}

/**
 * Publishes what `change` makes of the policy in force, through the same verbs as the console; nothing when it stays as it is.
 * @param at what the revision is dated; never before the one it follows
 * @returns the number of the revision in force
 */
export async function publishChanged(
  ctx: Ctx,
  change: (policy: PolicyContent) => PolicyContent,
  words: Words,
  at = new Date(),
): Promise<{ number: number; policy: PolicyContent; publishedAt: Date }> {
  await requireNoDraft(ctx);
  const { base, version } = await loadDraft(ctx);
  const policy = change(base.policy);
  if (base.publishedAt && contentHashOf(policy) === base.contentHash)
    return { number: base.number, policy, publishedAt: base.publishedAt };
  const draft = await editDraft(ctx, { version, policy });
  const publishedAt = new Date(Math.max(at.getTime(), (base.publishedAt?.getTime() ?? 0) + 1_000));
  const { number } = await publishRevision(ctx, { version: draft.version, ...words }, { publishedAt });
  return { number, policy: draft.policy, publishedAt };
}
