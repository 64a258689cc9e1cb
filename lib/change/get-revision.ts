import { authorize, type Ctx } from "@/lib/auth/ctx";
import { notFound } from "@/lib/http/errors";
import { groupIdsOf } from "@/lib/policy/audience";
import { describeChanges } from "@/lib/policy/describe-changes";
import { diffJson } from "@/lib/policy/diff-lines";
import type { Json, JsonObject } from "@/lib/policy/json";
import { EMPTY_POLICY, PolicyContent } from "@/lib/policy/schemas";
import { groupNames } from "./group-names";
import type { RevisionDetail } from "./schemas";

/** A revision with what it changed against the one before, and the documents that clients got. @throws AppError 404 */
export async function getRevision(ctx: Ctx, number: number): Promise<RevisionDetail> {
  authorize(ctx, "policy:read");
  const organizationId = ctx.organization.id;
  const revision = await ctx.db.revision.findFirst({
    where: { organizationId, number },
    include: { changeRequest: { select: { number: true } } },
  });
  if (!revision) throw notFound("Revision");
  const [names, previous, newer] = await Promise.all([
    groupNames(ctx),
    ctx.db.revision.findFirst({ where: { organizationId, number: number - 1 }, select: { policy: true } }),
    ctx.db.revision.findFirst({ where: { organizationId, number: { gt: number } }, select: { number: true } }),
  ]);
  const policy = PolicyContent.parse(revision.policy);
  const before = previous ? PolicyContent.parse(previous.policy) : EMPTY_POLICY;
  const { title, reason, publishedByName, publishedAt, contentHash } = revision;
  return {
    number, title, reason, publishedByName, publishedAt, contentHash, policy,
    changeRequestNumber: revision.changeRequest.number,
    isLatest: newer === null,
    changes: describeChanges(before, policy, { group: (id) => names.get(id) }),
    diff: diffJson(previous ? (before as Json) : {}, policy as Json),
    documents: await documentsOf(ctx, revision.id, names),
  }; // prettier-ignore
}

type Documents = RevisionDetail["documents"];
type Row = { checksum: string; audienceKeys: string[]; document: JsonObject };

async function documentsOf(ctx: Ctx, revisionId: string, names: ReadonlyMap<string, string>): Promise<Documents> {
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT checksum, array_agg("audienceKey" ORDER BY "audienceKey") AS "audienceKeys", (array_agg(document))[1] AS document
    FROM "RevisionDocument" WHERE "revisionId" = ${revisionId}::uuid GROUP BY checksum ORDER BY count(*) DESC, checksum`;
  return rows.map(({ checksum, document, audienceKeys }) => ({
    checksum,
    document,
    audiences: audienceKeys.map((key) => groupIdsOf(key).map((id) => names.get(id) ?? id)),
  }));
}
