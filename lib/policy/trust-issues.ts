import { prefixOf, locateBucket } from "./bucket";
import { parentsOf } from "./host";
import type { TrustEntry } from "./schemas";
import { locateUrl, prefixesOf } from "./url-prefix";

/** An entry that another makes needless. `entryId` is the one that could go. */
export type TrustIssue = {
  kind: "duplicate" | "shadowed";
  entryId: string;
  byEntryId: string;
  message: string;
};

/** Pairs of entries that say the same, and entries under a broader one. Linear in the number of entries. */
export function findTrustIssues(entries: readonly TrustEntry[]): TrustIssue[] {
  const byValue = new Map<string, TrustEntry>();
  const issues: TrustIssue[] = [];
  for (const entry of entries) {
    const first = byValue.get(keyOf(entry.kind, entry.value));
    if (first) issues.push(issue("duplicate", entry, first));
    else byValue.set(keyOf(entry.kind, entry.value), entry);
  }
  for (const entry of byValue.values()) {
    const broader = broaderValues(entry)
      .map((value) => byValue.get(keyOf(entry.kind, value)))
      .find((candidate) => candidate && outlives(candidate, entry));
    if (broader) issues.push(issue("shadowed", entry, broader));
  }
  return issues;
}

/** Values in normal form that would cover this entry. */
function broaderValues(entry: TrustEntry): string[] {
  switch (entry.kind) {
    case "domain":
      return [...parentsOf(entry.value.replace(/^\*\./, ""))].map((parent) => `*.${parent}`);
    case "bucket": {
      const location = locateBucket(entry.value);
      return location?.path.map((_, depth) => prefixOf({ ...location, path: location.path.slice(0, depth) })) ?? [];
    }
    case "git-remote": {
      const parts = entry.value.replace(/\/\*$/, "").split("/");
      return parts.slice(0, -1).map((_, depth) => `${parts.slice(0, depth + 1).join("/")}/*`);
    }
    case "registry":
    case "service": {
      const location = locateUrl(entry.value);
      return location ? prefixesOf(location).slice(0, -1) : [];
    }
  }
}

/** An entry is still needed after a broader one has expired. */
const outlives = (broader: TrustEntry, entry: TrustEntry) =>
  broader.expiresAt === null ||
  (entry.expiresAt !== null && Date.parse(broader.expiresAt) >= Date.parse(entry.expiresAt));

const issue = (kind: TrustIssue["kind"], entry: TrustEntry, by: TrustEntry): TrustIssue => ({
  kind,
  entryId: entry.id,
  byEntryId: by.id,
  message:
    kind === "duplicate"
      ? `${entry.value} is listed more than once.`
      : `${entry.value} is already covered by ${by.value}.`,
});

const keyOf = (kind: TrustEntry["kind"], value: string) => `${kind} ${value}`;
