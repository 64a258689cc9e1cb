"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";

type Props = {
  groups: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (groupIds: string[]) => void;
};

export function PreviewGroups({ groups, chosen, onChange }: Props) {
  const available = groups.filter(({ id }) => !chosen.includes(id));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">Member of</legend>
      <div className="flex min-h-9 flex-wrap items-center gap-1.5">
        {chosen.length === 0 ? <span className="text-sm text-muted">No group</span> : null}
        {chosen.map((id) => {
          const name = groups.find((group) => group.id === id)?.name ?? "Deleted group";
          return (
            <span
              key={id}
              className="inline-flex h-7 items-center gap-1 rounded-full border border-line bg-sunken pr-1 pl-2.5 text-sm"
            >
              {name}
              <button
                type="button"
                aria-label={`Without ${name}`}
                onClick={() => onChange(chosen.filter((other) => other !== id))}
                className="grid size-5 cursor-pointer place-items-center rounded-full text-muted hover:bg-line hover:text-ink"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </span>
          );
        })}
        {available.length > 0 ? (
          <Menu
            align="start"
            trigger={
              <Button size="sm" variant="ghost">
                <Plus aria-hidden /> Group
              </Button>
            }
          >
            <div className="max-h-80 overflow-y-auto">
              {available.map(({ id, name }) => (
                <MenuItem key={id} onSelect={() => onChange([...chosen, id])}>
                  {name}
                </MenuItem>
              ))}
            </div>
          </Menu>
        ) : null}
      </div>
    </fieldset>
  );
}
