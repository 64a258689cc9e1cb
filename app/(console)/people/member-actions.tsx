"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { type Invitation, InvitationLink } from "./invitation-link";

type Props = { id: string; name: string; status: "invited" | "active" | "disabled" };

export function MemberActions({ id, name, status }: Props) {
  const router = useRouter();
  const [invitation, setInvitation] = useState<Invitation | null>(null);

  const run = (work: Promise<unknown>, done: () => void) => work.then(done, toast.failed).then(() => router.refresh());
  const enable = () => run(api("POST", `/members/${id}/enable`), () => toast.done(`${name} is enabled again.`));
  const invite = () => run(api<Invitation>("POST", `/members/${id}/invite`).then(setInvitation), () => {});

  async function disable() {
    await api("POST", `/members/${id}/disable`);
    toast.undoable(`${name} is disabled.`, () => void enable());
    router.refresh();
  }

  if (status === "disabled")
    return (
      <Button size="sm" aria-label={`Enable ${name}`} onClick={() => void enable()}>
        Enable
      </Button>
    );
  return (
    <span className="inline-flex gap-1">
      {status === "invited" ? (
        <Button size="sm" variant="ghost" aria-label={`New invitation link for ${name}`} onClick={() => void invite()}>
          New link
        </Button>
      ) : null}
      <ConfirmDialog
        danger
        title={`Disable ${name}?`}
        confirmLabel="Disable"
        onConfirm={disable}
        trigger={
          <Button size="sm" variant="ghost" aria-label={`Disable ${name}`}>
            Disable
          </Button>
        }
      >
        <p>They are signed out here at once, and every client of theirs loses its sign-in.</p>
        <p>You can enable them again; their clients then have to sign in anew.</p>
      </ConfirmDialog>
      <Dialog
        size="sm"
        open={invitation !== null}
        onOpenChange={(open) => open || setInvitation(null)}
        title={`New invitation for ${name}`}
        description="Earlier links stopped working."
      >
        {invitation ? <InvitationLink {...invitation} /> : null}
      </Dialog>
    </span>
  );
}
