import { StackedCell } from "@/components/ui/stacked-table";
import { wilson } from "@/lib/evaluation/wilson";

export const shareOf = (hits: number, n: number): string => `${((100 * hits) / Math.max(1, n)).toFixed(1)}%`;

type Props = { label: string; hits: number; n: number };

/** A share with its interval, as two people would read it out to each other. */
export function ShareCell({ label, hits, n }: Props) {
  if (n === 0) return <StackedCell label={label} className="text-right text-muted">no cases</StackedCell>;
  const { low, high } = wilson(hits, n);
  return (
    <StackedCell
      label={label}
      className="text-right whitespace-nowrap tabular-nums"
      title={`${hits.toLocaleString("en")} of ${n.toLocaleString("en")}`}
    >
      <span>
        {shareOf(hits, n)}{" "}
        <span className="text-xs text-muted">
          ({low.toFixed(1)}–{high.toFixed(1)})
        </span>
      </span>
    </StackedCell>
  );
} // prettier-ignore
