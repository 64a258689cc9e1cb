import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { AuditFilter, TrailType } from "@/lib/audit/filter";
import { auditHref } from "@/lib/audit/filter-query";

const TABS: readonly { type: TrailType; label: string }[] = [
  { type: "blocks", label: "Blocks & fallbacks" },
  { type: "decisions", label: "All decisions" },
  { type: "admin", label: "Admin actions" },
  { type: "all", label: "Everything" },
];

/** What of a filter means something on another tab. */
function carriedTo(type: TrailType, filter: AuditFilter): Partial<AuditFilter> {
  const { developer, q, range, from, to, group, rule, cleared, tool, session } = filter;
  const common = { type, developer, q, range, from, to };
  return type === "admin" ? common : { ...common, group, rule, cleared, tool, session };
}

/** Kinds of record. Links, because each is an address of its own. */
export const TypeTabs = ({ filter }: { filter: AuditFilter }) => (
  <nav aria-label="Type of record" className="-mb-1 flex gap-x-1 overflow-x-auto border-b border-line max-sm:flex-wrap">
    {TABS.map(({ type, label }) => (
      <Link
        key={type}
        href={auditHref(carriedTo(type, filter))}
        aria-current={filter.type === type ? "page" : undefined}
        className={cn(
          "-mb-px flex h-9 shrink-0 items-center border-b-2 px-2 text-sm font-medium sm:px-3 focus-visible:-outline-offset-2",
          filter.type === type ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
        )}
      >
        {label}
      </Link>
    ))}
  </nav>
);
