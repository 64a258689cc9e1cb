import { ecosystemOf, plainVersion } from "./ecosystems";
import type { OsvAffected } from "./osv";
import type { VersionOrder } from "./version-order";

type Range = OsvAffected["ranges"][number];
type Event = Range["events"][number];

/**
 * Whether OSV lists this version, by the specification's own algorithm: a version named in `versions`, or within a range of the
 * ecosystem's order. What cannot be compared is not within a range.
 */
export function affects(affected: OsvAffected, ecosystem: string, version: string): boolean {
  const { order } = ecosystemOf(ecosystem);
  const plain = plainVersion(version);
  if (affected.versions.some((one) => plainVersion(one) === plain || order?.(one, version) === 0)) return true;
  return affected.ranges.some((range) => isComparable(range) && order !== null && within(range, version, order));
}

/** No version of the package is good: a name that exists only to be malicious. */
export const affectsAll = ({ ranges }: OsvAffected): boolean =>
  ranges.some(
    ({ type, events }) =>
      type !== "GIT" && events.some((event) => event.introduced === "0") && events.every((event) => isStart(event)),
  );

const isComparable = ({ type }: Range): boolean => type === "SEMVER" || type === "ECOSYSTEM";
const isStart = ({ fixed, last_affected: last, limit }: Event): boolean =>
  fixed === undefined && last === undefined && (limit === undefined || limit === "*");

function within({ events }: Range, version: string, order: VersionOrder): boolean {
  const limits = events.flatMap(({ limit }) => limit ?? []);
  if (limits.length > 0 && !limits.some((limit) => limit === "*" || isBelow(version, limit, order))) return false;
  let inside = false;
  for (const event of inOrder(events, order)) {
    const { introduced, fixed, last_affected: last } = event;
    if (introduced !== undefined && (introduced === "0" || isAtLeast(version, introduced, order))) inside = true;
    if (fixed !== undefined && isAtLeast(version, fixed, order)) inside = false;
    if (last !== undefined && isBelow(last, version, order)) inside = false;
  }
  return inside;
}

const at = ({ introduced, fixed, last_affected: last }: Event): string => introduced ?? fixed ?? last ?? "";

/** At one version, what ends a range comes before what begins one. */
const inOrder = (events: readonly Event[], order: VersionOrder): Event[] =>
  events
    .filter((event) => event.limit === undefined)
    .toSorted((a, b) => {
      if (at(a) === "0" || at(b) === "0") return Number(at(b) === "0") - Number(at(a) === "0");
      return (order(at(a), at(b)) ?? 0) || Number(a.introduced !== undefined) - Number(b.introduced !== undefined);
    });

function isBelow(a: string, b: string, order: VersionOrder): boolean {
  const found = order(a, b);
  return found !== null && found < 0;
}

function isAtLeast(a: string, b: string, order: VersionOrder): boolean {
  const found = order(a, b);
  return found !== null && found >= 0;
}
