import { FlaskConicalOff } from "lucide-react";
import type { Metadata } from "next";
import { EvaluationTable } from "@/components/classifier/evaluation-table";
import { HowToMeasure } from "@/components/classifier/how-to-measure";
import { EmptyState } from "@/components/ui/empty-state";
import { pageCtx } from "@/lib/auth/page";
import { readEvaluation, RESULTS_FILE } from "@/lib/evaluation/results";

export const metadata: Metadata = { title: "Evaluation · Classifier" };

export default async function EvaluationPage() {
  await pageCtx("policy:read");
  const evaluation = readEvaluation();
  return (
    <>
      {evaluation ? (
        <EvaluationTable evaluation={evaluation} />
      ) : (
        <EmptyState icon={FlaskConicalOff} title="No evaluation came with this installation">
          It is read from {RESULTS_FILE}, where Gatehouse is started. The commands below make it.
        </EmptyState>
      )}
      <HowToMeasure />
    </>
  );
}
