"use client";

import { useState } from "react";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions, DialogClose } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { OneTimeLink, type ResetLink } from "./one-time-link";

export function ResetPasswordDialog({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  const [revokeClients, setRevokeClients] = useState(false);
  const [link, setLink] = useState<ResetLink | null>(null);

  function change(next: boolean) {
    setOpen(next);
    if (!next) return;
    setLink(null);
    setRevokeClients(false);
  }

  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={change}
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Reset password of ${name}`}>
          Reset password
        </Button>
      }
      title={link ? `Reset link for ${name}` : `Reset the password of ${name}?`}
      description={
        link
          ? "Earlier links stopped working."
          : "You get a link to pass on, with which they choose a new one. The password they have works until then; following the link signs them out in every browser."
      }
    >
      {link ? (
        <OneTimeLink label="reset link" url={link.resetUrl} expiresAt={link.expiresAt} />
      ) : (
        <Form
          aria-label={`Reset password of ${name}`}
          onSubmit={async () => setLink(await api<ResetLink>("POST", `/members/${id}/reset-link`, { revokeClients }))}
        >
          {({ pending }) => (
            <>
              <Checkbox checked={revokeClients} onChange={setRevokeClients} label="Also sign out their clients" />
              <DialogActions>
                <DialogClose />
                <Button type="submit" variant="primary" pending={pending}>
                  Make reset link
                </Button>
              </DialogActions>
            </>
          )}
        </Form>
      )}
    </Dialog>
  );
}
