import { LRUCache } from "lru-cache";
import type pg from "pg";
import { type DecisionEntry, type RecordedOutcome } from "@/lib/audit/decision-entry";
import { createRecordPool } from "@/lib/audit/record-pool";
import { recordDecisions } from "@/lib/audit/record-decisions";
import { replaceUnconfirmed } from "@/lib/audit/replace-unconfirmed";
import { recordSessionEvents, type SessionEventEntry } from "@/lib/audit/session-event";
import { createGroupCommit } from "./recorder-queue";
import { createLateWriter } from "./recorder-late";
import { splittingBadInput } from "./recorder-split";

export type DecisionRecorder = {
  /**
   * Resolves when the decision is on disk, with what it came to under the limits of its session.
   * @throws AppError 503 within 1.5 s where that cannot be confirmed; the record then says `ask` once it can be written
   */
  record(entry: DecisionEntry): Promise<RecordedOutcome>;
  /** @throws AppError 503 likewise; the event is then written as soon as it can be */
  recordEvent(entry: SessionEventEntry): Promise<void>;
  /** Resolves once nothing waits to be written. */
  flush(): Promise<void>;
  /** Refuses what comes from now on, writes what waits, and disconnects. */
  close(): Promise<void>;
};

type Options = {
  databaseUrl: string;
  logger?: { warn(details: object, message: string): void };
  deadlineMs?: number;
};

/** Below the client's patience (a hook is answered within 2 s) with room for the answer. */
const DEADLINE_MS = 1_500;

/** Runs `work` on a connection that is thrown away when it fails: what state it was left in is not known. */
async function onConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** One for each process; any number of them on one database agree about limits. */
export function createRecorder({ databaseUrl, logger, deadlineMs = DEADLINE_MS }: Options): DecisionRecorder {
  const timeoutMs = deadlineMs - 100;
  const pool = createRecordPool(databaseUrl, timeoutMs);
  const known = new LRUCache<string, true>({ max: 100_000 });
  const knownSessions = { has: (key: string) => known.has(key), add: (key: string) => void known.set(key, true) };
  /** Nobody was told what these say: each is replaced by what its client was really told, `ask`. */
  const replacements = createLateWriter<DecisionEntry>({
    write: (entries) => onConnection(pool, (client) => replaceUnconfirmed(client, entries)),
    name: "decisions",
    logger,
  });
  /** What the user forbade may be among them. */
  const lateEvents = createLateWriter<SessionEventEntry>({
    write: (entries) => onConnection(pool, (client) => recordSessionEvents(client, entries)),
    name: "session events",
    logger,
  });

  const decisions = createGroupCommit<DecisionEntry, RecordedOutcome>({
    write: splittingBadInput((entries) =>
      onConnection(pool, (client) => recordDecisions(client, entries, knownSessions)),
    ),
    maxBatch: 500,
    maxWaiting: 10_000,
    concurrency: 2,
    deadlineMs,
    onUnconfirmed: (entries) => replacements.add(entries),
  });

  const events = createGroupCommit<SessionEventEntry, void>({
    write: splittingBadInput(async (entries) => {
      await onConnection(pool, (client) => recordSessionEvents(client, entries));
      return entries.map(() => undefined);
    }),
    maxBatch: 500,
    maxWaiting: 5_000,
    concurrency: 1,
    deadlineMs,
    onUnconfirmed: (entries) => lateEvents.add(entries),
  });

  const drain = async () => {
    await Promise.all([decisions.close(), events.close()]);
    await Promise.all([replacements.close(), lateEvents.close()]);
    await pool.end();
  };
  let drained: Promise<void> | undefined;

  return {
    record: (entry) => decisions.add(entry),
    recordEvent: (entry) => events.add(entry),
    async flush() {
      await Promise.all([decisions.flush(), events.flush()]);
      await Promise.all([replacements.flush(), lateEvents.flush()]);
    },
    close: () => (drained ??= drain()),
  };
}
