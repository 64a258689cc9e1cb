import type { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { notFound } from "@/lib/http/errors";
import type { StoredDraft } from "./draft-store";
import { draftView } from "./draft-view";
import type { TrustChanged } from "./schemas";
import { issuesOf } from "./trust-entry";

/** The answer of the verbs on one entry. */
export async function trustChanged(ctx: Ctx, draft: StoredDraft, id: string): Promise<z.output<typeof TrustChanged>> {
  const entry = draft.policy.trust.find((candidate) => candidate.id === id);
  if (!entry) throw notFound("Trusted entry");
  return { draft: await draftView(ctx, draft), entry, issues: issuesOf(draft.policy.trust, id) };
}
