export const CLIENT_STATES = ["pending", "delivered", "applied", "drifted", "failed", "silent"] as const;
export type ClientState = (typeof CLIENT_STATES)[number];

/** What is known of one client; see Client in schema.prisma. */
export type ClientFacts = {
  lastSeenAt: Date | null;
  deliveredRevision: number | null;
  deliveredChecksum: string | null;
  appliedChecksum: string | null;
  appliedAt: Date | null;
};

export type CurrentRevision = { number: number; publishedAt: Date };

const HOUR_MS = 3_600_000;
/** Clients fetch at each start and hourly: one missed fetch is allowed before it is called a fault. */
const GRACE_MS = 2 * HOUR_MS;
const SILENT_AFTER_MS = 7 * 24 * HOUR_MS;

/**
 * How far the current revision has come with one client. Claims no more than was seen: `delivered` is a 200 or a 304,
 * `applied` a checksum that the client itself sent back for what it was given.
 *
 * - silent: not heard of for seven days
 * - pending: the current revision was not fetched yet
 * - failed: still not fetched, although the client was at work long after it was published
 * - drifted: reports other settings than it was given, long after it was published
 */
export function clientState(client: ClientFacts, current: CurrentRevision | null, now: Date): ClientState {
  if (!client.lastSeenAt) return "pending";
  if (now.getTime() - client.lastSeenAt.getTime() > SILENT_AFTER_MS) return "silent";
  if (!current) return "pending";
  const dueAt = current.publishedAt.getTime() + GRACE_MS;
  if ((client.deliveredRevision ?? 0) < current.number)
    return client.lastSeenAt.getTime() > dueAt ? "failed" : "pending";
  if (!client.appliedChecksum || !client.appliedAt) return "delivered";
  if (client.appliedChecksum === client.deliveredChecksum) return "applied";
  // A report from before it could know of the revision says nothing about it.
  return client.appliedAt.getTime() > dueAt ? "drifted" : "delivered";
}

/** What a state means, and what to do about it, in a sentence for people. */
export const CLIENT_STATE_WORDS: Record<ClientState, string> = {
  pending: "Has not fetched the current revision yet. It does at its next start, or within the hour.",
  delivered: "Was given the current revision. It has not confirmed it yet: that comes with its next model request.",
  applied: "Runs the current revision: it sent back the checksum of what it was given.",
  drifted: "Reports other settings than it was given. Look for a local managed-settings file on the machine.",
  failed: "Is at work but has not fetched the current revision for over two hours. Restart it, or sign it in again.",
  silent: "Was not heard of for seven days. Revoke it if the machine is gone.",
};
