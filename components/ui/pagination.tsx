import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";
import { Button, ButtonLink } from "./button";

type Props = {
  /** Links with the cursor in the query string; null where there is no such page. */
  previousHref: Route | null;
  nextHref: Route | null;
  previousLabel?: string;
  nextLabel?: string;
};

export function Pagination({ previousHref, nextHref, previousLabel = "Newer", nextLabel = "Older" }: Props) {
  if (!previousHref && !nextHref) return null;
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2">
      {previousHref ? (
        <ButtonLink size="sm" href={previousHref}>
          <ChevronLeft aria-hidden /> {previousLabel}
        </ButtonLink>
      ) : (
        <Button size="sm" disabled>
          <ChevronLeft aria-hidden /> {previousLabel}
        </Button>
      )}
      {nextHref ? (
        <ButtonLink size="sm" href={nextHref}>
          {nextLabel} <ChevronRight aria-hidden />
        </ButtonLink>
      ) : (
        <Button size="sm" disabled>
          {nextLabel} <ChevronRight aria-hidden />
        </Button>
      )}
    </nav>
  );
}
