"use client";

import { Plus, UsersRound } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { plural } from "@/components/ui/plural";
import type { GroupFacts } from "./group-facts";

type Props = { available: readonly GroupFacts[]; noGroupsExist: boolean; onAdd: (groupId: string) => void };

export function AddGroup({ available, noGroupsExist, onAdd }: Props) {
  if (noGroupsExist)
    return (
      <ButtonLink size="sm" href="/people">
        <UsersRound aria-hidden /> Make a group
      </ButtonLink>
    );
  const trigger = (
    <Button size="sm" disabled={available.length === 0}>
      <Plus aria-hidden /> Add group
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      <div className="max-h-80 overflow-y-auto">
        {available.map(({ id, name, memberCount }) => (
          <MenuItem key={id} icon={<UsersRound />} onSelect={() => onAdd(id)}>
            <span>
              {name} <span className="text-xs text-muted">{plural(memberCount, "developer")}</span>
            </span>
          </MenuItem>
        ))}
      </div>
    </Menu>
  );
}
