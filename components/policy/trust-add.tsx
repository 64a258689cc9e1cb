"use client";

import { ClipboardPaste, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { plural } from "@/components/ui/plural";
import { toast } from "@/components/ui/toast";
import type { TrustKind } from "@/lib/policy/schemas";
import { useDraft } from "./draft-provider";
import type { Owner } from "./owner-options";
import { TrustForm } from "./trust-form";
import { TrustImportForm } from "./trust-import-form";
import { TRUST_WORDS } from "./words";

type Props = { kind: TrustKind; owners: readonly Owner[]; me: string };

export function TrustAdd({ kind, owners, me }: Props) {
  const { edit } = useDraft();
  const [open, setOpen] = useState<"one" | "many" | null>(null);
  const words = TRUST_WORDS[kind];
  return (
    <>
      <Dialog
        title={`Add many ${words.plural.toLowerCase()}`}
        description="One a line. What is already trusted is left out."
        open={open === "many"}
        onOpenChange={(next) => setOpen(next ? "many" : null)}
        trigger={
          <Button size="sm">
            <ClipboardPaste aria-hidden /> Paste many
          </Button>
        }
      >
        <TrustImportForm
          kind={kind}
          owners={owners}
          me={me}
          onSubmit={async (entries) => {
            await edit({ type: "import-trust", entries });
            setOpen(null);
            toast.done(`Added ${plural(entries.length, words.one)} to the draft.`);
          }}
        />
      </Dialog>
      <Dialog
        title={`Add a ${words.one}`}
        open={open === "one"}
        onOpenChange={(next) => setOpen(next ? "one" : null)}
        trigger={
          <Button size="sm" variant="primary">
            <Plus aria-hidden /> Add {words.one}
          </Button>
        }
      >
        <TrustForm
          kind={kind}
          owners={owners}
          me={me}
          submitLabel="Add to draft"
          onSubmit={async (entry) => {
            await edit({ type: "add-trust", entry });
            setOpen(null);
            toast.done("Added to the draft.");
          }}
        />
      </Dialog>
    </>
  );
}
