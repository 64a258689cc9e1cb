/** Compares dotted versions; what is not one is not at least anything. */
export function isAtLeast(version: string, minimum: string): boolean {
  if (!/^\d+(?:\.\d+)*$/.test(version)) return false;
  const have = version.split(".").map(Number);
  const want = minimum.split(".").map(Number);
  for (let index = 0; index < Math.max(have.length, want.length); index++) {
    const difference = (have[index] ?? 0) - (want[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
