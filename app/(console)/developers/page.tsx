import { TerminalSquare, X } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { DevelopersTable } from "@/components/developers/developers-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { groupName } from "@/lib/audit/group-name";
import { DeveloperFilter, listDevelopers } from "@/lib/audit/list-developers";
import { pageCtx } from "@/lib/auth/page";

export const metadata: Metadata = { title: "Developers" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DevelopersPage({ searchParams }: Props) {
  const ctx = await pageCtx("audit:read");
  const filter = DeveloperFilter.catch(DeveloperFilter.parse({})).parse(await searchParams);
  const [{ items, nextCursor }, group] = await Promise.all([
    listDevelopers(ctx, filter),
    filter.group ? groupName(ctx, filter.group) : null,
  ]);
  const query = new URLSearchParams(
    Object.entries({ q: filter.q, group: filter.group }).flatMap(([k, v]) => (v ? [[k, v]] : [])),
  );
  const first = `/developers?${query}` as const;
  const narrowed = Boolean(filter.q ?? filter.group);
  return (
    <>
      <PageHeader
        title="Developers"
        description="Who asks for decisions, what their clients run, and how often they were stopped."
      />
      <div className="flex flex-wrap items-center gap-3">
        <SearchField label="Search name or e-mail" resets={["cursor"]} className="w-full max-w-sm" />
        {group ? (
          <Link
            href={filter.q ? `/developers?q=${encodeURIComponent(filter.q)}` : "/developers"}
            aria-label={`Remove filter Group: ${group}`}
            className="flex h-7 items-center gap-1.5 rounded-full border border-accent/30 bg-accent-soft pr-2 pl-2.5 text-xs hover:border-accent"
          >
            <span className="text-muted">Group</span> <span className="font-medium">{group}</span>
            <X aria-hidden className="size-3.5 text-muted" />
          </Link>
        ) : null}
      </div>
      {items.length > 0 ? (
        <DevelopersTable rows={items} />
      ) : narrowed ? (
        <EmptyState
          icon={TerminalSquare}
          title="No developer matches"
          action={<ButtonLink href="/developers">Show all developers</ButtonLink>}
        >
          Searched names and e-mails{filter.q ? ` for “${filter.q}”` : ""}
          {group ? ` in ${group}` : ""}.
        </EmptyState>
      ) : (
        <EmptyState
          icon={TerminalSquare}
          title="No developers yet"
          action={
            <ButtonLink variant="primary" href="/people">
              Invite people
            </ButtonLink>
          }
        >
          A developer is a member whose Claude Code is signed in here. Invite one, or let them sign in with your
          identity provider.
        </EmptyState>
      )}
      <Pagination
        previousHref={filter.cursor ? first : null}
        nextHref={nextCursor ? `${first}&cursor=${nextCursor}` : null}
        previousLabel="First page"
        nextLabel="Next"
      />
    </>
  );
}
