import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { InlineCode } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { DownloadButton } from "@/components/ui/download-button";
import { Facts } from "@/components/ui/facts";
import type { Preview } from "@/lib/change/schemas";
import type { JsonObject } from "@/lib/policy/json";
import { DocumentView } from "./document-view";
import { FindingsList } from "./findings-list";
import { ENFORCEMENT_WORDS } from "./words";

export function PreviewDocument({ preview }: { preview: Preview }) {
  const { document, checksum, origins, originLabels, warnings, rollout, groups, member, placeholder } = preview;
  const text = `${JSON.stringify(document, null, 2)}\n`;
  return (
    <Card
      id="preview-document"
      title={preview.revision ? `Managed settings of revision ${preview.revision}` : "Managed settings of the draft"}
      description="Each value stands beside the part of the policy that it came from."
      actions={
        <>
          <CopyButton value={text} label="document" text="Copy" />
          <DownloadButton filename="managed-settings.json" text={text}>
            Download
          </DownloadButton>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Facts
          items={[
            ["Developer", member?.name ?? null],
            ["Groups", groups.length > 0 ? groups.map(({ name }) => name).join(", ") : "None"],
            [
              "Decided by",
              <span key="decided" className="flex flex-wrap items-center gap-2">
                {rollout.label}
                {rollout.autoMode ? (
                  <Badge tone="allow">Auto mode on · {ENFORCEMENT_WORDS[rollout.enforcement].label}</Badge>
                ) : (
                  <Badge>Auto mode off</Badge>
                )}
              </span>,
            ],
            [
              "Checksum",
              <span key="checksum" className="flex items-start gap-1">
                <span data-testid="checksum" className="min-w-0 font-mono text-xs leading-5 wrap-anywhere">
                  {checksum}
                </span>
                <span className="-my-1">
                  <CopyButton value={checksum} label="checksum" />
                </span>
              </span>,
            ],
          ]}
        />
        {warnings.length > 0 ? (
          <Callout tone="warn" title="Worth knowing">
            <FindingsList findings={warnings} label="Warnings" />
          </Callout>
        ) : null}
        <DocumentView
          label="Managed settings document"
          document={document as JsonObject}
          originsOf={(pointer) => (origins[pointer] ?? []).map((origin) => originLabels[origin] ?? origin)}
        />
        <p className="max-w-prose text-xs text-muted">
          <InlineCode>{placeholder.pointer}</InlineCode> is a placeholder. {placeholder.note}
        </p>
      </div>
    </Card>
  );
}
