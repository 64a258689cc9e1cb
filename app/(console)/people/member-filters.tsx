"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { Select } from "@/components/ui/select";
import { ROLES } from "@/lib/auth/permissions";

const ANY = "any";
const STATUSES = ["active", "invited", "disabled"] as const;
const titled = (word: string) => word[0]?.toUpperCase() + word.slice(1);

/** Filters stand in the address, so that a filtered list can be passed on. */
export function MemberFilters({ groups }: { groups: readonly { id: string; name: string }[] }) {
  const router = useRouter();
  const parameters = useSearchParams();

  function choose(name: string, value: string) {
    const next = new URLSearchParams(parameters);
    next.delete("cursor");
    if (value === ANY) next.delete(name);
    else next.set(name, value);
    router.replace(`/people?${next}`, { scroll: false });
  }

  const filters = [
    {
      name: "role",
      label: "Role",
      any: "Any role",
      options: ROLES.map((role) => ({ value: role as string, label: titled(role) })),
    },
    {
      name: "status",
      label: "Status",
      any: "Any status",
      options: STATUSES.map((status) => ({ value: status as string, label: titled(status) })),
    },
    {
      name: "group",
      label: "Group",
      any: "Any group",
      options: groups.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  return filters.map(({ name, label, any, options }) => (
    <Select
      key={name}
      aria-label={label}
      className="w-36 max-sm:w-auto max-sm:min-w-36 max-sm:flex-1"
      value={parameters.get(name) ?? ANY}
      onChange={(value) => choose(name, value)}
      options={[{ value: ANY, label: any }, ...options]}
    />
  ));
}
