import { ScrollText } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { AuditFilter } from "@/lib/audit/filter";
import { auditHref } from "@/lib/audit/filter-query";
import { type Chip, timeWords } from "./filter-words";

type Props = {
  filter: AuditFilter;
  chips: readonly Chip[];
  /** Whether the organization has any decision at all. */ started: boolean;
};

const NOUNS: Record<AuditFilter["type"], string> = {
  blocks: "block or fallback",
  decisions: "decision",
  admin: "admin action",
  all: "record",
};

/** Why the list is empty, and what to do about that. */
export function TrailEmpty({ filter, chips, started }: Props) {
  if (!started && filter.type !== "admin")
    return (
      <EmptyState
        icon={ScrollText}
        title="No client has asked for a decision yet"
        action={
          <>
            <ButtonLink variant="primary" href="/settings">
              Connect a client
            </ButtonLink>
            <ButtonLink href={auditHref({ type: "admin" })}>See admin actions</ButtonLink>
          </>
        }
      >
        Decisions appear here as soon as a signed-in Claude Code uses its first tool.
      </EmptyState>
    );
  const narrowed = chips.length > 0;
  return (
    <EmptyState
      icon={ScrollText}
      title={`No ${NOUNS[filter.type]} in this time${narrowed ? " under these filters" : ""}`}
      action={
        <>
          {narrowed ? (
            <ButtonLink href={auditHref({ type: filter.type, range: filter.range, from: filter.from, to: filter.to })}>
              Clear the filters
            </ButtonLink>
          ) : null}
          {filter.range !== "30d" || filter.from || filter.to ? (
            <ButtonLink href={auditHref({ ...filter, range: "30d", from: undefined, to: undefined })}>
              Look at the last 30 days
            </ButtonLink>
          ) : null}
          {filter.type === "blocks" ? (
            <ButtonLink href={auditHref({ ...filter, type: "decisions", verdict: undefined })}>
              See all decisions
            </ButtonLink>
          ) : null}
        </>
      }
    >
      Searched: {timeWords(filter)}
      {chips.map(({ label, value }) => `, ${label.toLowerCase()} ${value}`)}.
      {filter.type === "blocks" && !narrowed ? " Nothing was blocked: that can be good news." : ""}
    </EmptyState>
  );
}
