/** Names that are remembered, and how long they may be: most calls are of few programs, and nobody gives those long names. */
const MAX_NAMES = 2_000;
const MAX_NAME_LENGTH = 40;

/** What follows from a program's name alone, found once for each. */
export function perName<T>(find: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = find(name);
    if (known.size < MAX_NAMES && name.length <= MAX_NAME_LENGTH) known.set(name, found);
    return found;
  };
}
