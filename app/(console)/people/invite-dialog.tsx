"use client";

import { useRouter } from "next/navigation";
import { type ReactElement, useState } from "react";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Invitation, OneTimeLink } from "./one-time-link";
import { roleOptions } from "./role-options";

type Values = { name: string; email: string; role: string };

export function InviteDialog({ trigger, mayMakeOwner }: { trigger: ReactElement; mayMakeOwner: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [invitation, setInvitation] = useState<Invitation | null>(null);

  function change(next: boolean) {
    setOpen(next);
    if (next) setInvitation(null);
  }

  async function invite(values: Values) {
    setInvitation(await api<Invitation>("POST", "/members", values));
    router.refresh();
  }

  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={change}
      trigger={trigger}
      title={invitation ? "Invitation made" : "Invite a member"}
      description={invitation ? undefined : "You get a link to pass on; Gatehouse sends no mail."}
    >
      {invitation ? (
        <OneTimeLink label="invitation link" url={invitation.inviteUrl} expiresAt={invitation.expiresAt} />
      ) : (
        <Form<Values> aria-label="Invite a member" onSubmit={invite}>
          {({ pending }) => (
            <>
              <Field name="name" label="Name">
                <Input autoComplete="off" maxLength={120} required />
              </Field>
              <Field name="email" label="E-mail">
                <Input type="email" autoComplete="off" required />
              </Field>
              <Field name="role" label="Role">
                <Select defaultValue="developer" options={roleOptions(mayMakeOwner)} />
              </Field>
              <DialogActions>
                <DialogClose />
                <Button type="submit" variant="primary" pending={pending}>
                  Make invitation
                </Button>
              </DialogActions>
            </>
          )}
        </Form>
      )}
    </Dialog>
  );
}
