import { canonicalJson } from "./canonical";
import type { Json } from "./json";

export type DiffLine = { kind: "same" | "added" | "removed" | "skipped"; text: string };

/** Unchanged lines shown around a change. */
const CONTEXT_LINES = 3;
/** The search costs (added + removed)²; beyond this a block is shown as removed and added whole. */
const MAX_EDITS = 1_000;

/** Two JSON values, keys sorted and indented, as lines that came, went or stayed; long unchanged stretches are skipped. */
export const diffJson = (before: Json, after: Json): DiffLine[] => folded(diffLines(linesOf(before), linesOf(after)));

const linesOf = (value: Json): string[] => JSON.stringify(JSON.parse(canonicalJson(value)), null, 2).split("\n");

export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const same = (text: string): DiffLine => ({ kind: "same", text });
  return [
    ...before.slice(0, start).map(same),
    ...myers(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

/** The shortest edit script (Myers 1986, greedy, with the furthest points of each round kept for the way back). */
function myers(before: readonly string[], after: readonly string[]): DiffLine[] {
  const limit = Math.min(before.length + after.length, MAX_EDITS);
  const furthest = new Map<number, number>([[1, 0]]);
  const rounds: Map<number, number>[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    rounds.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = nextX(furthest, diagonal, edits);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return trace(before, after, rounds);
    }
  }
  return [...before.map((text) => line("removed", text)), ...after.map((text) => line("added", text))];
}

const at = (points: ReadonlyMap<number, number>, diagonal: number) => points.get(diagonal) ?? -1;

const comesFromAbove = (points: ReadonlyMap<number, number>, diagonal: number, edits: number) =>
  diagonal === -edits || (diagonal !== edits && at(points, diagonal - 1) < at(points, diagonal + 1));

const nextX = (points: ReadonlyMap<number, number>, diagonal: number, edits: number) =>
  comesFromAbove(points, diagonal, edits) ? at(points, diagonal + 1) : at(points, diagonal - 1) + 1;

function trace(before: readonly string[], after: readonly string[], rounds: Map<number, number>[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = rounds.length - 1; edits >= 0; edits--) {
    const points = rounds[edits] as Map<number, number>;
    const diagonal = x - y;
    const isAddition = comesFromAbove(points, diagonal, edits);
    const fromDiagonal = isAddition ? diagonal + 1 : diagonal - 1;
    const fromX = at(points, fromDiagonal);
    const fromY = fromX - fromDiagonal;
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x--;
      y--;
      lines.push(line("same", before[x] as string));
    }
    if (edits === 0) break;
    if (isAddition) lines.push(line("added", after[--y] as string));
    else lines.push(line("removed", before[--x] as string));
  }
  return lines.reverse();
}

const line = (kind: DiffLine["kind"], text: string): DiffLine => ({ kind, text });

/** Keeps what changed and a few lines around; the rest becomes one line that says how many there are. */
function folded(lines: readonly DiffLine[]): DiffLine[] {
  const near = new Set<number>();
  for (const [index, { kind }] of lines.entries())
    if (kind !== "same") for (let by = -CONTEXT_LINES; by <= CONTEXT_LINES; by++) near.add(index + by);
  const kept: DiffLine[] = [];
  let skipped = 0;
  const flush = () => {
    if (skipped > 0 && near.size > 0)
      kept.push(line("skipped", `${skipped} unchanged ${skipped === 1 ? "line" : "lines"}`));
    skipped = 0;
  };
  for (const [index, entry] of lines.entries()) {
    if (!near.has(index)) skipped++;
    else {
      flush();
      kept.push(entry);
    }
  }
  flush();
  return kept;
}
