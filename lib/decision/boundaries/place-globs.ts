/** Whether a path ends as a user's pattern says: `*.sql`, `src/*.gen.ts`. */
export function matchesGlob(path: string, pattern: string): boolean {
  const parts = pattern.replace(/^\.\//, "").split("/").filter((part) => part !== "**"); // prettier-ignore
  const ends = path.split("/").slice(-parts.length);
  return parts.length === ends.length && parts.every((part, i) => matchesPart(ends[i] as string, part));
}

/** Each star is tried once, from the left: what stands between stars has to come in order. */
function matchesPart(name: string, pattern: string): boolean {
  const pieces = pattern.split("*");
  const first = pieces[0] as string;
  const last = pieces.at(-1) as string;
  if (pieces.length === 1) return name === pattern;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= name.length - last.length;
}
