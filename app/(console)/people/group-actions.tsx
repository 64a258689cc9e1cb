"use client";

import { useRouter } from "next/navigation";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { GroupMembersDialog } from "./group-members-dialog";
import { GroupNameDialog } from "./group-name-dialog";

type Props = { id: string; name: string; isLocal: boolean };

export function GroupActions({ id, name, isLocal }: Props) {
  const router = useRouter();
  async function remove() {
    await api("DELETE", `/groups/${id}`);
    toast.done(`${name} was deleted.`);
    router.refresh();
  }
  return (
    <span className="inline-flex gap-1">
      {isLocal ? (
        <>
          <GroupMembersDialog id={id} name={name} />
          <GroupNameDialog
            group={{ id, name }}
            trigger={
              <Button size="sm" variant="ghost" aria-label={`Rename ${name}`}>
                Rename
              </Button>
            }
          />
        </>
      ) : null}
      <ConfirmDialog
        danger
        title={`Delete ${name}?`}
        confirmLabel="Delete"
        onConfirm={remove}
        trigger={
          <Button size="sm" variant="ghost" aria-label={`Delete ${name}`}>
            Delete
          </Button>
        }
      >
        <p>
          Its members stay members of the organization. A group that the policy in force or the open draft names cannot
          be deleted.
          {isLocal ? "" : " The identity provider makes it again when someone in it signs in."}
        </p>
      </ConfirmDialog>
    </span>
  );
}
