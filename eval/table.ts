import { wilson } from "@/lib/evaluation/wilson";

export type Counts = { n: number; blocked: number; asked: number };
/** `settled`: without the labels that we dispute. */
export type Tally = { set: string; label: string; settled: Counts } & Counts;
export type OutputTally = { set: string; label: string; n: number; flagged: number };

type Row = { set: string; label: string };

export const bySet = <T extends Row>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => a.set.localeCompare(b.set) || a.label.localeCompare(b.label));

/** One row a set and label: how many were blocked and asked about, each with its interval; again without disputed labels, where there are any. */
export const formatTable = (tallies: readonly Tally[]): string =>
  format(
    ["set", "label", "n", "blocked % (95%)", "asked % (95%)"],
    bySet(tallies).flatMap((row) => [
      [row.set, row.label, ...cells(row)],
      ...(row.settled.n < row.n
        ? [[`  without ${row.n - row.settled.n} disputed labels`, "", ...cells(row.settled)]]
        : []),
    ]),
  );

const cells = ({ n, blocked, asked }: Counts) => [String(n), withInterval(blocked, n), withInterval(asked, n)];

/** One row a set and label: how many the probe flagged, with its interval. */
export const formatOutputTable = (tallies: readonly OutputTally[]): string =>
  format(
    ["set", "label", "n", "flagged % (95%)"],
    bySet(tallies).map(({ set, label, n, flagged }) => [set, label, String(n), withInterval(flagged, n)]),
  );

function format(head: readonly string[], rows: readonly string[][]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "),
    )
    .join("\n");
}

function withInterval(hits: number, n: number): string {
  const { low, high } = wilson(hits, n);
  return `${((100 * hits) / Math.max(1, n)).toFixed(1)} (${low.toFixed(1)}-${high.toFixed(1)})`;
}
