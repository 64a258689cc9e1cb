import { expect, test } from "vitest";
import { wilson } from "./wilson";

const rounded = (hits: number, n: number) => Object.values(wilson(hits, n)).map((bound) => Number(bound.toFixed(1)));

test("the interval of a share is Wilson's: it never leaves 0 to 100, and none of many is not nothing", () => {
  expect(rounded(5, 10)).toEqual([23.7, 76.3]);
  expect(rounded(0, 100)).toEqual([0, 3.7]);
  expect(rounded(100, 100)).toEqual([96.3, 100]);
  expect(rounded(0, 0)).toEqual([0, 100]);
});
