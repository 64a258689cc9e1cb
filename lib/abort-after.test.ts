import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { abortAfter, unlessAborted } from "./abort-after";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const never = () => new AbortController().signal;

test("the time is up also where garbage was collected meanwhile", async () => {
  const outer = new AbortController();
  const aborted = new Promise<unknown>((resolve) => {
    const { signal } = abortAfter(200, outer.signal);
    signal.addEventListener("abort", () => resolve(signal.reason));
  });
  for (let times = 0; times < 4; times++) {
    await sleep(20);
    collectGarbage();
  }
  expect(await Promise.race([aborted, sleep(3_000)])).toMatchObject({ name: "TimeoutError" });
});

test("the outer signal ends it at once, also where it was aborted before", () => {
  const outer = new AbortController();
  const { signal } = abortAfter(60_000, outer.signal);
  expect(signal.aborted).toBe(false);
  outer.abort("left");
  expect(signal.reason).toBe("left");
  const late = abortAfter(60_000, outer.signal);
  expect(late.signal.aborted).toBe(true);
  late.end();
});

test("once ended, neither time nor the outer signal aborts it", async () => {
  const outer = new AbortController();
  const { signal, end } = abortAfter(10, outer.signal);
  end();
  outer.abort();
  await sleep(30);
  expect(signal.aborted).toBe(false);
});

test("work is waited for no longer than the signal lets it", async () => {
  const limit = abortAfter(20, never());
  expect(await unlessAborted(limit.signal, new Promise(() => {}))).toBeNull();
  expect(await unlessAborted(limit.signal, Promise.resolve("late"))).toBeNull();
  expect(await unlessAborted(never(), Promise.resolve("done"))).toBe("done");
  await expect(unlessAborted(never(), Promise.reject(new Error("no")))).rejects.toThrow("no");
});

test("work that fails when nobody waits for it any more ends no process", async () => {
  const outer = new AbortController();
  outer.abort();
  const unheard: unknown[] = [];
  const listen = (reason: unknown) => unheard.push(reason);
  process.on("unhandledRejection", listen);
  const failing = sleep(5).then(() => Promise.reject(new Error("no")));
  expect(await unlessAborted(outer.signal, failing)).toBeNull();
  await sleep(30);
  process.off("unhandledRejection", listen);
  expect(unheard).toEqual([]);
});
