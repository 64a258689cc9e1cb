"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { DisableDialog } from "./disable-dialog";
import { type Invitation, OneTimeLink } from "./one-time-link";
import { ResetPasswordDialog } from "./reset-password-dialog";

type Props = {
  id: string;
  name: string;
  status: "invited" | "active" | "disabled";
  hasPassword: boolean;
  /** Names of the API tokens they made that still work. */
  tokens: readonly string[];
};

export function MemberActions({ id, name, status, hasPassword, tokens }: Props) {
  const router = useRouter();
  const [invitation, setInvitation] = useState<Invitation | null>(null);

  const run = (work: Promise<unknown>, done: () => void) => work.then(done, toast.failed).then(() => router.refresh());
  const enable = () => run(api("POST", `/members/${id}/enable`), () => toast.done(`${name} is enabled again.`));
  const invite = () => run(api<Invitation>("POST", `/members/${id}/invite`).then(setInvitation), () => {});

  async function disable({ keepTokens }: { keepTokens: boolean }) {
    await api("POST", `/members/${id}/disable?tokens=${keepTokens ? "keep" : "revoke"}`);
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
      {status === "active" && hasPassword ? <ResetPasswordDialog id={id} name={name} /> : null}
      <DisableDialog name={name} tokens={tokens} onConfirm={disable} />
      <Dialog
        size="sm"
        open={invitation !== null}
        onOpenChange={(open) => open || setInvitation(null)}
        title={`New invitation for ${name}`}
        description="Earlier links stopped working."
      >
        {invitation ? (
          <OneTimeLink label="invitation link" url={invitation.inviteUrl} expiresAt={invitation.expiresAt} />
        ) : null}
      </Dialog>
    </span>
  );
}
