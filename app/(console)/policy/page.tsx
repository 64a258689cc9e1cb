import type { Metadata } from "next";
import { RolloutEditor } from "@/components/policy/rollout-editor";
import { may } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/auth/page";
import { getDraft } from "@/lib/change/get-draft";
import { listGroups } from "@/lib/org/list-groups";

export const metadata: Metadata = { title: "Policy" };

export default async function RolloutPage() {
  const ctx = await pageCtx("policy:read");
  const [{ policy }, groups] = await Promise.all([getDraft(ctx), listGroups(ctx)]);
  const facts = groups.items.map(({ id, name, members }) => ({ id, name, memberCount: members }));
  return <RolloutEditor rollout={policy.rollout} groups={facts} mayEdit={may(ctx.actor, "policy:write")} />;
}
