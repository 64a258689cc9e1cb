import { ArrowRight, Circle, CircleCheck } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import type { ChecklistStep } from "@/lib/audit/checklist";

/** The way to a working set-up; goes away when all of it is done. */
export function ChecklistCard({ steps }: { steps: readonly ChecklistStep[] }) {
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  const next = steps.find((step) => !step.done);
  return (
    <Card
      id="checklist"
      title="Getting started"
      description={`${done} of ${steps.length} done. Each step ticks itself off when it has really happened.`}
    >
      <ol className="flex flex-col divide-y divide-line">
        {steps.map((step) => (
          <li key={step.id} className="flex items-start gap-3 py-2.5 first:pt-0 last:pb-0">
            {step.done ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4.5 shrink-0 text-allow" />
            ) : (
              <Circle aria-hidden className="mt-0.5 size-4.5 shrink-0 text-muted" />
            )}
            <div className="min-w-0 flex-1">
              <p className={cn("font-medium", step.done && "text-muted")}>
                {step.title}
                <span className="sr-only">{step.done ? " (done)" : " (not done)"}</span>
              </p>
              {step.done ? null : <p className="text-sm text-muted">{step.help}</p>}
            </div>
            {step === next ? (
              <Link
                href={step.href as Route}
                className="inline-flex shrink-0 items-center gap-1 text-sm font-medium text-accent underline-offset-2 hover:underline"
              >
                Do this next <ArrowRight aria-hidden className="size-4" />
              </Link>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
