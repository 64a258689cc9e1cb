import { X } from "lucide-react";
import Link from "next/link";
import type { AuditFilter } from "@/lib/audit/filter";
import { auditHref } from "@/lib/audit/filter-query";
import type { Chip } from "./filter-words";

/** Each narrowing as a chip that takes itself away. */
export function FilterChips({ filter, chips }: { filter: AuditFilter; chips: readonly Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-1.5">
      {chips.map(({ key, label, value }) => (
        <li key={key} className="min-w-0">
          <Link
            href={auditHref({ ...filter, [key]: undefined })}
            aria-label={`Remove filter ${label}: ${value}`}
            className="flex h-7 min-w-0 items-center gap-1.5 rounded-full border border-accent/30 bg-accent-soft pr-2 pl-2.5 text-xs hover:border-accent"
          >
            <span className="text-muted">{label}</span>
            <span className="max-w-64 truncate font-medium">{value}</span>
            <X aria-hidden className="size-3.5 text-muted" />
          </Link>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <Link
            href={auditHref({ type: filter.type, range: filter.range, from: filter.from, to: filter.to })}
            className="px-1 text-xs text-muted underline-offset-2 hover:text-ink hover:underline"
          >
            Clear all
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
