"use client";

import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { plural } from "@/components/ui/plural";
import { toast } from "@/components/ui/toast";
import { useDraft } from "./draft-provider";

export function DiscardButton({ changeCount, baseRevision }: { changeCount: number; baseRevision: number }) {
  const { edit } = useDraft();
  const trigger = (
    <Button variant="danger">
      <Trash2 aria-hidden /> Discard draft
    </Button>
  );
  return (
    <ConfirmDialog
      trigger={trigger}
      title="Discard the draft?"
      confirmLabel="Discard"
      danger
      onConfirm={async () => {
        await edit({ type: "discard" });
        toast.done("The draft is discarded.");
      }}
    >
      <p>
        {plural(changeCount, "change")} will be lost, for everybody who works on this draft.{" "}
        {baseRevision > 0 ? `Revision ${baseRevision} stays in force.` : "There is still no policy in force."}
      </p>
    </ConfirmDialog>
  );
}
