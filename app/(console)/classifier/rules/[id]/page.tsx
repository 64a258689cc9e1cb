import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { OneRule } from "@/components/classifier/one-rule";
import { CardsSkeleton } from "@/components/ui/skeleton";
import { pageCtx } from "@/lib/auth/page";
import { RULE_NAMES } from "@/lib/decision/rule-names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: `${RULE_NAMES.get(id) ?? "Rule"} · Classifier` };
}

export default async function RulePage({ params }: Props) {
  const ctx = await pageCtx("audit:read");
  const { id } = await params;
  if (!RULE_NAMES.has(id)) notFound();
  return (
    <Suspense fallback={<CardsSkeleton count={3} />}>
      <OneRule ctx={ctx} id={id} />
    </Suspense>
  );
}
