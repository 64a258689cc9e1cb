import { z } from "zod";

export const PAGE_SIZE = 50;

const cursorId = z.preprocess((value) => (value === "" ? undefined : value), z.uuid().optional());
/** Rows older than `before`, or newer than `after`; ids, so that rows written meanwhile move nothing. */
export const Cursor = z.object({ before: cursorId, after: cursorId });
export type Cursor = z.output<typeof Cursor>;

/** For a page: a cursor that does not parse is the start. */
export const readCursor = (raw: Record<string, unknown>): Cursor => Cursor.catch({}).parse(raw);

export type Slice = { order: "asc" | "desc"; past?: string; take: number };
export type Page<T> = { items: T[]; older: string | null; newer: string | null };

/** One page of a newest-first list, from a function that reads `take` rows past an id in either direction. */
export async function newestFirst<T extends { id: string }>(
  cursor: Cursor,
  size: number,
  read: (slice: Slice) => Promise<T[]>,
): Promise<Page<T>> {
  if (cursor.after) {
    const newer = await read({ order: "asc", past: cursor.after, take: size + 1 });
    const items = newer.slice(0, size).reverse();
    if (newer.length > size) return { items, older: items.at(-1)?.id ?? null, newer: items[0]?.id ?? null };
    // Less than a page is left above: show the newest page whole.
  }
  const before = cursor.after ? undefined : cursor.before;
  const rows = await read({ order: "desc", past: before, take: size + 1 });
  const items = rows.slice(0, size);
  return {
    items,
    older: rows.length > size ? (items.at(-1)?.id ?? null) : null,
    newer: before ? (items[0]?.id ?? before) : null,
  };
}

/** Merges lists into one, in order of id. */
export const mergeById = <T extends { id: string }>(lists: T[][], order: "asc" | "desc"): T[] =>
  lists.flat().sort((a, b) => (order === "asc" ? 1 : -1) * (a.id < b.id ? -1 : 1));
