import type { Change, Risk } from "./change";
import { isBroad } from "./broad-trust";
import type { TrustEntry, TrustKind } from "./schemas";

export const KIND_WORDS: Record<TrustKind, string> = {
  domain: "domain",
  bucket: "bucket",
  "git-remote": "git remote",
  registry: "package registry",
  service: "service",
};

export function describeTrustChanges(before: readonly TrustEntry[], after: readonly TrustEntry[]): Change[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map((entry) => entry.id));
  return [
    ...after.flatMap((entry, index) => {
      const was = old.get(entry.id);
      return was ? edited(was, entry, index) : [added(entry, index)];
    }),
    ...before.flatMap((entry, index) => (kept.has(entry.id) ? [] : [removed(entry, index)])),
  ];
}

const nameOf = (entry: TrustEntry) => `${KIND_WORDS[entry.kind]} ${entry.value}`;
const riskOf = (entry: TrustEntry): Risk => (isBroad(entry) ? "high" : "medium");
const dayOf = (time: string) => time.slice(0, 10);

const added = (entry: TrustEntry, index: number): Change => ({
  area: "trust",
  kind: "added",
  risk: riskOf(entry),
  path: `/trust/${index}`,
  entryId: entry.id,
  sentence: `Trusts ${nameOf(entry)}${entry.expiresAt ? ` until ${dayOf(entry.expiresAt)}` : ""}: ${entry.reason}`,
});

const removed = (entry: TrustEntry, index: number): Change => ({
  area: "trust",
  kind: "removed",
  risk: "low",
  path: `/trust/${index}`,
  entryId: entry.id,
  sentence: `No longer trusts ${nameOf(entry)}.`,
});

function edited(was: TrustEntry, is: TrustEntry, index: number): Change[] {
  const changed = (sentence: string, risk: Risk): Change => ({
    area: "trust",
    kind: "changed",
    risk,
    path: `/trust/${index}`,
    entryId: is.id,
    sentence,
  });
  const changes: Change[] = [];
  if (was.kind !== is.kind || was.value !== is.value)
    changes.push(changed(`Trusts ${nameOf(is)} in place of ${nameOf(was)}.`, riskOf(is)));
  if (was.expiresAt !== is.expiresAt)
    changes.push(
      is.expiresAt
        ? changed(`${nameOf(is)} is trusted until ${dayOf(is.expiresAt)}.`, isLater(was, is) ? "medium" : "low")
        : changed(`${nameOf(is)} is trusted without an end.`, "medium"),
    );
  if (was.reason !== is.reason) changes.push(changed(`The reason for ${nameOf(is)} is now: ${is.reason}`, "low"));
  if (was.ownerId !== is.ownerId) changes.push(changed(`${nameOf(is)} has another owner.`, "low"));
  return changes.map((change) => ({ ...change, sentence: capitalised(change.sentence) }));
}

const isLater = (was: TrustEntry, is: TrustEntry) =>
  was.expiresAt !== null && is.expiresAt !== null && Date.parse(is.expiresAt) > Date.parse(was.expiresAt);

const capitalised = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
