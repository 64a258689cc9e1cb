import { Users } from "lucide-react";
import Link from "next/link";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { StackedCell, StackedRow, StackedTable } from "@/components/ui/stacked-table";
import { Th } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { GroupRow } from "@/lib/org/list-groups";
import type { MemberRow } from "@/lib/org/list-members";
import { MemberActions } from "./member-actions";
import { MemberFilters } from "./member-filters";
import { hrefWith, type PeopleQuery } from "./query";
import { RoleSelect } from "./role-select";

type Viewer = { id: string; isOwner: boolean; mayEdit: boolean };
type Props = {
  items: readonly MemberRow[];
  nextCursor: string | null;
  groups: readonly GroupRow[];
  query: PeopleQuery;
  viewer: Viewer;
  /** Names of the API tokens that still work, by the id of who made them. */
  tokens: ReadonlyMap<string, readonly string[]>;
};

const STATUS: Record<MemberRow["status"], BadgeTone> = { active: "allow", invited: "ask", disabled: "neutral" };

export function MembersPanel({ items, nextCursor, groups, query, viewer, tokens }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label="Search by name or e-mail" className="w-full sm:w-auto sm:min-w-56 sm:flex-1" />
        <MemberFilters groups={groups.map(({ id, name }) => ({ id, name }))} />
      </div>
      {items.length === 0 ? (
        <EmptyState
          icon={Users}
          title="No member matches"
          action={<ButtonLink href="/people">Clear the filters</ButtonLink>}
        />
      ) : (
        <StackedTable
          label="Members"
          head={
            <>
              <Th>Member</Th>
              <Th>Status</Th>
              <Th>Role</Th>
              <Th>Groups</Th>
              <Th className="text-right">Clients</Th>
              <Th>Last sign-in</Th>
              {viewer.mayEdit ? (
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              ) : null}
            </>
          }
        >
          {items.map((member) => (
            <Row key={member.id} member={member} viewer={viewer} tokens={tokens.get(member.id) ?? []} />
          ))}
        </StackedTable>
      )}
      <Pagination
        previousHref={query.cursor ? hrefWith(query, { cursor: undefined }) : null}
        previousLabel="First page"
        nextHref={nextCursor ? hrefWith(query, { cursor: nextCursor }) : null}
        nextLabel="Next"
      />
    </div>
  );
}

type RowProps = { member: MemberRow; viewer: Viewer; tokens: readonly string[] };

function Row({ member, viewer, tokens }: RowProps) {
  const mayTouch = viewer.mayEdit && (member.role !== "owner" || viewer.isOwner);
  const who = { id: member.id, name: member.name };
  return (
    <StackedRow>
      <StackedCell>
        <Link href={`/developers/${member.id}`} className="block font-medium underline-offset-2 hover:underline">
          {member.name}
        </Link>
        <span className="block text-xs wrap-anywhere text-muted">{member.email}</span>
      </StackedCell>
      <StackedCell className="align-middle">
        <Badge tone={STATUS[member.status]} className="capitalize">
          {member.status}
        </Badge>
      </StackedCell>
      <StackedCell label="Role" className="align-middle">
        {mayTouch && member.status !== "disabled" ? (
          <RoleSelect {...who} role={member.role} mayMakeOwner={viewer.isOwner} />
        ) : (
          <span className="capitalize">{member.role}</span>
        )}
      </StackedCell>
      <StackedCell label="Groups" className={cn("align-middle", member.groups.length === 0 && "max-md:hidden")}>
        <span className="flex max-w-72 flex-wrap gap-1 max-md:justify-end">
          {member.groups.map((group) => (
            <Badge key={group.id}>{group.name}</Badge>
          ))}
        </span>
      </StackedCell>
      <StackedCell label="Clients" className="text-right align-middle">
        {member.clients}
      </StackedCell>
      <StackedCell label="Last sign-in" className="align-middle text-muted">
        <span>
          {member.lastSignInAt ? <Time at={member.lastSignInAt} show="relative" /> : "Never"}
          {member.singleSignOn ? <span className="block text-xs">by single sign-on</span> : null}
        </span>
      </StackedCell>
      {viewer.mayEdit ? (
        <StackedCell className="text-right align-middle max-md:col-span-2 max-md:empty:hidden">
          {mayTouch && member.id !== viewer.id ? (
            <MemberActions {...who} status={member.status} hasPassword={member.hasPassword} tokens={tokens} />
          ) : null}
        </StackedCell>
      ) : null}
    </StackedRow>
  );
}
