"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { TrustEntry } from "@/lib/policy/schemas";
import { useDraft } from "./draft-provider";
import type { Owner } from "./owner-options";
import { TrustForm } from "./trust-form";
import { TRUST_WORDS } from "./words";

export function TrustRowActions({ entry, owners }: { entry: TrustEntry; owners: readonly Owner[] }) {
  const { edit } = useDraft();
  const [editing, setEditing] = useState(false);
  const [removing, startRemoving] = useTransition();

  const remove = () =>
    startRemoving(async () => {
      try {
        await edit({ type: "remove-trust", id: entry.id });
        toast.undoable(`${entry.value} is no longer in the draft.`, () => {
          edit({ type: "restore-trust", entry }).catch(toast.failed);
        });
      } catch (error) {
        toast.failed(error);
      }
    });

  return (
    <>
      <Dialog
        title={`Edit ${TRUST_WORDS[entry.kind].one}`}
        open={editing}
        onOpenChange={setEditing}
        trigger={
          <Button variant="ghost" size="icon-sm" aria-label={`Edit ${entry.value}`}>
            <Pencil aria-hidden />
          </Button>
        }
      >
        <TrustForm
          kind={entry.kind}
          entry={entry}
          owners={owners}
          submitLabel="Save"
          onSubmit={async (input) => {
            await edit({ type: "update-trust", id: entry.id, entry: input });
            setEditing(false);
            toast.done("Saved to the draft.");
          }}
        />
      </Dialog>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`Remove ${entry.value}`}
        pending={removing}
        onClick={remove}
        className="hover:text-block"
      >
        <Trash2 aria-hidden />
      </Button>
    </>
  );
}
