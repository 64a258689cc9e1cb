import { describe, expect, test } from "vitest";
import { type ClientFacts, type ClientState, clientState } from "./client-state";

const now = new Date("2026-11-21T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const revision = (number: number, hours: number) => ({ number, publishedAt: hoursAgo(hours) });

const fresh: ClientFacts = {
  lastSeenAt: hoursAgo(0.1),
  deliveredRevision: null,
  deliveredChecksum: null,
  appliedChecksum: null,
  appliedAt: null,
};
const given = { ...fresh, deliveredRevision: 4, deliveredChecksum: "sha256:a" };
const reports = (appliedChecksum: string, hours: number) => ({ ...given, appliedChecksum, appliedAt: hoursAgo(hours) });

type Row = [name: string, client: ClientFacts, current: ReturnType<typeof revision> | null, expected: ClientState];
const TABLE: Row[] = [
  ["never seen", { ...fresh, lastSeenAt: null }, revision(4, 10), "pending"],
  ["no policy published", fresh, null, "pending"],
  ["just published, not fetched", fresh, revision(4, 1), "pending"],
  ["has the one before, within the grace", { ...given, deliveredRevision: 3 }, revision(4, 1), "pending"],
  ["at work three hours after publishing, not fetched", fresh, revision(4, 3), "failed"],
  ["last seen before publishing, not fetched", { ...fresh, lastSeenAt: hoursAgo(30) }, revision(4, 20), "pending"],
  ["last seen within the grace, then closed", { ...fresh, lastSeenAt: hoursAgo(19) }, revision(4, 20), "pending"],
  ["fetched, nothing reported", given, revision(4, 3), "delivered"],
  ["fetched a newer one than this reader knows", { ...given, deliveredRevision: 5 }, revision(4, 3), "delivered"],
  ["reports what it was given", reports("sha256:a", 0.5), revision(4, 3), "applied"],
  ["same document in two revisions, reported before", reports("sha256:a", 9), revision(4, 3), "applied"],
  ["reports the old one within the grace", reports("sha256:old", 0.5), revision(4, 1), "delivered"],
  ["reported another before publishing", reports("sha256:old", 30), revision(4, 20), "delivered"],
  ["reports another long after", reports("sha256:other", 0.5), revision(4, 3), "drifted"],
  [
    "applied, then not heard of",
    { ...reports("sha256:a", 200), lastSeenAt: hoursAgo(200) },
    revision(4, 300),
    "silent",
  ],
  ["silent without a policy", { ...fresh, lastSeenAt: hoursAgo(200) }, null, "silent"],
  ["seen just inside seven days", { ...given, lastSeenAt: hoursAgo(167) }, revision(4, 300), "delivered"],
];

describe("the state of a client claims no more than was seen", () => {
  test.each(TABLE)("%s", (_name, client, current, expected) => {
    expect(clientState(client, current, now)).toBe(expected);
  });
});
