/**
 * The lowest UUIDv7 (RFC 9562) of a millisecond. Ids carry the time of their making, so a range of ids is a range of
 * time, and one index on (organization, id) gives both the order and the bounds of every newest-first list.
 */
export function firstIdAt(at: Date): string {
  const ms = Math.max(0, at.getTime()).toString(16).padStart(12, "0");
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`;
}
