import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { Finding } from "@/lib/policy/finding";

const MARKS = {
  error: { icon: CircleAlert, color: "text-block" },
  warning: { icon: TriangleAlert, color: "text-ask" },
  info: { icon: Info, color: "text-accent" },
} as const;

/** Built-in protection that is gone is said in red, whatever the linter calls it. */
export function FindingNote({ finding }: { finding: Finding }) {
  const { icon: Icon, color } = MARKS[finding.code === "defaults-removed" ? "error" : finding.severity];
  return (
    <p className={cn("flex items-start gap-1.5 text-xs font-medium", color)}>
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="max-w-prose wrap-anywhere">{finding.message}</span>
    </p>
  );
}
