"use client";

import { useRouter } from "next/navigation";
import { type ReactElement, useState } from "react";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";

/** Makes a group, or renames `group`. */
export function GroupNameDialog({ trigger, group }: { trigger: ReactElement; group?: { id: string; name: string } }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);

  async function save({ name }: { name: string }) {
    if (group) await api("PATCH", `/groups/${group.id}`, { name });
    else await api("POST", "/groups", { name });
    setOpen(false);
    toast.done(group ? `${group.name} is now ${name}.` : `${name} was made.`);
    router.refresh();
  }

  const title = group ? `Rename ${group.name}` : "New group";
  return (
    <Dialog size="sm" open={open} onOpenChange={setOpen} trigger={trigger} title={title}>
      <Form<{ name: string }> aria-label={title} onSubmit={save}>
        {({ pending }) => (
          <>
            <Field name="name" label="Name">
              <Input defaultValue={group?.name} autoComplete="off" maxLength={120} required />
            </Field>
            <DialogActions>
              <DialogClose />
              <Button type="submit" variant="primary" pending={pending}>
                {group ? "Rename" : "Make group"}
              </Button>
            </DialogActions>
          </>
        )}
      </Form>
    </Dialog>
  );
}
