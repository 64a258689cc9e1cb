"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/components/api";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/auth/permissions";
import { roleOptions } from "./role-options";

type Props = { id: string; name: string; role: Role; mayMakeOwner: boolean };

export function RoleSelect({ id, name, role, mayMakeOwner }: Props) {
  const router = useRouter();
  const [pending, setPending] = useState(false);

  async function give(next: Role, undo?: Role) {
    setPending(true);
    try {
      await api("PATCH", `/members/${id}`, { role: next });
      if (undo) toast.undoable(`${name} now has the role ${next}.`, () => void give(undo));
      else toast.done(`${name} has the role ${next} again.`);
    } catch (error) {
      toast.failed(error);
    } finally {
      setPending(false);
      router.refresh();
    }
  }

  return (
    <Select<Role>
      size="sm"
      className="w-28"
      aria-label={`Role of ${name}`}
      disabled={pending}
      value={role}
      options={roleOptions(mayMakeOwner)}
      onChange={(next) => next !== role && void give(next, role)}
    />
  );
}
