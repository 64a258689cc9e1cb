import type { Metadata } from "next";
import { Suspense } from "react";
import { Catalogue } from "@/components/classifier/catalogue";
import { RuleFilters } from "@/components/classifier/rule-filters";
import { RuleQuery } from "@/components/classifier/rule-query";
import { CardsSkeleton } from "@/components/ui/skeleton";
import { pageCtx } from "@/lib/auth/page";
import { CATALOGUE_THEMES } from "@/lib/decision/catalogue-themes";

export const metadata: Metadata = { title: "Classifier" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RulesPage({ searchParams }: Props) {
  const ctx = await pageCtx("audit:read");
  const query = RuleQuery.parse(await searchParams);
  return (
    <>
      <RuleFilters query={query} themes={CATALOGUE_THEMES.map(({ id, name }) => ({ id, name }))} />
      <Suspense fallback={<CardsSkeleton count={3} />}>
        <Catalogue ctx={ctx} query={query} />
      </Suspense>
    </>
  );
}
