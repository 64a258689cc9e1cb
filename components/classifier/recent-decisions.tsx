import Link from "next/link";
import { TrailTable } from "@/components/audit/trail-table";
import { Callout } from "@/components/ui/callout";
import { AuditFilter } from "@/lib/audit/filter";
import { auditHref } from "@/lib/audit/filter-query";
import { listDecisions } from "@/lib/audit/list-decisions";
import type { Ctx } from "@/lib/auth/ctx";
import { AppError } from "@/lib/http/errors";

const SHOWN = 6;

type Props = { ctx: Ctx; title: string; empty: string; query: Partial<AuditFilter> };

/** The latest decisions of a query of the trail, which opens each of them and the rest. */
export async function RecentDecisions({ ctx, title, empty, query }: Props) {
  const filter = AuditFilter.parse(query);
  const page = await listDecisions(ctx, filter, {}, SHOWN).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "search_too_broad") return null;
    throw error;
  });
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-sm font-semibold">{title}</h2>
        {page?.older ? (
          <Link href={auditHref(filter)} className="text-xs underline underline-offset-2 hover:text-accent">
            All of them in the audit
          </Link>
        ) : null}
      </div>
      {page === null ? (
        <Callout tone="warn">There are too many decisions to look through now. Search them in the audit.</Callout>
      ) : page.items.length === 0 ? (
        <p className="rounded-lg border border-dashed border-line px-4 py-6 text-center text-sm text-muted">{empty}</p>
      ) : (
        <TrailTable rows={page.items} filter={filter} cursor={{}} />
      )}
    </section>
  );
}
