import type { z } from "zod";
import { installedAdvisories } from "@/lib/advisories/installed-advisories";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { answerFor } from "@/lib/decision/answer";
import { needsLlm } from "@/lib/decision/combine";
import { decide } from "@/lib/decision/decide";
import { explain } from "@/lib/decision/explain";
import type { Action, Judgement } from "@/lib/decision/types";
import { invalid, notFound } from "@/lib/http/errors";
import { decisionPolicyFor } from "@/lib/policy/decision-policy";
import { rolloutFor } from "@/lib/policy/rollout";
import type { PolicyContent } from "@/lib/policy/schemas";
import { buildTrustLookup } from "@/lib/policy/trust-index";
import { loadDraft } from "./draft-store";
import { hasChanges } from "./draft-view";
import { groupNames } from "./group-names";
import { type Tried, type TriedUnder, TryInput } from "./try-schemas";

/** More of them tell a reader nothing. */
const SHOWN = 100;

/**
 * What would be decided about an action, under the draft and under what is published: by the `decide` of the data plane, without a
 * record and without asking the LLM classifier.
 * @throws AppError 404 for another organization's member, 422 for an unknown group
 */
export async function tryAction(ctx: Ctx, input: z.input<typeof TryInput>): Promise<Tried> {
  authorize(ctx, "policy:read");
  const { groupId, memberId, git, ...rest } = TryInput.parse(input);
  const action: Action = { ...rest, git: git && { ...git, root: git.root ?? rest.cwd } };
  const [names, draft] = await Promise.all([groupNames(ctx), loadDraft(ctx)]);
  const groupIds = memberId ? await groupsOf(ctx, memberId) : requireKnown(groupId, names);
  const { base } = draft;
  const given = { action, groupIds, names, now: Date.now() };
  return {
    draft: tryUnder({ ...given, policy: draft.policy, revision: null }),
    draftHasChanges: hasChanges(draft),
    published: base.number === 0 ? null : tryUnder({ ...given, policy: base.policy, revision: base.number }),
  };
}

async function groupsOf(ctx: Ctx, memberId: string): Promise<string[]> {
  const member = await ctx.db.member.findFirst({
    where: { id: memberId, organizationId: ctx.organization.id },
    select: { groups: { select: { groupId: true } } },
  });
  if (!member) throw notFound("Member");
  return member.groups.map(({ groupId }) => groupId);
}

function requireKnown(groupId: string | undefined, names: ReadonlyMap<string, string>): string[] {
  if (groupId === undefined) return [];
  if (names.has(groupId)) return [groupId];
  throw invalid("The group does not exist.", [{ field: "groupId", message: "This group does not exist." }]);
}

type Given = {
  action: Action;
  policy: PolicyContent;
  revision: number | null;
  groupIds: readonly string[];
  names: ReadonlyMap<string, string>;
  now: number;
};

function tryUnder({ action, policy, revision, groupIds, names, now }: Given): TriedUnder {
  const { groupId, autoMode, enforcement } = rolloutFor(policy, groupIds);
  const trust = buildTrustLookup(policy.trust, now);
  const under = { ...decisionPolicyFor(policy, revision ?? 0, groupIds, trust), advisories: installedAdvisories() };
  const judgement = decide(action, under);
  const ifOn = autoMode ? null : decide(action, { ...under, autoMode: true });
  const { effects, opaque, matches } = explain(action, under);
  return {
    revision,
    rollout: { label: groupId ? (names.get(groupId) ?? groupId) : "Everyone else", autoMode, enforcement },
    judgement: shown(judgement),
    answer: answerFor(enforcement, judgement.verdict, false),
    ifOn: ifOn && shown(ifOn),
    asksLlm: needsLlm(ifOn ?? judgement, policy.classifier.llm.when, action.userMessages.length > 0),
    effects: effects.slice(0, SHOWN).map(({ kind, target, traits, evidence }) => ({ kind, target, traits, evidence })),
    effectCount: effects.length,
    opaque: opaque.slice(0, SHOWN),
    matches: [...matches],
  };
}

const shown = ({ verdict, tier, rule, reason, evidence, cleared = [] }: Judgement) => ({
  verdict,
  tier,
  rule,
  reason,
  evidence: evidence.slice(0, SHOWN),
  cleared: cleared.map((one) => one.rule),
});
