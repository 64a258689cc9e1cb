import type { Ctx } from "@/lib/auth/ctx";
import { groupIdsOf } from "@/lib/policy/audience";
import { canonicalJson } from "@/lib/policy/canonical";
import type { PolicyContent } from "@/lib/policy/schemas";
import { memoised } from "./affected-audiences";
import { listAudiences } from "./audiences";

/** Freezes the document of every audience there is, and of people in no group. Audiences that come later are compiled then. */
export async function storeDocuments(
  tx: Ctx,
  revisionId: string,
  policy: PolicyContent,
  publishedAt: Date,
): Promise<void> {
  const documentOf = memoised(policy, publishedAt.getTime());
  const keysOf = new Map<ReturnType<typeof documentOf>, string[]>();
  const audiences = await listAudiences(tx);
  for (const key of new Set(["", ...audiences.map(({ audienceKey }) => audienceKey)])) {
    const document = documentOf(groupIdsOf(key));
    keysOf.set(document, [...(keysOf.get(document) ?? []), key]);
  }
  // One statement a document: audiences may be thousands, and most share one.
  for (const [{ document, checksum }, keys] of keysOf)
    await tx.db.$executeRaw`
      INSERT INTO "RevisionDocument" ("revisionId", "audienceKey", "document", "checksum")
      SELECT ${revisionId}::uuid, key, ${canonicalJson(document)}::jsonb, ${checksum} FROM unnest(${keys}::text[]) AS key`;
}
