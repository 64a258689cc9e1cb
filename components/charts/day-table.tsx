import Link from "next/link";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { DayValues, Series } from "./day-bars";

type Props = { days: readonly DayValues[]; series: readonly Series[]; label: string };

/** The figures of a chart as text. Days without any are left out. */
export function DayTable({ days, series, label }: Props) {
  const filled = days.filter(({ values }) => Object.values(values).some((value) => value > 0));
  if (filled.length === 0) return null;
  return (
    <details className="group text-sm">
      <summary className="w-fit cursor-pointer text-xs text-muted hover:text-ink">Show as a table</summary>
      <div className="mt-2 max-h-80 overflow-y-auto">
        <Table label={label}>
          <THead>
            <Tr>
              <Th>Day (UTC)</Th>
              {series.map(({ key, label: name }) => (
                <Th key={key} className="text-right">
                  {name}
                </Th>
              ))}
            </Tr>
          </THead>
          <TBody>
            {filled.toReversed().map(({ day, values, href }) => (
              <Tr key={day}>
                <Th scope="row" className="text-sm font-normal">
                  <Link href={href} className="underline-offset-2 hover:underline">
                    {day}
                  </Link>
                </Th>
                {series.map(({ key }) => (
                  <Td key={key} className="py-1.5 text-right">
                    {values[key] ?? 0}
                  </Td>
                ))}
              </Tr>
            ))}
          </TBody>
        </Table>
      </div>
    </details>
  );
}
