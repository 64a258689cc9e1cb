import type { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { type FieldError, invalid } from "@/lib/http/errors";
import type { PolicyContent, TrustEntry } from "@/lib/policy/schemas";
import { parseTrustValue } from "@/lib/policy/trust-value";
import { changeDraft } from "./change-draft";
import { normaliseRollout, requireGroups, requireListedBaseUrl, requireOwners } from "./check-references";
import { draftView } from "./draft-view";
import { type Draft, DraftEdit } from "./schemas";

/**
 * Replaces the whole draft; values of trusted infrastructure are brought to their normal form.
 * @throws AppError 409 `draft_changed`, 422 with each field at fault
 */
export async function editDraft(ctx: Ctx, input: z.input<typeof DraftEdit>): Promise<Draft> {
  authorize(ctx, "policy:write");
  const { version, policy } = DraftEdit.parse(input);
  const normal: PolicyContent = {
    ...policy,
    rollout: normaliseRollout(policy.rollout),
    trust: normalTrust(policy.trust),
  };
  const draft = await changeDraft(ctx, version, async (was, tx) => {
    await requireGroups(tx, normal.rollout, "policy.rollout.groups");
    const known = new Set(was.trust.map(({ ownerId }) => ownerId));
    // Owners that the draft had already may have left since.
    const owners = normal.trust.map(({ ownerId }, index) => ({ field: `policy.trust.${index}.ownerId`, id: ownerId }));
    await requireOwners(tx, owners.filter(({ id }) => !known.has(id))); // prettier-ignore
    const llm = requireListedBaseUrl(normal.classifier.llm, was.classifier.llm, "policy.classifier.llm.baseUrl");
    return { ...normal, classifier: { ...normal.classifier, llm } };
  });
  return draftView(ctx, draft);
}

function normalTrust(entries: readonly TrustEntry[]): TrustEntry[] {
  const faults: FieldError[] = [];
  const ids = new Set<string>();
  const normal = entries.map((entry, index) => {
    const parsed = parseTrustValue(entry.kind, entry.value);
    if (!parsed.ok) faults.push({ field: `policy.trust.${index}.value`, message: parsed.message });
    if (ids.has(entry.id)) faults.push({ field: `policy.trust.${index}.id`, message: "This id is used twice." });
    ids.add(entry.id);
    return parsed.ok ? { ...entry, value: parsed.value } : entry;
  });
  if (faults.length > 0) throw invalid("Some trusted infrastructure cannot be used as written.", faults);
  return normal;
}
