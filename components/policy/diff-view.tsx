import { cn } from "@/components/ui/cn";
import type { DiffLine } from "@/lib/policy/diff-lines";

const LOOKS: Record<DiffLine["kind"], { sign: string; className: string; word: string }> = {
  same: { sign: " ", className: "text-muted", word: "" },
  added: { sign: "+", className: "bg-allow-soft text-allow", word: "Added: " },
  removed: { sign: "−", className: "bg-block-soft text-block", word: "Removed: " },
  skipped: { sign: " ", className: "border-y border-line bg-canvas text-muted italic", word: "" },
};

/** JSON line by line, with a sign for what came and what went. */
export const DiffView = ({ label, lines }: { label: string; lines: readonly DiffLine[] }) => (
  <div
    role="region"
    aria-label={label}
    tabIndex={0}
    className="relative max-h-[60dvh] overflow-auto rounded-md border border-line bg-sunken py-1.5 font-mono text-xs leading-5"
  >
    {lines.map((line, index) => {
      const { sign, className, word } = LOOKS[line.kind];
      return (
        <div key={index} className={cn("flex px-2", className)}>
          <span aria-hidden className="w-5 shrink-0 select-none">
            {sign}
          </span>
          <span className="min-w-0 wrap-anywhere whitespace-pre-wrap">
            {word ? <span className="sr-only">{word}</span> : null}
            {line.text}
          </span>
        </div>
      );
    })}
  </div>
);
