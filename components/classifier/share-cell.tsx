import { Td } from "@/components/ui/table";
import { wilson } from "@/lib/evaluation/wilson";

/** A share with its interval, as two people would read it out to each other. */
export function ShareCell({ hits, n }: { hits: number; n: number }) {
  if (n === 0) return <Td className="text-right text-muted">no cases</Td>;
  const { low, high } = wilson(hits, n);
  return (
    <Td className="text-right whitespace-nowrap tabular-nums" title={`${hits.toLocaleString("en")} of ${n.toLocaleString("en")}`}>
      {((100 * hits) / n).toFixed(1)}%{" "}
      <span className="text-xs text-muted max-sm:block">
        ({low.toFixed(1)}–{high.toFixed(1)})
      </span>
    </Td>
  );
} // prettier-ignore
