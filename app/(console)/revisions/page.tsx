import { History } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Time } from "@/components/ui/time";
import { pageCtx } from "@/lib/auth/page";
import { listRevisions } from "@/lib/change/list-revisions";

export const metadata: Metadata = { title: "Revisions" };

type Props = { searchParams: Promise<{ cursor?: string }> };

export default async function RevisionsPage({ searchParams }: Props) {
  const ctx = await pageCtx("policy:read");
  const cursor = Number((await searchParams).cursor) || undefined;
  const { items, nextCursor } = await listRevisions(ctx, {
    cursor: cursor && cursor > 0 ? Math.trunc(cursor) : undefined,
  });
  return (
    <>
      <PageHeader title="Revisions" description="Every policy that was ever in force. A revision never changes." />
      {items.length === 0 ? (
        <EmptyState
          icon={History}
          title={cursor ? "There are no older revisions" : "Nothing has been published yet"}
          action={
            cursor ? (
              <ButtonLink href="/revisions">Newest</ButtonLink>
            ) : (
              <ButtonLink href="/policy" variant="primary">
                Write the first policy
              </ButtonLink>
            )
          }
        >
          Publishing the draft makes a numbered revision with the documents that clients get.
        </EmptyState>
      ) : (
        <ol reversed start={items[0]?.number} className="divide-y divide-line rounded-lg border border-line bg-surface">
          {items.map(({ number, title, reason, publishedByName, publishedAt }, index) => (
            <li key={number} className="relative flex gap-4 px-4 py-3.5 hover:bg-sunken/50 sm:px-5">
              <span className="min-w-6 shrink-0 text-lg leading-6 font-semibold text-muted">{number}</span>
              <div className="min-w-0 flex-1">
                <div className="flex flex-wrap items-center gap-2">
                  <Link
                    href={`/revisions/${number}` as Route}
                    className="font-medium wrap-anywhere underline-offset-2 after:absolute after:inset-0 hover:underline"
                  >
                    {title}
                  </Link>
                  {!cursor && index === 0 ? <Badge tone="allow">In force</Badge> : null}
                </div>
                <p className="mt-0.5 line-clamp-2 text-sm wrap-anywhere text-muted">{reason}</p>
                <p className="mt-1 text-xs text-muted">
                  {publishedByName} · <Time at={publishedAt} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
      <Pagination
        previousHref={cursor ? "/revisions" : null}
        nextHref={nextCursor ? (`/revisions?cursor=${nextCursor}` as Route) : null}
        previousLabel="Newest"
      />
    </>
  );
}
