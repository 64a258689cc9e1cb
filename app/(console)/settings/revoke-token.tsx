"use client";

import { useRouter } from "next/navigation";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

export function RevokeToken({ id, name }: { id: string; name: string }) {
  const router = useRouter();
  async function revoke() {
    await api("DELETE", `/api-tokens/${id}`);
    toast.done(`${name} was revoked.`);
    router.refresh();
  }
  return (
    <ConfirmDialog
      danger
      title={`Revoke ${name}?`}
      confirmLabel="Revoke"
      onConfirm={revoke}
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      }
    >
      <p>Programs that use it are refused within a second. This cannot be undone; make a new token instead.</p>
    </ConfirmDialog>
  );
}
