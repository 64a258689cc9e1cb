import { beforeEach, expect, test } from "vitest";
import { type Attempt, type Breakers, type Circuit, createBreakers } from "./breaker";

let nowMs = 0;
let changes: Circuit[] = [];
let breakers: Breakers;
beforeEach(() => {
  nowMs = 1_000;
  changes = [];
  breakers = createBreakers(() => nowMs, (circuit) => changes.push(circuit)); // prettier-ignore
});
const begin = (name = "a"): Attempt => {
  const attempt = breakers.begin(name);
  if (attempt === null) throw new Error("refused");
  return attempt;
};
const failTimes = (times: number) => {
  for (let left = times; left > 0; left--) begin().failed();
};

test("opens after five failures in a row, and not after four and a success", () => {
  failTimes(4);
  begin().succeeded();
  failTimes(4);
  begin().failed();
  expect(breakers.begin("a")).toBeNull();
  expect(changes).toEqual([{ name: "a", state: "open", failures: 5, retryAtMs: 6_000 }]);
});

test("an open circuit is nobody else's", () => {
  failTimes(5);
  expect([breakers.begin("a"), breakers.begin("b")]).toEqual([null, expect.anything()]);
});

test("after its pause one trial goes through, and its success closes the circuit", () => {
  failTimes(5);
  nowMs += 5_000;
  expect(breakers.list()).toMatchObject([{ state: "half-open" }]);
  const trial = begin();
  expect(breakers.begin("a")).toBeNull();
  trial.succeeded();
  begin();
  expect(changes.map(({ state }) => state)).toEqual(["open", "half-open", "closed"]);
  expect(breakers.list()).toEqual([]);
});

test("a failed trial doubles the pause, up to two minutes", () => {
  failTimes(5);
  for (const pauseMs of [5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000]) {
    nowMs += pauseMs - 1;
    expect(breakers.begin("a")).toBeNull();
    nowMs += 1;
    begin().failed();
  }
});

test("late failures of requests from before it opened do not lengthen the pause", () => {
  const early = [begin(), begin()];
  failTimes(5);
  for (const one of early) one.failed();
  expect(breakers.list()).toMatchObject([{ state: "open", retryAtMs: 6_000 }]);
  nowMs += 5_000;
  expect(breakers.begin("a")).not.toBeNull();
});

test("only the trial's own answer ends it, not that of a request from before the circuit opened", () => {
  const early = [begin(), begin(), begin(), begin()] as const;
  failTimes(5);
  early[0].succeeded();
  expect(breakers.list()).toMatchObject([{ state: "open" }]);
  nowMs += 5_000;
  const trial = begin();
  early[1].succeeded();
  early[2].failed();
  early[3].released();
  expect(breakers.list()).toMatchObject([{ state: "half-open", failures: 5 }]);
  expect(breakers.begin("a")).toBeNull();
  trial.succeeded();
  expect(breakers.list()).toEqual([]);
});

test("a trial that told nothing, or never ended, makes room for another, whose answer counts instead", () => {
  failTimes(5);
  nowMs += 5_000;
  begin().released();
  const lost = begin();
  expect(breakers.begin("a")).toBeNull();
  nowMs += 15_000;
  const trial = begin();
  lost.succeeded();
  expect(breakers.list()).toMatchObject([{ state: "half-open" }]);
  trial.succeeded();
  expect(breakers.list()).toEqual([]);
});

test("what began before a circuit opened says nothing once it is closed again", () => {
  const early = Array.from({ length: 5 }, () => begin());
  failTimes(5);
  nowMs += 5_000;
  begin().succeeded();
  for (const one of early) one.failed();
  expect(breakers.list()).toEqual([]);
});
