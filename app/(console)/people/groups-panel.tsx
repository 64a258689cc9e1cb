import { Users } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
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
      <Table label="Groups">
        <THead>
          <Tr>
            <Th>Group</Th>
            <Th>Kept by</Th>
            <Th className="text-right">Members</Th>
            <Th>Since</Th>
            {mayEdit ? (
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            ) : null}
          </Tr>
        </THead>
        <TBody>
          {groups.map((group) => (
            <Tr key={group.id}>
              <Td className="font-medium">{group.name}</Td>
              <Td>
                {group.source === "idp" ? <Badge tone="accent">Identity provider</Badge> : <Badge>Gatehouse</Badge>}
              </Td>
              <Td className="text-right">
                <ButtonLink
                  size="sm"
                  variant="ghost"
                  href={`/people?group=${group.id}`}
                  aria-label={`Members of ${group.name}`}
                >
                  {group.members}
                </ButtonLink>
              </Td>
              <Td className="text-muted">
                <Time at={group.createdAt} show="date" />
              </Td>
              {mayEdit ? (
                <Td className="text-right">
                  <GroupActions id={group.id} name={group.name} isLocal={group.source === "local"} />
                </Td>
              ) : null}
            </Tr>
          ))}
        </TBody>
      </Table>
    </div>
  );
}
