import type { Metadata } from "next";
import { TryBench } from "@/components/classifier/try-bench";
import { pageCtx } from "@/lib/auth/page";
import { getDraft } from "@/lib/change/get-draft";
import { CATALOGUE } from "@/lib/decision/rule-names";
import { listGroups } from "@/lib/org/list-groups";
import type { PolicyContent } from "@/lib/policy/schemas";

export const metadata: Metadata = { title: "Try it · Classifier" };

export default async function TryPage() {
  const ctx = await pageCtx("policy:read");
  const [{ items: groups }, { policy }] = await Promise.all([listGroups(ctx), getDraft(ctx)]);
  const rules = Object.fromEntries(CATALOGUE.map(({ id, name, strength }) => [id, { name, strength }]));
  return (
    <TryBench
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
