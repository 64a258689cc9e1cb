import type { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { actorLabel, authorize, type Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/id";
import { inTransaction } from "@/lib/db/transaction";
import { conflict, invalid } from "@/lib/http/errors";
import { lintPolicy } from "@/lib/policy/lint";
import { opened, targetOf } from "./change-draft";
import { asInput, loadDraft, lockPolicy, requireVersion, type StoredDraft } from "./draft-store";
import { hasChanges } from "./draft-view";
import { requireLivingGroups } from "./require-living-groups";
import { PublishInput } from "./schemas";
import { type State, transition } from "./state";
import { storeDocuments } from "./store-documents";

type Row = { id: string; number: number };

/**
 * Makes the draft the policy in force: an immutable revision, numbered without gaps, with the document of every audience.
 * One person submits, approves and publishes today, through the same states that a review by two will take.
 * @throws AppError 409 `draft_changed`, `nothing_to_publish`, 422 `policy_has_errors`, `rollout_group_missing`
 */
export async function publishRevision(
  ctx: Ctx,
  input: z.input<typeof PublishInput>,
  /** Dated back by `npm run demo` alone; the trail always tells the true time. */
  { publishedAt = new Date() }: { publishedAt?: Date } = {},
): Promise<{ number: number }> {
  authorize(ctx, "policy:publish");
  const { version, title, reason } = PublishInput.parse(input);
  return inTransaction(ctx, async (tx) => {
    await lockPolicy(tx);
    const draft = await loadDraft(tx);
    requireVersion(draft, version);
    requirePublishable(draft);
    await requireLivingGroups(tx, draft.policy);
    const row = await opened(tx, draft);
    await takeThroughReview(tx, row, draft, { title, reason });
    const revision = { id: newId(), number: draft.base.number + 1 };
    await tx.db.revision.create({
      data: {
        ...revision,
        organizationId: tx.organization.id,
        changeRequestId: row.id,
        policy: asInput(draft.policy),
        contentHash: draft.contentHash,
        title,
        reason,
        publishedById: tx.actor.type === "member" ? tx.actor.id : null,
        publishedByName: actorLabel(tx.actor),
        publishedAt,
      },
    });
    await storeDocuments(tx, revision.id, draft.policy, publishedAt);
    await tx.db.organization.update({
      where: { id: tx.organization.id },
      data: { policySerial: { increment: 1 } },
    });
    await recordAdminAction(tx, {
      action: "revision.publish",
      target: { type: "revision", id: revision.id, label: `Revision ${revision.number}` },
      before: { revision: draft.base.number },
      after: { revision: revision.number, changeRequest: row.number, title },
      reason,
    });
    return { number: revision.number };
  });
}

function requirePublishable(draft: StoredDraft): void {
  if (!hasChanges(draft)) throw conflict("nothing_to_publish", "Nothing has changed since the last revision.");
  const errors = lintPolicy(draft.policy).filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw invalid(
      "The draft has errors that have to be put right first.",
      errors.map(({ path, message }) => ({ field: path.slice(1).replaceAll("/", "."), message })),
      "policy_has_errors",
    );
}

/** Each step is in the trail by itself, so that it reads the same once another person takes one of them. */
async function takeThroughReview(tx: Ctx, row: Row, draft: StoredDraft, words: { title: string; reason: string }) {
  const submitted = transition("draft", "submit");
  await recordStep(tx, row, "change_request.submit", "draft", submitted, words.reason);
  const approved = transition(submitted, "approve");
  if (tx.actor.type === "member")
    await tx.db.approval.create({
      data: {
        id: newId(),
        changeRequestId: row.id,
        memberId: tx.actor.id,
        contentHash: draft.contentHash,
        approved: true,
        comment: words.reason,
      },
    });
  await recordStep(tx, row, "change_request.approve", submitted, approved, words.reason);
  await tx.db.changeRequest.update({
    where: { id: row.id, organizationId: tx.organization.id },
    data: { ...words, state: transition(approved, "publish"), closedAt: new Date() },
  });
}

const recordStep = (
  tx: Ctx,
  row: Row,
  action: "change_request.submit" | "change_request.approve",
  from: State,
  to: State,
  reason: string,
) => recordAdminAction(tx, { action, target: targetOf(row), before: { state: from }, after: { state: to }, reason });
