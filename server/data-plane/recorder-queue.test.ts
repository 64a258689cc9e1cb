import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { createGroupCommit, type GroupCommit, type GroupCommitOptions, type Settled } from "./recorder-queue";

const open: GroupCommit<number, number>[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((queue) => queue.close()))));

/** A database that takes `tookMs` for a batch and answers with ten times each item. */
function queueOver(tookMs: number, over: Partial<GroupCommitOptions<number, number>> = {}) {
  const batches: number[][] = [];
  const unconfirmed: number[] = [];
  const queue = createGroupCommit<number, number>({
    async write(items) {
      batches.push([...items]);
      await sleep(tookMs);
      return items.map((item): Settled<number> => ({ value: item * 10 }));
    },
    maxBatch: 100,
    maxWaiting: 1_000,
    concurrency: 1,
    deadlineMs: 1_000,
    onUnconfirmed: (items) => unconfirmed.push(...items),
    ...over,
  });
  open.push(queue);
  return { queue, batches, unconfirmed };
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const addAll = (queue: GroupCommit<number, number>, count: number) =>
  Promise.all(numbers(count).map((n) => queue.add(n)));

test("what arrives together is written together, and each gets its own result", async () => {
  const { queue, batches } = queueOver(1);
  expect(await addAll(queue, 5)).toEqual([0, 10, 20, 30, 40]);
  expect(batches).toEqual([numbers(5)]);
});

test("what arrives while a batch is written makes up the next, in order", async () => {
  const { queue, batches } = queueOver(30);
  const first = queue.add(0);
  await sleep(10);
  const rest = [1, 2, 3].map((n) => queue.add(n));
  await Promise.all([first, ...rest]);
  expect(batches).toEqual([[0], [1, 2, 3]]);
});

test("a second batch starts beside the first only when it is as large", async () => {
  const { queue, batches } = queueOver(40, { concurrency: 2 });
  const first = numbers(4).map((n) => queue.add(n));
  await sleep(10);
  const small = queue.add(4);
  await sleep(10);
  expect(batches).toHaveLength(1);
  const more = [5, 6, 7].map((n) => queue.add(n));
  await sleep(10);
  expect(batches).toEqual([numbers(4), [4, 5, 6, 7]]);
  await Promise.all([...first, small, ...more]);
});

test("no batch is larger than it may be", async () => {
  const { queue, batches } = queueOver(1, { maxBatch: 10 });
  await addAll(queue, 35);
  expect(batches.map((batch) => batch.length)).toEqual([10, 10, 10, 5]);
});

test("too much at once is refused at once, and nothing else suffers", async () => {
  const { queue } = queueOver(20, { maxWaiting: 10, maxBatch: 5 });
  const results = await Promise.allSettled(numbers(25).map((n) => queue.add(n)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  for (const result of results.slice(10))
    expect(result).toMatchObject({ reason: { status: 503, code: "record_overloaded" } });
});

test("a writer that never answers is given up in time, with all that waited behind it, and told of", async () => {
  const { queue, unconfirmed } = queueOver(0, { write: () => new Promise(() => {}), deadlineMs: 500 });
  const startedAt = performance.now();
  const first = queue.add(1);
  await sleep(20);
  const results = await Promise.allSettled([first, queue.add(2), queue.add(3)]);
  expect(performance.now() - startedAt).toBeLessThan(900);
  for (const result of results) expect(result).toMatchObject({ reason: { code: "record_deadline" } });
  expect(unconfirmed.sort((a, b) => a - b)).toEqual([1, 2, 3]);
});

test("a result that comes too late changes nothing", async () => {
  const { queue } = queueOver(300, { deadlineMs: 100 });
  await expect(queue.add(1)).rejects.toMatchObject({ code: "record_deadline" });
  await sleep(300);
});

test("a failed batch fails those in it, and the next goes on", async () => {
  let calls = 0;
  const { queue, unconfirmed } = queueOver(0, {
    async write(items) {
      if (++calls === 1) throw new Error("gone");
      return items.map((value) => ({ value }));
    },
  });
  await expect(queue.add(1)).rejects.toMatchObject({ code: "record_failed" });
  expect(unconfirmed).toEqual([1]);
  expect(await queue.add(2)).toBe(2);
});

test("an item that was refused for itself is certain: it is not unconfirmed", async () => {
  const { queue, unconfirmed } = queueOver(0, {
    write: async (items) => items.map((value) => (value === 2 ? { error: new Error("bad") } : { value })),
  });
  const results = await Promise.allSettled([1, 2, 3].map((n) => queue.add(n)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(unconfirmed).toEqual([]);
});
