import { cn } from "@/components/ui/cn";
import type { JsonObject } from "@/lib/policy/json";
import { type DocumentLine, documentLines } from "./document-lines";

type Props = {
  label: string;
  document: JsonObject;
  /** By JSON pointer, words for where each value came from. */
  originsOf?: (pointer: string) => readonly string[];
};

const COLORS: Record<DocumentLine["kind"], string> = {
  string: "text-accent",
  literal: "text-ask",
  bracket: "text-muted",
};

/** A JSON document, line by line, each value beside its origin. */
export const DocumentView = ({ label, document, originsOf }: Props) => (
  <div
    role="region"
    aria-label={label}
    tabIndex={0}
    className="relative max-h-[70dvh] overflow-auto rounded-md border border-line bg-sunken py-2 font-mono text-xs leading-5"
  >
    {documentLines(document).map((line, index) => (
      <div key={index} className="flex flex-wrap items-start gap-x-3 px-3 hover:bg-line/40">
        <span
          className="min-w-0 flex-1 basis-80 wrap-anywhere whitespace-pre-wrap"
          style={{ paddingLeft: `${line.depth * 2}ch` }}
        >
          {line.key === undefined ? null : (
            <>
              <span>{JSON.stringify(line.key)}</span>
              <span className="text-muted">: </span>
            </>
          )}
          <span className={COLORS[line.kind]}>{line.text}</span>
          {line.hasComma ? <span className="text-muted">,</span> : null}
        </span>
        {originsOf && line.pointer !== undefined ? <Origins labels={originsOf(line.pointer)} /> : null}
      </div>
    ))}
  </div>
);

/** The first by name, the others counted: one line can stand for thousands of trusted entries. */
function Origins({ labels }: { labels: readonly string[] }) {
  const [first, ...others] = labels;
  if (!first) return null;
  return (
    <span
      className="flex max-w-full shrink-0 items-center gap-1 font-sans text-2xs text-muted"
      title={labels.slice(0, 20).join("\n")}
    >
      <span className={cn("max-w-60 truncate rounded border border-line bg-surface px-1.5")}>
        <span className="sr-only">from </span>
        {first}
      </span>
      {others.length > 0 ? <span>and {others.length} more</span> : null}
    </span>
  );
}
