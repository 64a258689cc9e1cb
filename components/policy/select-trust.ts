import { z } from "zod";
import { TRUST_KINDS, type TrustEntry, type TrustKind } from "@/lib/policy/schemas";

export const TRUST_PAGE_SIZE = 50;

/** What the URL says; anything else in it falls back to the first page of domains. */
export const TrustQuery = z.object({
  kind: z.enum(TRUST_KINDS).catch("domain"),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).catch(1),
});

type Selection = {
  entries: TrustEntry[];
  counts: Record<TrustKind, number>;
  /** Entries that match, on all pages. */
  found: number;
  page: number;
  pages: number;
};

export function selectTrust(trust: readonly TrustEntry[], { kind, q, page }: z.output<typeof TrustQuery>): Selection {
  const counts = Object.fromEntries(TRUST_KINDS.map((item) => [item, 0])) as Record<TrustKind, number>;
  for (const entry of trust) counts[entry.kind] += 1;
  const text = q.toLowerCase();
  const matches = trust
    .filter((entry) => entry.kind === kind)
    .filter(({ value, reason }) => value.toLowerCase().includes(text) || reason.toLowerCase().includes(text))
    .sort((one, other) => one.value.localeCompare(other.value, "en"));
  const pages = Math.max(1, Math.ceil(matches.length / TRUST_PAGE_SIZE));
  const current = Math.min(page, pages);
  const start = (current - 1) * TRUST_PAGE_SIZE;
  return {
    entries: matches.slice(start, start + TRUST_PAGE_SIZE),
    counts,
    found: matches.length,
    page: current,
    pages,
  };
}
