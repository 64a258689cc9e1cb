import { unavailable } from "@/lib/http/errors";

export type GroupCommitOptions<T, R> = {
  /** Writes a batch durably, one result for each item, in order. Must give up by itself within about `deadlineMs`. */
  write: (items: readonly T[]) => Promise<readonly Settled<R>[]>;
  /** Most items of one batch. */
  maxBatch: number;
  /** Most items that wait; one more is refused at once. */
  maxWaiting: number;
  /** Batches under way at the same time. */
  concurrency: number;
  /** From `add` to the answer, whatever happens. */
  deadlineMs: number;
  /** Items whose `add` was rejected, but for those that came after the end: they may or may not have been written. */
  onUnconfirmed?: (items: readonly T[]) => void;
};

/** What became of one item: an error is its own, and certain. */
export type Settled<R> = { value: R } | { error: unknown };

/** @see createGroupCommit */
export type GroupCommit<T, R> = {
  /** @throws AppError 503 `record_overloaded`, `record_deadline`, `record_failed` or `record_closed` */
  add(item: T): Promise<R>;
  /** Resolves once nothing waits and nothing is under way. */
  flush(): Promise<void>;
  /** Refuses what comes from now on, and flushes. */
  close(): Promise<void>;
};

type Waiting<T, R> = {
  item: T;
  deadline: number;
  resolve: (result: R) => void;
  reject: (error: Error) => void;
};

type Batch<T, R> = { items: readonly Waiting<T, R>[] };

const late = () => unavailable("record_deadline", "The record was not confirmed in time.");
const failed = (cause: unknown) => unavailable("record_failed", "The record could not be written.", cause);

/** A deadline is noticed at most this much late. */
const SWEEP_MS = 50;

/**
 * Group commit: whatever arrives while a batch is being written makes up the next one, so a batch is as large as the
 * database is slow, and the cost of a commit is shared by all who waited for it. No item waits for a timer.
 */
export function createGroupCommit<T, R>(options: GroupCommitOptions<T, R>): GroupCommit<T, R> {
  let waiting: Waiting<T, R>[] = [];
  const underWay = new Set<Batch<T, R>>();
  let scheduled = false;
  let closed = false;
  let idle: (() => void)[] = [];

  const settled = () => {
    if (waiting.length > 0 || underWay.size > 0) return;
    for (const resolve of idle) resolve();
    idle = [];
  };

  /** A second batch only starts when it is worth a commit of its own. */
  const mayStart = () => {
    if (waiting.length === 0 || underWay.size >= options.concurrency) return false;
    for (const batch of underWay) if (waiting.length < batch.items.length) return false;
    return true;
  };

  const pump = () => {
    scheduled = false;
    while (mayStart()) void start();
  };

  /** At the end of this turn of the event loop, so that what arrived together goes together. */
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(pump);
  };

  const start = async () => {
    const items = waiting.slice(0, options.maxBatch);
    waiting = waiting.slice(options.maxBatch);
    const batch: Batch<T, R> = { items };
    underWay.add(batch);
    try {
      const results = await options.write(items.map((entry) => entry.item));
      if (underWay.has(batch)) items.forEach((entry, index) => settle(entry, results[index]));
    } catch (error) {
      if (underWay.has(batch)) reject(items, failed(error));
    } finally {
      underWay.delete(batch);
      schedule();
      settled();
    }
  };

  const settle = (entry: Waiting<T, R>, result: Settled<R> | undefined) => {
    if (result && "value" in result) entry.resolve(result.value);
    else entry.reject(failed(result?.error));
  };

  const reject = (items: readonly Waiting<T, R>[], error: Error) => {
    for (const entry of items) entry.reject(error);
    if (items.length > 0) options.onUnconfirmed?.(items.map((entry) => entry.item));
  };

  const sweep = () => {
    const now = performance.now();
    const isLate = (entry: Waiting<T, R> | undefined) => entry !== undefined && entry.deadline <= now;
    for (const batch of underWay) {
      if (!isLate(batch.items[0])) continue;
      underWay.delete(batch);
      reject(batch.items, late());
    }
    const inTime = waiting.findIndex((entry) => !isLate(entry));
    reject(waiting.splice(0, inTime < 0 ? waiting.length : inTime), late());
    schedule();
    settled();
  };
  const sweeper = setInterval(sweep, SWEEP_MS);
  sweeper.unref();

  const flush = () =>
    new Promise<void>((resolve) => {
      idle.push(resolve);
      settled();
    });

  return {
    add(item) {
      if (closed) return Promise.reject(unavailable("record_closed", "Shutting down."));
      if (waiting.length >= options.maxWaiting) {
        options.onUnconfirmed?.([item]);
        return Promise.reject(unavailable("record_overloaded", "Too many records wait to be written."));
      }
      return new Promise<R>((resolve, reject) => {
        waiting.push({ item, deadline: performance.now() + options.deadlineMs, resolve, reject });
        schedule();
      });
    },
    flush,
    async close() {
      closed = true;
      await flush();
      clearInterval(sweeper);
    },
  };
}
