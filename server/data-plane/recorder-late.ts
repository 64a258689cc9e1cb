import { setTimeout as delay } from "node:timers/promises";
import { isBadInput, isTaken } from "./recorder-split";

const MAX_KEPT = 20_000;
const BATCH = 200;
const RETRY_MS = 1_000;

type Options<T> = {
  /** Writes all of them or none; those that were written before without our knowing are no fault. */
  write: (items: readonly T[]) => Promise<void>;
  /** What they are, for the log. */
  name: string;
  logger?: { warn(details: object, message: string): void };
};

/**
 * Keeps what was not confirmed to be on disk and writes it once the database answers again; an item that the database refuses takes only
 * itself down. In memory only: a process that dies in an outage loses what it kept.
 */
export function createLateWriter<T>({ write, name, logger }: Options<T>) {
  let kept: T[] = [];
  let running: Promise<void> | null = null;
  let closing = false;

  const without = (done: readonly T[]) => {
    const gone = new Set(done);
    kept = kept.filter((item) => !gone.has(item));
  };

  const writeAll = async () => {
    let size = BATCH;
    while (kept.length > 0) {
      const batch = kept.slice(0, size);
      try {
        await write(batch);
        without(batch);
        size = BATCH;
      } catch (error) {
        if (isBadInput(error) && !isTaken(error)) {
          size = Math.ceil(batch.length / 2);
          if (batch.length > 1) continue;
          logger?.warn({ error: String(error) }, `one of the ${name} is refused by the database and lost`);
          without(batch);
          size = BATCH;
          continue;
        }
        if (closing) {
          logger?.warn({ count: kept.length, error: String(error) }, `${name} could not be written before the end`);
          return;
        }
        await delay(RETRY_MS, undefined, { ref: false });
      }
    }
  };

  const run = () => (running ??= writeAll().finally(() => (running = null)));

  return {
    add(items: readonly T[]) {
      kept.push(...items);
      const lost = kept.splice(0, kept.length - MAX_KEPT).length;
      logger?.warn({ count: items.length, lost }, `${name} could not be confirmed in time`);
      void run();
    },
    flush: () => running ?? Promise.resolve(),
    async close() {
      closing = true;
      await (running ?? Promise.resolve());
    },
  };
}
