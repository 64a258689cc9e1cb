import type { Pool } from "pg";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { loadPublished } from "@/lib/change/draft-store";
import { inTransaction } from "@/lib/db/transaction";
import type { DecisionPolicy } from "@/lib/decision/types";
import { decisionPolicyFor } from "@/lib/policy/decision-policy";
import { PolicyContent } from "@/lib/policy/schemas";
import { buildTrustLookup } from "@/lib/policy/trust-index";
import { fillClients } from "./fill-clients";
import { fillDecisions } from "./fill-decisions";
import { type DemoDeveloper, fillPeople } from "./fill-people";
import { hasDemo, PHASE_WORDS, type Phase, withDemo } from "./policy";
import { publishChanged, requireNoDraft } from "./publish";
import { createRandom } from "./random";
import { removeDemoRecords } from "./remove";
import { DEMO_DAYS } from "./sessions";

const DAY_MS = 86_400_000;
const ENFORCED_FOR_DAYS = 12;

type Options = { nowMs?: number; onProgress?: (done: number, of: number) => void };
export type Filled = { groups: number; developers: number; decisions: number; sessions: number; revision: number };

/**
 * Fills the organization with people, policy and thirty days of decisions. Filling again renews the decisions and makes
 * nothing twice. Everything it makes is marked, so that `removeDemo` finds it.
 * @throws AppError 409 `draft_open`
 */
export async function fillDemo(
  ctx: Ctx,
  pool: Pool,
  { nowMs = Date.now(), onProgress = () => {} }: Options = {},
): Promise<Filled> {
  authorize(ctx, "policy:publish");
  await requireNoDraft(ctx);
  await inTransaction(ctx, removeDemoRecords);
  const developers = await fillPeople(ctx);

  const { watch, enforce } = (await findPhases(ctx)) ?? (await publishPhases(ctx, nowMs));
  const random = createRandom(2026);
  await fillClients(ctx, developers, { current: enforce, nowMs, random });

  const enforcedFromMs = nowMs - ENFORCED_FOR_DAYS * DAY_MS;
  const policies = { watch: policyFinder(watch, nowMs), enforce: policyFinder(enforce, nowMs) };
  const made = await fillDecisions(pool, {
    developers,
    nowMs,
    random,
    onProgress,
    policyAt: (developer, atMs) => policies[atMs < enforcedFromMs ? "watch" : "enforce"](developer),
  });
  const groups = new Set(developers.map(({ group }) => group)).size;
  const filled = { groups, developers: developers.length, revision: enforce.number, ...made };
  await recordAdminAction(ctx, {
    action: "demo.fill",
    target: { type: "organization", id: ctx.organization.id },
    after: filled,
  });
  return filled;
}

type Phases = Record<Phase, { number: number; policy: PolicyContent; publishedAt: Date }>;

async function publishPhases(ctx: Ctx, nowMs: number): Promise<Phases> {
  const organizationId = ctx.organization.id;
  const owner = await ctx.db.member.findFirst({ where: { organizationId, role: "owner" }, select: { id: true } });
  const addedAt = new Date(nowMs - (DEMO_DAYS + 1) * DAY_MS).toISOString();
  const given = { organizationId, ownerId: owner?.id ?? null, addedAt };
  const publish = (phase: Phase, daysAgo: number) =>
    publishChanged(
      ctx,
      (policy) => withDemo(policy, phase, given),
      PHASE_WORDS[phase],
      new Date(nowMs - daysAgo * DAY_MS),
    );
  return { watch: await publish("watch", DEMO_DAYS + 1), enforce: await publish("enforce", ENFORCED_FOR_DAYS) };
}

/** The revisions of an earlier filling, as long as what is in force still has the demo in it. */
async function findPhases(ctx: Ctx): Promise<Phases | null> {
  const find = (phase: Phase) =>
    ctx.db.revision.findFirst({
      where: { organizationId: ctx.organization.id, title: PHASE_WORDS[phase].title },
      orderBy: { number: "desc" },
      select: { number: true, policy: true, publishedAt: true },
    });
  const [{ policy: inForce }, watch, enforce] = [await loadPublished(ctx), await find("watch"), await find("enforce")];
  if (!watch || !enforce || !hasDemo(inForce, ctx.organization.id)) return null;
  return {
    watch: { ...watch, policy: PolicyContent.parse(watch.policy) },
    enforce: { ...enforce, policy: PolicyContent.parse(enforce.policy) },
  };
}

function policyFinder(revision: { number: number; policy: PolicyContent }, nowMs: number) {
  const trust = buildTrustLookup(revision.policy.trust, nowMs);
  return (developer: DemoDeveloper): DecisionPolicy =>
    decisionPolicyFor(revision.policy, revision.number, developer.groupIds, trust);
}
