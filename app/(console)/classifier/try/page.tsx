import type { Metadata } from "next";
import { TryBench } from "@/components/classifier/try-bench";
import { BLANK, startFrom } from "@/components/classifier/try-start";
import { getDecision } from "@/lib/audit/get-record";
import { pageCtx } from "@/lib/auth/page";
import { getDraft } from "@/lib/change/get-draft";
import { CATALOGUE } from "@/lib/decision/rule-names";
import { orNotFound } from "@/lib/http/or-not-found";
import { listGroups } from "@/lib/org/list-groups";
import type { PolicyContent } from "@/lib/policy/schemas";

export const metadata: Metadata = { title: "Try it · Classifier" };

type Props = { searchParams: Promise<{ record?: string | string[] }> };

/** Blank, or with the action of a decision that somebody wants to understand. */
export default async function TryPage({ searchParams }: Props) {
  const ctx = await pageCtx("policy:read");
  const { record } = await searchParams;
  const start = typeof record === "string" ? startFrom(await orNotFound(getDecision(ctx, record))) : BLANK;
  const [{ items: groups }, { policy }] = await Promise.all([listGroups(ctx), getDraft(ctx)]);
  const rules = Object.fromEntries(CATALOGUE.map(({ id, name, strength }) => [id, { name, strength }]));
  return (
    <TryBench
      key={start.recordId}
      start={start}
      groups={groups.map(({ id, name }) => ({ id, name }))}
      firstGroupId={firstGroupId(
        policy.rollout,
        groups.map(({ id }) => id),
      )}
      rules={rules}
    />
  );
}

/** The first group that auto mode is on for, where it is not on for everyone: for others there is no opinion to try. */
function firstGroupId({ groups, everyoneElse }: PolicyContent["rollout"], living: readonly string[]): string | null {
  if (everyoneElse.autoMode) return null;
  return groups.find(({ groupId, autoMode }) => autoMode && living.includes(groupId))?.groupId ?? null;
}
