import { redirect } from "next/navigation";
import { Suspense } from "react";
import { ruleColours } from "@/components/charts/rule-colours";
import { TopRulesCard } from "@/components/developers/top-cards";
import { ChecklistCard } from "@/components/overview/checklist-card";
import { ClientStatesCard } from "@/components/overview/client-states-card";
import { LatestFallbacksCard, TopDevelopersCard } from "@/components/overview/lists";
import { RolloutCard } from "@/components/overview/rollout-card";
import { Tiles } from "@/components/overview/tiles";
import { VerdictChart } from "@/components/overview/verdict-chart";
import { PageHeader } from "@/components/ui/page-header";
import { CardsSkeleton } from "@/components/ui/skeleton";
import { overview } from "@/lib/audit/overview";
import { may } from "@/lib/auth/ctx";
import { type MemberCtx, pageCtx } from "@/lib/auth/page";

/** What is on, what it did this week, whether it arrived. A developer's first page is the one about themselves. */
export default async function OverviewPage() {
  const ctx = await pageCtx("self:read");
  if (!may(ctx.actor, "overview:read")) redirect(`/developers/${ctx.actor.id}`);
  return (
    <>
      <PageHeader title="Overview" description={`${ctx.organization.name}, last 7 days`} />
      <Suspense fallback={<CardsSkeleton count={3} />}>
        <OverviewCards ctx={ctx} />
      </Suspense>
    </>
  );
}

async function OverviewCards({ ctx }: { ctx: MemberCtx }) {
  const found = await overview(ctx);
  return (
    <>
      <ChecklistCard steps={found.checklist} />
      <Tiles overview={found} />
      <div className="grid gap-5 xl:grid-cols-3">
        <VerdictChart
          counts={found.days}
          observes={(found.rollout ?? []).some(({ autoMode, enforcement }) => autoMode && enforcement === "observe")}
        />
        <RolloutCard rollout={found.rollout} revision={found.revision} />
      </div>
      <div className="grid gap-5 lg:grid-cols-2">
        <TopRulesCard rules={found.rules} colours={ruleColours(found.rules)} range="7d" period="last 7 days" />
        <TopDevelopersCard developers={found.developers} />
        <ClientStatesCard counts={found.clients} />
        <LatestFallbacksCard rows={found.latestFallbacks} />
      </div>
    </>
  );
}
