"use client";

import { ArrowDown, ArrowUp, TriangleAlert, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { plural } from "@/components/ui/plural";
import type { DefaultRollout, GroupRollout } from "@/lib/policy/schemas";
import type { GroupFacts } from "./group-facts";
import { RolloutSettings } from "./rollout-settings";

type Props = {
  entry: GroupRollout;
  /** Null when the group no longer exists. */
  group: GroupFacts | null;
  position: number;
  isLast: boolean;
  mayEdit: boolean;
  onChange: (changed: Partial<DefaultRollout>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

export function RolloutRow({ entry, group, position, isLast, mayEdit, onChange, onMove, onRemove }: Props) {
  const name = group?.name ?? "a deleted group";

  /** The buttons keep the focus at either end of the list, so they are not disabled there. */
  function move(by: -1 | 1) {
    if (by === -1 ? position > 1 : !isLast) onMove(by);
  }

  /** On either button, the arrow keys move the row. */
  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    move(by);
  }

  return (
    <li className="flex flex-col gap-3 py-4 first:pt-1 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span aria-hidden className="w-5 text-right text-sm text-muted">
          {position}
        </span>
        <h3 className="font-medium wrap-anywhere">{group?.name ?? "Deleted group"}</h3>
        {group ? (
          <span className="text-xs text-muted">{plural(group.memberCount, "developer")}</span>
        ) : (
          <Badge tone="ask" icon={TriangleAlert}>
            Matches nobody
          </Badge>
        )}
        {mayEdit ? (
          <div className="ml-auto flex">
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Move ${name} up`}
              aria-disabled={position === 1}
              onKeyDown={onKeyDown}
              onClick={() => move(-1)}
            >
              <ArrowUp aria-hidden />
            </Button>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Move ${name} down`}
              aria-disabled={isLast}
              onKeyDown={onKeyDown}
              onClick={() => move(1)}
            >
              <ArrowDown aria-hidden />
            </Button>
            <Button variant="ghost" size="icon-sm" aria-label={`Remove ${name}`} onClick={onRemove}>
              <X aria-hidden />
            </Button>
          </div>
        ) : null}
      </div>
      <div className="sm:pl-8">
        <RolloutSettings name={name} value={entry} mayEdit={mayEdit} onChange={onChange} />
      </div>
    </li>
  );
}
