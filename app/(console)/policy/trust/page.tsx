import { Server } from "lucide-react";
import type { Metadata, Route } from "next";
import { selectTrust, TrustQuery } from "@/components/policy/select-trust";
import { TrustAdd } from "@/components/policy/trust-add";
import { TrustTable } from "@/components/policy/trust-table";
import { TrustTabs } from "@/components/policy/trust-tabs";
import { TRUST_WORDS } from "@/components/policy/words";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { plural } from "@/components/ui/plural";
import { SearchField } from "@/components/ui/search-field";
import { may } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/auth/page";
import { getDraft } from "@/lib/change/get-draft";
import { listOwnerChoices } from "@/lib/change/list-owner-choices";
import { findTrustIssues } from "@/lib/policy/trust-issues";

export const metadata: Metadata = { title: "Trusted infrastructure · Policy" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TrustPage({ searchParams }: Props) {
  const ctx = await pageCtx("policy:read");
  const query = TrustQuery.parse(await searchParams);
  const { policy } = await getDraft(ctx);
  const { entries, counts, found, page, pages } = selectTrust(policy.trust, query);
  const owners = await listOwnerChoices(ctx, entries);
  const issuesOf = new Map(findTrustIssues(policy.trust).map((issue) => [issue.entryId, issue]));
  const mayEdit = may(ctx.actor, "policy:write");
  const { kind, q } = query;
  const hrefOf = (number: number) =>
    `/policy/trust?${new URLSearchParams({ kind, ...(q ? { q } : {}), page: String(number) })}` as Route;

  return (
    <Card
      id="trusted"
      flush
      title="Trusted infrastructure"
      description="Gatehouse enforces it in every decision: sending data elsewhere is judged as leaving the organization. Claude Code's own classifier gets the same list as advice."
      actions={mayEdit ? <TrustAdd key={kind} kind={kind} owners={owners} me={ctx.actor.id} /> : null}
    >
      <TrustTabs kind={kind} counts={counts} />
      <div className="flex flex-col gap-3 p-4 sm:p-5">
        {counts[kind] === 0 ? (
          <EmptyState icon={Server} title={`No trusted ${TRUST_WORDS[kind].plural.toLowerCase()} yet`}>
            {TRUST_WORDS[kind].help}
          </EmptyState>
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-3">
              <SearchField key={kind} label="Search value or reason" className="w-full sm:w-72" />
              {q ? <p className="text-sm text-muted">{plural(found, "match", "matches")}</p> : null}
            </div>
            {entries.length === 0 ? (
              <EmptyState title="Nothing matches">No value or reason holds “{q}”.</EmptyState>
            ) : (
              <TrustTable entries={entries} issuesOf={issuesOf} owners={owners} mayEdit={mayEdit} now={new Date()} />
            )}
            <Pagination
              previousHref={page > 1 ? hrefOf(page - 1) : null}
              nextHref={page < pages ? hrefOf(page + 1) : null}
              previousLabel="Previous"
              nextLabel="Next"
            />
          </>
        )}
      </div>
    </Card>
  );
}
