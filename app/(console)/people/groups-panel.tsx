import { Users } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { StackedCell, StackedRow, StackedTable } from "@/components/ui/stacked-table";
import { Th } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { GroupRow } from "@/lib/org/list-groups";
import { GroupActions } from "./group-actions";
import { GroupNameDialog } from "./group-name-dialog";

type Props = { groups: readonly GroupRow[]; mayEdit: boolean };

export function GroupsPanel({ groups, mayEdit }: Props) {
  const create = mayEdit ? <GroupNameDialog trigger={<Button>New group</Button>} /> : null;
  if (groups.length === 0)
    return (
      <EmptyState icon={Users} title="No groups yet" action={create}>
        Policy is rolled out by group. Make one here, or sign in by single sign-on with a groups claim.
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-4">
      {create ? <div className="flex justify-end">{create}</div> : null}
      <StackedTable
        label="Groups"
        head={
          <>
            <Th>Group</Th>
            <Th>Kept by</Th>
            <Th className="text-right">Members</Th>
            <Th>Since</Th>
            {mayEdit ? (
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            ) : null}
          </>
        }
      >
        {groups.map((group) => (
          <StackedRow key={group.id}>
            <StackedCell className="align-middle font-medium wrap-anywhere">{group.name}</StackedCell>
            <StackedCell className="align-middle">
              {group.source === "idp" ? <Badge tone="accent">Identity provider</Badge> : <Badge>Gatehouse</Badge>}
            </StackedCell>
            <StackedCell label="Members" className="text-right align-middle">
              <Link
                href={`/people?group=${group.id}`}
                aria-label={`Members of ${group.name}`}
                className="font-medium underline decoration-line-strong underline-offset-2 hover:text-accent"
              >
                {group.members}
              </Link>
            </StackedCell>
            <StackedCell label="Since" className="align-middle text-muted">
              <Time at={group.createdAt} show="date" />
            </StackedCell>
            {mayEdit ? (
              <StackedCell className="text-right align-middle max-md:col-span-2">
                <GroupActions id={group.id} name={group.name} isLocal={group.source === "local"} />
              </StackedCell>
            ) : null}
          </StackedRow>
        ))}
      </StackedTable>
    </div>
  );
}
