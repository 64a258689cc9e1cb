const MAX_DEPTH = 32;

/**
 * Whether PostgreSQL can keep a JSON value as it is (no NUL, no lone surrogates) and everyone after can walk it. Iterative,
 * because it is what stands between a deeply nested body and everything that recurses.
 */
export function isStorable(value: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value === "string" && !isStorableText(next.value)) return false;
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth >= MAX_DEPTH) return false;
    for (const [key, child] of Object.entries(next.value)) {
      if (key === "__proto__" || !isStorableText(key)) return false;
      open.push({ value: child, depth: next.depth + 1 });
    }
  }
  return true;
}

export const isStorableText = (text: string): boolean => !/\0|\p{Cs}/u.test(text);
