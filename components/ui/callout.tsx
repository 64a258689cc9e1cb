import { cva, type VariantProps } from "class-variance-authority";
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const calloutClass = cva("flex gap-2.5 rounded-md border px-3 py-2.5 text-sm", {
  variants: {
    tone: {
      info: "border-accent/30 bg-accent-soft",
      warn: "border-ask/35 bg-ask-soft",
      block: "border-block/35 bg-block-soft",
      allow: "border-allow/35 bg-allow-soft",
    },
  },
  defaultVariants: { tone: "info" },
});

type Tone = NonNullable<VariantProps<typeof calloutClass>["tone"]>;

const MARKS: Record<Tone, { icon: LucideIcon; color: string; word: string }> = {
  info: { icon: Info, color: "text-accent", word: "Note: " },
  warn: { icon: TriangleAlert, color: "text-ask", word: "Warning: " },
  block: { icon: CircleAlert, color: "text-block", word: "Problem: " },
  allow: { icon: CircleCheck, color: "text-allow", word: "" },
};

type Props = {
  tone?: Tone;
  title?: ReactNode;
  role?: "alert" | "status" | "note";
  className?: string;
  children?: ReactNode;
};

/** Something to know at this place of the page. */
export function Callout({ tone = "info", title, role, className, children }: Props) {
  const { icon: Icon, color, word } = MARKS[tone];
  return (
    <div role={role} className={cn(calloutClass({ tone }), className)}>
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", color)} />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <span className="sr-only">{word}</span>
        {title ? <p className="font-medium">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
