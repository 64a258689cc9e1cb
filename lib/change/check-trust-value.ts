import type { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/id";
import type { TrustEntry } from "@/lib/policy/schemas";
import { parseTrustValue } from "@/lib/policy/trust-value";
import { loadDraft } from "./draft-store";
import { type TrustCheck, TrustCheckInput } from "./schemas";
import { issuesOf } from "./trust-entry";

/** What saving a value as typed would do: its normal form and what it repeats or covers, or what to write instead. */
export async function checkTrustValue(ctx: Ctx, input: z.input<typeof TrustCheckInput>): Promise<TrustCheck> {
  authorize(ctx, "policy:read");
  const { kind, value, entryId } = TrustCheckInput.parse(input);
  const parsed = parseTrustValue(kind, value);
  if (!parsed.ok) return parsed;
  const { policy } = await loadDraft(ctx);
  const id = entryId ?? newId();
  const typed: TrustEntry = { id, kind, value: parsed.value, reason: "-", ownerId: null, expiresAt: null, addedAt: "" };
  const issues = issuesOf([...policy.trust.filter((entry) => entry.id !== id), typed], id).map((issue) =>
    issue.entryId === id
      ? { kind: issue.kind, entryId: issue.byEntryId, message: issue.message }
      : { kind: "shadows" as const, entryId: issue.entryId, message: issue.message },
  );
  return { ok: true, value: parsed.value, issues };
}
