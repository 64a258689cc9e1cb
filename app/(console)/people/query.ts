import type { z } from "zod";
import { MemberFilter } from "@/lib/org/list-members";

export type PeopleQuery = { tab?: string; q?: string; role?: string; status?: string; group?: string; cursor?: string };

/** Filters from the address. One that does not parse is left out: an old bookmark still opens the page. */
export function filterOf({ q, role, status, group, cursor }: PeopleQuery): z.input<typeof MemberFilter> {
  const { search, role: roles, status: statuses, groupId, cursor: cursors } = MemberFilter.shape;
  return {
    search: search.safeParse(q).data,
    role: roles.safeParse(role).data,
    status: statuses.safeParse(status).data,
    groupId: groupId.safeParse(group).data,
    cursor: cursors.safeParse(cursor).data,
  };
}

/** The same page with some of its parameters changed; undefined takes one out. */
export function hrefWith(query: PeopleQuery, change: Partial<PeopleQuery>): string {
  const given = Object.entries({ ...query, ...change }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `/people?${new URLSearchParams(given)}` : "/people";
}
