import type { Ctx } from "@/lib/auth/ctx";
import { invalid } from "@/lib/http/errors";
import type { TrustEntry } from "@/lib/policy/schemas";
import { findTrustIssues, type TrustIssue } from "@/lib/policy/trust-issues";
import { parseTrustValue } from "@/lib/policy/trust-value";
import { requireOwners } from "./check-references";
import { isStorableText } from "./storable";

/**
 * An entry as it may be saved among others: value in normal form, not there yet, with an owner who is a member and an
 * end that is still to come.
 * @throws AppError 422 that names the field
 */
export async function checkedEntry(ctx: Ctx, entry: TrustEntry, others: readonly TrustEntry[]): Promise<TrustEntry> {
  const parsed = parseTrustValue(entry.kind, entry.value);
  if (!parsed.ok) throw fault("value", parsed.message);
  if (!isStorableText(entry.reason)) throw fault("reason", "It holds characters that cannot be stored.");
  const same = others.find((other) => other.kind === entry.kind && other.value === parsed.value);
  if (same) throw fault("value", `${parsed.value} is trusted already.`);
  if (entry.expiresAt !== null && Date.parse(entry.expiresAt) <= Date.now())
    throw fault("expiresAt", "This time has passed. Choose a later one, or none.");
  await requireOwners(ctx, [{ field: "ownerId", id: entry.ownerId }]);
  return { ...entry, value: parsed.value };
}

/** What there is to say about one entry among all. */
export const issuesOf = (entries: readonly TrustEntry[], entryId: string): TrustIssue[] =>
  findTrustIssues(entries).filter((issue) => issue.entryId === entryId || issue.byEntryId === entryId);

const fault = (field: string, message: string) => invalid("This entry cannot be saved.", [{ field, message }]);
