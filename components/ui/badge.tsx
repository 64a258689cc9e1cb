import { cva, type VariantProps } from "class-variance-authority";
import { CircleCheck, CircleHelp, CircleMinus, CircleSlash, type LucideIcon, RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const badgeClass = cva(
  "inline-flex items-center gap-1 rounded-full border px-2 py-px text-xs font-medium whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "border-line bg-sunken text-muted",
        accent: "border-accent/30 bg-accent-soft text-accent",
        allow: "border-allow/30 bg-allow-soft text-allow",
        block: "border-block/30 bg-block-soft text-block",
        ask: "border-ask/30 bg-ask-soft text-ask",
        fallback: "border-fallback/30 bg-fallback-soft text-fallback",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof badgeClass>["tone"]>;

type Props = { tone?: BadgeTone; icon?: LucideIcon; className?: string; children: ReactNode };

export const Badge = ({ tone, icon: Icon, className, children }: Props) => (
  <span className={cn(badgeClass({ tone }), className)}>
    {Icon ? <Icon aria-hidden /> : null}
    {children}
  </span>
);

const OUTCOMES: Record<Outcome, { tone: BadgeTone; icon: LucideIcon; label: string }> = {
  allow: { tone: "allow", icon: CircleCheck, label: "Allowed" },
  block: { tone: "block", icon: CircleSlash, label: "Blocked" },
  ask: { tone: "ask", icon: CircleHelp, label: "Asked" },
  fallback: { tone: "fallback", icon: RotateCcw, label: "Fallback" },
  none: { tone: "neutral", icon: CircleMinus, label: "No opinion" },
};

export type Outcome = "allow" | "block" | "ask" | "fallback" | "none";

/** Of an enforcement that only observes: Claude Code decided by itself. */
const WOULD: Partial<Record<Outcome, string>> = { block: "Would block", ask: "Would ask", fallback: "Would ask" };

/** What became of an action, or where nothing was answered would have; always icon and word, never colour alone. */
export function OutcomeBadge({ outcome, observed = false }: { outcome: Outcome; observed?: boolean }) {
  const { tone, icon, label } = OUTCOMES[outcome];
  return (
    <Badge tone={observed ? "neutral" : tone} icon={icon}>
      {(observed ? WOULD[outcome] : undefined) ?? label}
    </Badge>
  );
}
