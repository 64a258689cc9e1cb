import type { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { changeDraft } from "./change-draft";
import { normaliseRollout, requireGroups } from "./check-references";
import { draftView } from "./draft-view";
import { type Draft, RolloutInput } from "./schemas";

/**
 * Who has auto mode, in which order groups decide.
 * @throws AppError 409 `draft_changed`, 422 when a group does not exist or is listed twice
 */
export async function setRollout(ctx: Ctx, input: z.input<typeof RolloutInput>): Promise<Draft> {
  authorize(ctx, "policy:write");
  const { version, ...given } = RolloutInput.parse(input);
  const rollout = normaliseRollout(given);
  const draft = await changeDraft(ctx, version, async (policy, tx) => {
    await requireGroups(tx, rollout);
    return { ...policy, rollout };
  });
  return draftView(ctx, draft);
}
