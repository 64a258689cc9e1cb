import type { Origin } from "./document-builder";
import type { TrustEntry, TrustKind } from "./schemas";

/** Claude Code's own slots for trusted infrastructure: its classifier looks for these names in `environment`. */
const SLOTS: Record<TrustKind, string> = {
  domain: "Trusted internal domains",
  bucket: "Trusted cloud buckets",
  "git-remote": "Source control",
  service: "Key internal services",
  registry: "Internal package registry",
};

type Item = { value: string; origins: Origin[] };

/** One `environment` line a slot, values in sorted order: the order of entries must not change the checksum. */
export function trustLines(entries: readonly TrustEntry[]): Item[] {
  const lines: Item[] = [];
  for (const [kind, slot] of Object.entries(SLOTS)) {
    const items = distinctValues(entries, kind as TrustKind);
    if (items.length === 0) continue;
    lines.push({
      value: `**${slot}**: ${items.map((item) => item.value).join(", ")}`,
      origins: items.flatMap((item) => item.origins),
    });
  }
  return lines;
}

/** Domains that sandboxed commands may reach without asking. */
export const sandboxDomains = (entries: readonly TrustEntry[]): Item[] => distinctValues(entries, "domain");

function distinctValues(entries: readonly TrustEntry[], kind: TrustKind): Item[] {
  const byValue = new Map<string, Origin[]>();
  for (const entry of entries) {
    if (entry.kind !== kind) continue;
    const origins = byValue.get(entry.value);
    if (origins) origins.push(`trust:${entry.id}`);
    else byValue.set(entry.value, [`trust:${entry.id}`]);
  }
  return [...byValue.keys()].sort().map((value) => ({ value, origins: byValue.get(value) ?? [] }));
}
