import type { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/id";
import { changeDraft } from "./change-draft";
import { TrustInput } from "./schemas";
import { checkedEntry } from "./trust-entry";
import { trustChanged } from "./trust-changed";

/** @throws AppError 422 with the field at fault, 409 `draft_changed` when `version` is given and old */
export async function addTrustEntry(ctx: Ctx, input: z.input<typeof TrustInput>) {
  authorize(ctx, "policy:write");
  const { version, ownerId, expiresAt, ...given } = TrustInput.parse(input);
  const self = ctx.actor.type === "member" ? ctx.actor.id : null;
  const id = newId();
  const draft = await changeDraft(ctx, version, async (policy, tx) => {
    const entry = {
      ...given,
      id,
      ownerId: ownerId === undefined ? self : ownerId,
      expiresAt: expiresAt ?? null,
      addedAt: new Date().toISOString(),
    };
    return { ...policy, trust: [...policy.trust, await checkedEntry(tx, entry, policy.trust)] };
  });
  return trustChanged(ctx, draft, id);
}
