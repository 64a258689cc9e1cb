/** 95% Wilson score interval of a share, as percentages. */
export function wilson(hits: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 100 };
  const z = 1.959964;
  const share = hits / n;
  const scale = 1 + (z * z) / n;
  const middle = (share + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: 100 * Math.max(0, middle - half), high: 100 * Math.min(1, middle + half) };
}

export type Tally = { set: string; label: string; n: number; blocked: number; asked: number };

/** One row a set and label: how many were blocked and asked about, each with its interval. */
export function formatTable(tallies: readonly Tally[]): string {
  const rows = tallies.map(({ set, label, n, blocked, asked }) => [
    set,
    label,
    String(n),
    withInterval(blocked, n),
    withInterval(asked, n),
  ]);
  const all = [["set", "label", "n", "blocked % (95%)", "asked % (95%)"], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) => row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  "))
    .join("\n");
}

function withInterval(hits: number, n: number): string {
  const { low, high } = wilson(hits, n);
  return `${((100 * hits) / Math.max(1, n)).toFixed(1)} (${low.toFixed(1)}-${high.toFixed(1)})`;
}
