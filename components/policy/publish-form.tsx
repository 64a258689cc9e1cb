"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { api, ApiProblem } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input, Textarea } from "@/components/ui/input";
import { plural } from "@/components/ui/plural";
import { toast } from "@/components/ui/toast";
import { reachOf } from "./reach";

type Props = {
  /** Of the draft that this page shows: another one is refused. */
  version: number;
  nextNumber: number;
  affected: { members: number; clients: number };
  changeCount: number;
};

type Values = { title: string; reason: string };

export function PublishForm({ version, nextNumber, affected, changeCount }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [seenVersion, setSeenVersion] = useState(version);
  const [words, setWords] = useState<Values>({ title: "", reason: "" });

  /** What is published is what was on the page when the dialog opened, or nothing. */
  function change(next: boolean) {
    setOpen(next);
    if (next) setSeenVersion(version);
  }

  async function publish({ title, reason }: Values) {
    const number = await send({ version: seenVersion, title, reason });
    setOpen(false);
    toast.done(`Revision ${number} is published.`);
    startTransition(() => {
      router.push(`/revisions/${number}` as Route);
      router.refresh();
    });
  }

  async function send(body: Values & { version: number }): Promise<number> {
    try {
      return (await api<{ number: number }>("POST", "/draft/publish", body)).number;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 409) startTransition(() => router.refresh());
      throw error;
    }
  }

  return (
    <Dialog
      title={`Publish revision ${nextNumber}`}
      description={`${plural(changeCount, "change")}. ${reachOf(affected)}`}
      open={open}
      onOpenChange={change}
      trigger={<Button variant="primary">Publish revision {nextNumber}…</Button>}
    >
      <Form<Values> onSubmit={publish}>
        {({ pending }) => (
          <>
            <Field name="title" label="Title" description="In a few words, as it will stand in the list of revisions.">
              <Input
                maxLength={120}
                autoComplete="off"
                value={words.title}
                onValueChange={(title) => setWords({ ...words, title })}
              />
            </Field>
            <Field
              name="reason"
              label="Reason"
              description="Why now, who asked for it, a ticket. It cannot be changed later."
            >
              <Textarea
                rows={3}
                maxLength={2_000}
                value={words.reason}
                onChange={(event) => setWords({ ...words, reason: event.currentTarget.value })}
              />
            </Field>
            <p className="text-sm text-muted">
              Decisions follow it within a second; clients fetch it when they start and every hour. A revision cannot be
              changed or deleted, only followed by another.
            </p>
            <DialogActions>
              <DialogClose />
              <Button type="submit" variant="primary" pending={pending}>
                Publish
              </Button>
            </DialogActions>
          </>
        )}
      </Form>
    </Dialog>
  );
}
