import { plural } from "@/components/ui/plural";

/** Whose settings documents change. What only decisions are made by needs no document to arrive. */
export const reachOf = ({ members, clients }: { members: number; clients: number }): string =>
  members === 0
    ? "No developer's settings change; decisions follow the new policy."
    : `It reaches ${plural(members, "developer")} with ${plural(clients, "signed-in client")}.`;
