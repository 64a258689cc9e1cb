import { PencilLine, ShieldOff } from "lucide-react";
import Link from "next/link";
import { draftSummary } from "@/components/policy/draft-summary";
import { plural } from "@/components/ui/plural";

/** On every page while there is something to publish, so that nobody takes a draft for what is in force. */
export async function DraftBanner({ mayPublish }: { mayPublish: boolean }) {
  const { baseRevision, changeCount } = await draftSummary();
  if (changeCount === 0 && baseRevision > 0) return null;
  const isFirst = baseRevision === 0 && changeCount === 0;
  const Icon = isFirst ? ShieldOff : PencilLine;
  return (
    <div
      role="region"
      aria-label="Draft"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-accent/25 bg-accent-soft px-4 py-2 text-sm sm:px-6"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-accent" />
      <p>{isFirst ? "No policy is published yet. Clients get none until you publish one." : words(changeCount)}</p>
      <Link href="/policy/publish" className="font-medium text-accent underline underline-offset-2">
        {mayPublish ? "Review and publish" : "Review"}
      </Link>
    </div>
  );
}

const words = (changeCount: number) =>
  `Draft with ${plural(changeCount, "change")} that ${changeCount === 1 ? "is" : "are"} not published.`;
