"use client";

import { useOptimistic, useState, useTransition } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import type { DefaultRollout, GroupRollout, PolicyContent } from "@/lib/policy/schemas";
import { AddGroup } from "./add-group";
import { useDraft } from "./draft-provider";
import type { GroupFacts } from "./group-facts";
import { RolloutRow } from "./rollout-row";
import { RolloutSettings } from "./rollout-settings";

type Rollout = PolicyContent["rollout"];

type Props = { rollout: Rollout; groups: readonly GroupFacts[]; mayEdit: boolean };

export function RolloutEditor({ rollout: saved, groups, mayEdit }: Props) {
  const { edit } = useDraft();
  const [rollout, show] = useOptimistic(saved);
  const [, startTransition] = useTransition();
  const [announcement, setAnnouncement] = useState("");
  const factsOf = new Map(groups.map((group) => [group.id, group]));

  function save(next: Rollout, said = "") {
    startTransition(async () => {
      show(next);
      setAnnouncement(said);
      await edit({ type: "rollout", rollout: next }).catch(toast.failed);
    });
  }

  const setGroups = (next: GroupRollout[], said?: string) => save({ ...rollout, groups: next }, said);

  function move(from: number, by: -1 | 1) {
    const next = [...rollout.groups];
    const [moved] = next.splice(from, 1);
    if (!moved) return;
    next.splice(from + by, 0, moved);
    setGroups(next, `${factsOf.get(moved.groupId)?.name ?? "Group"} is now number ${from + by + 1}.`);
  }

  function remove(index: number) {
    const before = rollout;
    setGroups(rollout.groups.toSpliced(index, 1));
    const name = factsOf.get(rollout.groups[index]?.groupId ?? "")?.name ?? "Group";
    toast.undoable(`${name} now follows “Everyone else”.`, () => save(before));
  }

  const available = groups.filter(({ id }) => !rollout.groups.some(({ groupId }) => groupId === id));
  return (
    <div className="flex flex-col gap-5">
      <Card
        id="rollout-groups"
        title="Groups, in order"
        description="The first group in this list that a developer belongs to decides for them."
        actions={
          mayEdit ? (
            <AddGroup
              available={available}
              noGroupsExist={groups.length === 0}
              onAdd={(groupId) =>
                setGroups([
                  ...rollout.groups,
                  { groupId, autoMode: false, enforcement: "observe", startInAutoMode: false },
                ])
              }
            />
          ) : null
        }
      >
        {rollout.groups.length === 0 ? (
          <EmptyState title="No group has settings of its own yet">
            {groups.length === 0
              ? "Make a group under People, or let one come from your identity provider, then add it here."
              : "Add a group to switch auto mode on for its developers. Until then “Everyone else” holds for all."}
          </EmptyState>
        ) : (
          <ol className="flex flex-col divide-y divide-line">
            {rollout.groups.map((entry, index) => (
              <RolloutRow
                key={entry.groupId}
                entry={entry}
                group={factsOf.get(entry.groupId) ?? null}
                position={index + 1}
                isLast={index === rollout.groups.length - 1}
                mayEdit={mayEdit}
                onChange={(changed) => setGroups(rollout.groups.with(index, { ...entry, ...changed }))}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(index)}
              />
            ))}
          </ol>
        )}
      </Card>
      <Card
        id="rollout-everyone"
        title="Everyone else"
        description="Holds for developers in none of the groups above, also for people who join later."
      >
        <RolloutSettings
          name="everyone else"
          value={rollout.everyoneElse}
          mayEdit={mayEdit}
          onChange={(changed: Partial<DefaultRollout>) =>
            save({ ...rollout, everyoneElse: { ...rollout.everyoneElse, ...changed } })
          }
        />
      </Card>
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}
