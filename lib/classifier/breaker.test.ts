import { beforeEach, expect, test } from "vitest";
import { type Breakers, type Circuit, createBreakers } from "./breaker";

let nowMs = 0;
let changes: Circuit[] = [];
let breakers: Breakers;
beforeEach(() => {
  nowMs = 1_000;
  changes = [];
  breakers = createBreakers(() => nowMs, (circuit) => changes.push(circuit)); // prettier-ignore
});
const failTimes = (times: number) => {
  for (let left = times; left > 0; left--) if (breakers.mayTry("a")) breakers.failed("a");
};

test("opens after five failures in a row, and not after four and a success", () => {
  failTimes(4);
  breakers.succeeded("a");
  failTimes(4);
  expect(breakers.mayTry("a")).toBe(true);
  breakers.failed("a");
  expect(breakers.mayTry("a")).toBe(false);
  expect(changes).toEqual([{ name: "a", state: "open", failures: 5, retryAtMs: 6_000 }]);
});

test("an open circuit is nobody else's", () => {
  failTimes(5);
  expect(breakers.mayTry("a")).toBe(false);
  expect(breakers.mayTry("b")).toBe(true);
});

test("after its pause one trial goes through, and its success closes the circuit", () => {
  failTimes(5);
  nowMs += 5_000;
  expect(breakers.list()).toMatchObject([{ state: "half-open" }]);
  expect([breakers.mayTry("a"), breakers.mayTry("a")]).toEqual([true, false]);
  breakers.succeeded("a");
  expect(breakers.mayTry("a")).toBe(true);
  expect(changes.map(({ state }) => state)).toEqual(["open", "half-open", "closed"]);
  expect(breakers.list()).toEqual([]);
});

test("a failed trial doubles the pause, up to two minutes", () => {
  failTimes(5);
  for (const pauseMs of [5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000]) {
    nowMs += pauseMs - 1;
    expect(breakers.mayTry("a")).toBe(false);
    nowMs += 1;
    expect(breakers.mayTry("a")).toBe(true);
    breakers.failed("a");
  }
});

test("late failures of requests from before it opened do not lengthen the pause", () => {
  failTimes(5);
  breakers.failed("a");
  breakers.failed("a");
  nowMs += 5_000;
  expect(breakers.mayTry("a")).toBe(true);
});

test("a trial that told nothing, or never ended, makes room for another", () => {
  failTimes(5);
  nowMs += 5_000;
  expect(breakers.mayTry("a")).toBe(true);
  breakers.released("a");
  expect(breakers.mayTry("a")).toBe(true);
  expect(breakers.mayTry("a")).toBe(false);
  nowMs += 15_000;
  expect(breakers.mayTry("a")).toBe(true);
});
