import type { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { notFound } from "@/lib/http/errors";
import { changeDraft } from "./change-draft";
import { TrustPatch } from "./schemas";
import { checkedEntry } from "./trust-entry";
import { trustChanged } from "./trust-changed";

/** Changes the fields that are given. @throws AppError 404, 422 with the field at fault, 409 `draft_changed` */
export async function updateTrustEntry(ctx: Ctx, id: string, input: z.input<typeof TrustPatch>) {
  authorize(ctx, "policy:write");
  const { version, ...patch } = TrustPatch.parse(input);
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const draft = await changeDraft(ctx, version, async (policy, tx) => {
    const was = policy.trust.find((entry) => entry.id === id);
    if (!was) throw notFound("Trusted entry");
    const others = policy.trust.filter((entry) => entry.id !== id);
    const entry = await checkedEntry(tx, { ...was, ...given }, others);
    return { ...policy, trust: policy.trust.map((candidate) => (candidate.id === id ? entry : candidate)) };
  });
  return trustChanged(ctx, draft, id);
}
