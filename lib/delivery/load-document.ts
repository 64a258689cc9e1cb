import type pg from "pg";
import { groupIdsOf } from "@/lib/policy/audience";
import { canonicalJson, checksumOfText } from "@/lib/policy/canonical";
import { compileDocument } from "@/lib/policy/compile";
import type { AudienceDocument } from "./audience-document";
import type { RevisionRow } from "./published-policy";
import { timedQuery } from "./timed-query";

type Deps = { pool: pg.Pool; baseUrl: string; onUnstored: (error: unknown) => void };
type StoredDocument = { document: unknown; checksum: string };

const SELECT = `SELECT document, checksum FROM "RevisionDocument" WHERE "revisionId" = $1 AND "audienceKey" = $2`;
const INSERT = `INSERT INTO "RevisionDocument" ("revisionId", "audienceKey", document, checksum)
  VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;

/**
 * The document of an audience: as published, else compiled from the revision now and stored, because a set of groups
 * may come to be after publishing. With the database away it is compiled all the same: the policy is in memory, and a
 * client that gets no settings does not start.
 */
export async function loadDocument(deps: Deps, revision: RevisionRow, audienceKey: string): Promise<AudienceDocument> {
  const compiled = () => {
    const { document } = compileDocument(revision.policy, {
      groupIds: groupIdsOf(audienceKey),
      baseUrl: deps.baseUrl,
      now: revision.publishedAt.getTime(),
    });
    return asAudienceDocument(revision, canonicalJson(document));
  };
  try {
    const stored = await findStored(deps.pool, revision.id, audienceKey);
    if (stored) return asAudienceDocument(revision, canonicalJson(stored.document));
    const document = compiled();
    await timedQuery(deps.pool, INSERT, [revision.id, audienceKey, document.canonical, document.checksum]);
    const winner = await findStored(deps.pool, revision.id, audienceKey);
    return winner ? asAudienceDocument(revision, canonicalJson(winner.document)) : document;
  } catch (error) {
    const document = compiled();
    deps.onUnstored(error);
    return document;
  }
}

async function findStored(pool: pg.Pool, revisionId: string, audienceKey: string): Promise<StoredDocument | undefined> {
  const rows = await timedQuery<StoredDocument>(pool, SELECT, [revisionId, audienceKey]);
  return rows[0];
}

const asAudienceDocument = (revision: RevisionRow, canonical: string): AudienceDocument => ({
  revisionId: revision.id,
  revisionNumber: revision.number,
  canonical,
  checksum: checksumOfText(canonical),
});
