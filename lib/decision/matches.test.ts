import { expect, test } from "vitest";
import { matchesOf } from "./matches";

test.each([
  ["a1b22", /\d+/g],
  ["a1b22", /(?<letter>[a-z])(\d)?/g],
  ["ab", /x*/g],
  ["", /^/g],
  ["nothing", /\d/g],
])("%j is searched by %s as matchAll does", (text, pattern) => {
  pattern.lastIndex = 3;
  const found = matchesOf(text, pattern);
  pattern.lastIndex = 0;
  expect(found).toEqual([...text.matchAll(pattern)]);
});

test("a pattern that is not global is a mistake of the caller", () => {
  expect(() => matchesOf("a", /a/)).toThrow(TypeError);
});
