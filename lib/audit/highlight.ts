export type Segment = {
  text: string;
  /** Numbers of the notes that point here, from 1; empty for plain text. */ notes: number[];
};
type Range = { start: number; end: number };

/** Cuts a text at the edges of ranges. Ranges may overlap, and may lie outside a text that was cut to size. */
export function highlight(text: string, ranges: readonly Range[]): Segment[] {
  const inside = (offset: number) => Math.min(Math.max(offset, 0), text.length);
  const edges = [0, text.length, ...ranges.flatMap(({ start, end }) => [inside(start), inside(end)])];
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    const notes = ranges.flatMap(({ start, end }, number) => (start <= from && end >= to ? [number + 1] : []));
    return { text: text.slice(from, to), notes };
  });
}
