import type { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { conflict, notFound } from "@/lib/http/errors";
import { changeDraft } from "./change-draft";
import { loadPublished } from "./draft-store";
import { TrustRestore } from "./schemas";
import { checkedEntry } from "./trust-entry";
import { trustChanged } from "./trust-changed";

/**
 * Brings back an entry that the draft no longer has: as it was published, or as given when it never was.
 * @throws AppError 404, 409 `trust_entry_exists`, 422
 */
export async function restoreTrustEntry(ctx: Ctx, id: string, input: z.input<typeof TrustRestore> = {}) {
  authorize(ctx, "policy:write");
  const { version, entry: given } = TrustRestore.parse(input);
  const draft = await changeDraft(ctx, version, async (policy, tx) => {
    if (policy.trust.some((entry) => entry.id === id))
      throw conflict("trust_entry_exists", "This entry is in the draft already.");
    const { policy: published } = await loadPublished(tx);
    const index = published.trust.findIndex((entry) => entry.id === id);
    const source = published.trust[index] ?? (given && { ...given, id, addedAt: new Date().toISOString() });
    if (!source) throw notFound("Trusted entry");
    const entry = index === -1 ? await checkedEntry(tx, source, policy.trust) : source;
    // Where it was, so that undoing a removal leaves nothing to publish.
    return { ...policy, trust: policy.trust.toSpliced(index === -1 ? policy.trust.length : index, 0, entry) };
  });
  return trustChanged(ctx, draft, id);
}
