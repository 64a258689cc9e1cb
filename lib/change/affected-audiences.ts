import type { z } from "zod";
import { groupIdsOf } from "@/lib/policy/audience";
import { checksumOf } from "@/lib/policy/canonical";
import { compileDocument } from "@/lib/policy/compile";
import { diffJson } from "@/lib/policy/diff-lines";
import type { JsonObject } from "@/lib/policy/json";
import { rolloutFor } from "@/lib/policy/rollout";
import type { PolicyContent } from "@/lib/policy/schemas";
import type { Audience } from "./audiences";
import { baseUrl } from "./base-url";
import type { StoredDraft } from "./draft-store";
import type { AffectedAudience } from "./schemas";

type Affected = z.output<typeof AffectedAudience>;

/**
 * Who gets which document before and after. A document depends on groups only through the rollout that decides, so
 * audiences with the same two rollouts are one row, however many there are.
 */
export function affectedAudiences(
  { base, policy }: StoredDraft,
  audiences: readonly Audience[],
  names: ReadonlyMap<string, string>,
): Affected[] {
  const documentBefore = memoised(base.policy, base.publishedAt?.getTime());
  const documentAfter = memoised(policy, Date.now());
  const rows = new Map<string, Affected>();
  for (const { audienceKey, members, clients } of audiences) {
    const groupIds = groupIdsOf(audienceKey);
    const was = rolloutFor(base.policy, groupIds).groupId;
    const is = rolloutFor(policy, groupIds).groupId;
    const row = rows.get(`${was} ${is}`);
    if (row) {
      row.members += members;
      row.clients += clients;
      continue;
    }
    const before = base.number === 0 ? null : documentBefore(groupIds);
    const after = documentAfter(groupIds);
    rows.set(`${was} ${is}`, {
      label: is === null ? "Everyone else" : (names.get(is) ?? is),
      members,
      clients,
      beforeChecksum: before?.checksum ?? null,
      afterChecksum: after.checksum,
      isChanged: before?.checksum !== after.checksum,
      diff: diffJson(before?.document ?? {}, after.document),
    });
  }
  return [...rows.values()];
}

/** Compiles once for each rollout that decides. */
export function memoised(policy: PolicyContent, now?: number) {
  const known = new Map<string | null, { document: JsonObject; checksum: string }>();
  return (groupIds: readonly string[]) => {
    const { groupId } = rolloutFor(policy, groupIds);
    const present = known.get(groupId);
    if (present) return present;
    const { document } = compileDocument(policy, { groupIds, baseUrl: baseUrl(), now });
    const compiled = { document, checksum: checksumOf(document) };
    known.set(groupId, compiled);
    return compiled;
  };
}
