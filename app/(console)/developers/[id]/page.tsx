import type { Metadata } from "next";
import { Suspense } from "react";
import { ruleColours } from "@/components/charts/rule-colours";
import { ClientsCard } from "@/components/developers/clients-card";
import { DeveloperHeader } from "@/components/developers/developer-header";
import { SessionList } from "@/components/developers/session-list";
import { StopsChart } from "@/components/developers/stops-chart";
import { TopRulesCard, TopTargetsCard } from "@/components/developers/top-cards";
import { CardsSkeleton } from "@/components/ui/skeleton";
import { countsByDayAndRule } from "@/lib/audit/counts-by-day-and-rule";
import { developerSummary } from "@/lib/audit/developer-summary";
import { sessionTimeline } from "@/lib/audit/session-timeline";
import { topRules, topTargets } from "@/lib/audit/top-lists";
import { may } from "@/lib/auth/ctx";
import { type MemberCtx, pageCtx } from "@/lib/auth/page";
import { orNotFound } from "@/lib/http/or-not-found";

export const metadata: Metadata = { title: "Developer" };

const DAYS = 30;
const PERIOD = "last 30 days";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const readMoment = (value: string | string[] | undefined): Date | undefined => {
  const at = typeof value === "string" ? new Date(value) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at : undefined;
};

/** One developer, for those who review; for a developer, the page about oneself. Another's is not for them. */
export default async function DeveloperPage({ params, searchParams }: Props) {
  const ctx = await pageCtx("self:read");
  const { id } = await params;
  if (id !== ctx.actor.id) await pageCtx("audit:read");
  const before = readMoment((await searchParams).before);
  const summary = await orNotFound(developerSummary(ctx, id));
  const seesAudit = may(ctx.actor, "audit:read");
  return (
    <>
      <DeveloperHeader summary={summary} seesAudit={seesAudit} />
      <ClientsCard clients={summary.clients} current={summary.policy?.revision ?? null} />
      <Suspense fallback={<CardsSkeleton count={3} />}>
        <History ctx={ctx} developer={id} before={before} seesAudit={seesAudit} />
      </Suspense>
    </>
  );
}

type HistoryProps = { ctx: MemberCtx; developer: string; before: Date | undefined; seesAudit: boolean };

async function History({ ctx, developer, before, seesAudit }: HistoryProps) {
  const [counts, rules, targets, timeline] = await Promise.all([
    countsByDayAndRule(ctx, developer, DAYS),
    topRules(ctx, { developerId: developer, days: DAYS }),
    topTargets(ctx, { developerId: developer, days: DAYS }),
    sessionTimeline(ctx, { developerId: developer, before }),
  ]);
  const colours = ruleColours(counts);
  return (
    <>
      <StopsChart counts={counts} colours={colours} days={DAYS} developer={developer} />
      <div className="grid gap-5 lg:grid-cols-2">
        <TopRulesCard rules={rules} colours={colours} range="30d" period={PERIOD} developer={developer} />
        <TopTargetsCard targets={targets} period={PERIOD} />
      </div>
      <SessionList timeline={timeline} developer={developer} seesAudit={seesAudit} paged={before !== undefined} />
    </>
  );
}
