import { CodeBlock } from "@/components/ui/code-block";
import { highlight } from "@/lib/audit/highlight";
import type { EvidenceItem } from "@/lib/audit/schemas";

type Props = { field: string; text: string; evidence: readonly EvidenceItem[] };

/** One text of an action with what was found in it marked, and the notes numbered below. */
export const EvidenceText = ({ field, text, evidence }: Props) => (
  <figure className="flex min-w-0 flex-col gap-2">
    <figcaption className="text-xs text-muted">{field}</figcaption>
    <CodeBlock label={field} copy={text} wrap className="max-h-80 overflow-y-auto">
      {highlight(text, evidence).map((segment, index) =>
        segment.notes.length === 0 ? (
          segment.text
        ) : (
          // Segments never change places: their position is their identity.
          <mark
            key={index}
            className="rounded-sm bg-block-soft px-0.5 font-semibold text-block underline decoration-2 underline-offset-2"
          >
            {segment.text}
            <sup className="ml-px no-underline select-none" aria-label={`note ${segment.notes.join(", ")}`}>
              {segment.notes.join(",")}
            </sup>
          </mark>
        ),
      )}
    </CodeBlock>
    {evidence.length > 0 ? (
      <ol className="list-inside list-decimal text-xs text-muted">
        {evidence.map((item) => (
          <li key={`${item.start}-${item.end}-${item.note}`}>{item.note}</li>
        ))}
      </ol>
    ) : null}
  </figure>
);
