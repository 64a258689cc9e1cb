"use client";

import { useRouter } from "next/navigation";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

export function RevokeClient({ id, label }: { id: string; label: string }) {
  const router = useRouter();

  async function revoke() {
    await api("DELETE", `/clients/${id}`);
    toast.done(`${label} was revoked`);
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Revoke ${label}`}>
          Revoke
        </Button>
      }
      title={`Revoke ${label}?`}
      confirmLabel="Revoke"
      danger
      onConfirm={revoke}
    >
      <p>Its tokens stop working within a second: it gets no settings, and what its hooks ask is refused.</p>
      <p>The developer can sign in again. What it did stays in the audit trail.</p>
    </ConfirmDialog>
  );
}
