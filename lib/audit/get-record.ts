import { authorize, type Ctx } from "@/lib/auth/ctx";
import { notFound } from "@/lib/http/errors";
import { z } from "zod";
import { readLlmRecord } from "./llm-record";
import { outcomeOf } from "./outcome";
import { ADMIN_ROW, toAdminRow } from "./read-admin-actions";
import { type AdminActionRecord, type DecisionRecord, EvidenceItem, type TrailRecord } from "./schemas";
import { setAsideOf } from "./set-aside";
import { onlyDeveloper } from "./visibility";

const Id = z.uuid();
/** Not an id at all is as little there as an unknown one. */
const parseId = (id: string) => {
  if (!Id.safeParse(id).success) throw notFound("The record");
  return id;
};

/** Evidence of an older or foreign shape is left out, not an error: the record itself must stay readable. */
const evidenceOf = (value: unknown): EvidenceItem[] => z.array(EvidenceItem).catch([]).parse(value);

async function findDecision(ctx: Ctx, id: string): Promise<DecisionRecord | null> {
  const own = onlyDeveloper(ctx);
  const organizationId = ctx.organization.id;
  const found = await ctx.db.decision.findFirst({ where: { id, organizationId, developerId: own ?? undefined } });
  if (!found) return null;
  const [developer, client, groups] = await Promise.all([
    found.developerId &&
      ctx.db.member.findFirst({
        where: { id: found.developerId, organizationId },
        select: { id: true, name: true, email: true },
      }),
    found.clientId &&
      ctx.db.client.findFirst({ where: { id: found.clientId, organizationId }, select: { id: true, label: true } }),
    ctx.db.group.findMany({
      where: { id: { in: found.groupIds }, organizationId },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
  ]);
  return {
    kind: "decision",
    id: found.id,
    at: found.at.toISOString(),
    developer:
      developer || (found.developerId ? { id: found.developerId, name: "removed developer", email: "" } : null),
    client: client || (found.clientId ? { id: found.clientId, label: "removed client" } : null),
    groups,
    outcome: outcomeOf(found),
    action: found.action as DecisionRecord["action"],
    evidence: evidenceOf(found.evidence),
    tool: found.tool,
    summary: found.summary,
    tier: found.tier,
    rule: found.rule,
    cleared: setAsideOf(found),
    reason: found.reason,
    sessionId: found.sessionId,
    agentId: found.agentId,
    toolUseId: found.toolUseId,
    source: found.source,
    permissionMode: found.permissionMode,
    enforcement: found.enforcement,
    answer: found.answer,
    revision: found.revision,
    latencyUs: found.latencyUs,
    llm: readLlmRecord(found.llm),
  };
}

async function findAdminAction(ctx: Ctx, id: string): Promise<AdminActionRecord | null> {
  authorize(ctx, "audit:read");
  const found = await ctx.db.auditEntry.findFirst({
    where: { id, organizationId: ctx.organization.id },
    select: { ...ADMIN_ROW, before: true, after: true, changedFields: true, requestId: true, ip: true },
  });
  if (!found) return null;
  return {
    ...toAdminRow(found),
    before: found.before as AdminActionRecord["before"],
    after: found.after as AdminActionRecord["after"],
    changedFields: found.changedFields,
    requestId: found.requestId,
    ip: found.ip,
  };
}

/** One decision with everything that was recorded. @throws AppError 404, also for another's record */
export async function getDecision(ctx: Ctx, id: string): Promise<DecisionRecord> {
  const found = await findDecision(ctx, parseId(id));
  if (!found) throw notFound("The decision");
  return found;
}

/** One record of either type. @throws AppError 404 */
export async function getRecord(ctx: Ctx, id: string): Promise<TrailRecord> {
  const found = await findDecision(ctx, parseId(id));
  if (found) return found;
  const seesAll = onlyDeveloper(ctx) === null;
  const entry = seesAll ? await findAdminAction(ctx, id) : null;
  if (!entry) throw notFound("The record");
  return entry;
}
