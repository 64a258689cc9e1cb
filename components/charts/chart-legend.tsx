import { cn } from "@/components/ui/cn";
import { Swatch } from "./swatch";

type Props = {
  series: readonly { key: string; label: string; colour: string }[];
  hidden: ReadonlySet<string>;
  onToggle: (key: string) => void;
};

/** What each colour means; each entry shows or hides its part. */
export const ChartLegend = ({ series, hidden, onToggle }: Props) => (
  <ul aria-label="Shown in the chart" className="flex flex-wrap gap-1">
    {series.map(({ key, label, colour }) => (
      <li key={key}>
        <button
          type="button"
          aria-pressed={!hidden.has(key)}
          onClick={() => onToggle(key)}
          className={cn(
            "flex h-6 cursor-pointer items-center gap-1.5 rounded-md px-1.5 text-xs hover:bg-sunken",
            hidden.has(key) && "text-muted line-through",
          )}
        >
          <Swatch colour={hidden.has(key) ? "transparent" : colour} />
          {label}
        </button>
      </li>
    ))}
  </ul>
);
