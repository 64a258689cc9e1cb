import { authorize, type Ctx } from "@/lib/auth/ctx";
import { loadDraft } from "./draft-store";
import { draftView } from "./draft-view";
import type { Draft } from "./schemas";

/** The draft, or what is in force while none is open. Reading opens none: the first edit does. */
export async function getDraft(ctx: Ctx): Promise<Draft> {
  authorize(ctx, "policy:read");
  return draftView(ctx, await loadDraft(ctx));
}
