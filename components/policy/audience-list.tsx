import { ChevronRight } from "lucide-react";
import type { z } from "zod";
import { Badge } from "@/components/ui/badge";
import { plural } from "@/components/ui/plural";
import type { AffectedAudience } from "@/lib/change/schemas";
import { DiffView } from "./diff-view";

/** Who gets another document, each with its difference. */
export const AudienceList = ({ audiences }: { audiences: readonly z.output<typeof AffectedAudience>[] }) => (
  <div className="flex flex-col gap-2">
    {audiences.map(({ label, members, clients, beforeChecksum, afterChecksum, isChanged, diff }) => (
      <details
        key={`${label}${beforeChecksum}${afterChecksum}`}
        className="group rounded-md border border-line"
        open={audiences.length === 1}
      >
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-4 text-muted transition-transform group-open:rotate-90" />
          <span className="font-medium">{label}</span>
          <span className="text-sm text-muted">
            {plural(members, "developer")}, {plural(clients, "client")}
          </span>
          <span className="ml-auto">
            {isChanged ? <Badge tone="accent">Changes</Badge> : <Badge>Stays the same</Badge>}
          </span>
        </summary>
        <div className="flex flex-col gap-2 border-t border-line p-3">
          <p className="font-mono text-2xs wrap-anywhere text-muted">
            {beforeChecksum ? `${beforeChecksum} → ` : ""}
            {afterChecksum}
          </p>
          {isChanged ? <DiffView label={`Difference for ${label}`} lines={diff} /> : null}
        </div>
      </details>
    ))}
  </div>
);
