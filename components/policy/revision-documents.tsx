import { ChevronRight } from "lucide-react";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DownloadButton } from "@/components/ui/download-button";
import { EmptyState } from "@/components/ui/empty-state";
import type { RevisionDetail } from "@/lib/change/schemas";
import type { JsonObject } from "@/lib/policy/json";
import { DocumentView } from "./document-view";

type Props = { number: number; documents: RevisionDetail["documents"] };

export const RevisionDocuments = ({ number, documents }: Props) => (
  <Card
    id="revision-documents"
    title={`Documents (${documents.length})`}
    description="What clients got, by audience: developers in the same groups share one document and its checksum."
  >
    {documents.length === 0 ? (
      <EmptyState title="Nobody was there to get one">No developer was active then.</EmptyState>
    ) : null}
    <div className="flex flex-col gap-2">
      {documents.map(({ checksum, audiences, document }) => (
        <details key={checksum} className="group rounded-md border border-line">
          <summary className="flex cursor-pointer list-none items-start gap-2 px-3 py-2.5 [&::-webkit-details-marker]:hidden">
            <ChevronRight
              aria-hidden
              className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
            />
            <span className="min-w-0">
              <span className="block font-medium wrap-anywhere">{namesOf(audiences)}</span>
              <span className="block font-mono text-2xs wrap-anywhere text-muted">{checksum}</span>
            </span>
          </summary>
          <div className="flex flex-col gap-2 border-t border-line p-3">
            <div className="flex flex-wrap gap-2">
              <CopyButton value={checksum} label="checksum" text="Copy checksum" />
              <DownloadButton
                filename={`managed-settings-r${number}.json`}
                text={`${JSON.stringify(document, null, 2)}\n`}
              >
                Download
              </DownloadButton>
            </div>
            <DocumentView label={`Document ${checksum}`} document={document as JsonObject} />
          </div>
        </details>
      ))}
    </div>
  </Card>
);

/** Of many audiences the first few. */
const SHOWN = 6;

const namesOf = (audiences: readonly (readonly string[])[]): string => {
  const shown = audiences.slice(0, SHOWN).map(nameOf).join("; ");
  return audiences.length > SHOWN ? `${shown} and ${audiences.length - SHOWN} more` : shown;
};

const nameOf = (groups: readonly string[]): string => (groups.length > 0 ? groups.join(" + ") : "In no group");
