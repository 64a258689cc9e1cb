import type { AuditFilter } from "@/lib/audit/filter";
import { type Chip, timeWords } from "./filter-words";

const TYPE_WORDS: Record<AuditFilter["type"], string> = {
  blocks: "blocks and fallbacks",
  decisions: "all decisions",
  admin: "admin actions",
  all: "decisions and admin actions",
};

type Props = { filter: AuditFilter; chips: readonly Chip[]; shown: number; more: boolean };

/** Exactly what the table holds, in one line; the export holds the same. */
export const ScopeLine = ({ filter, chips, shown, more }: Props) => (
  <p role="status" className="text-xs text-muted">
    {[
      TYPE_WORDS[filter.type],
      ...chips.map(({ label, value }) => `${label.toLowerCase()}: ${value}`),
      timeWords(filter),
      "UTC",
      `${shown} shown${more ? ", more on other pages" : ""}`,
    ].join(" · ")}
  </p>
);
