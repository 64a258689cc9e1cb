import fc from "fast-check";
import { expect, test } from "vitest";
import { diffJson, diffLines } from "./diff-lines";

const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 });

test("without what was added it is the old text, without what was removed the new one", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const diff = diffLines(before, after);
      expect(diff.filter(({ kind }) => kind !== "added").map(({ text }) => text)).toEqual(before);
      expect(diff.filter(({ kind }) => kind !== "removed").map(({ text }) => text)).toEqual(after);
    }),
  );
});

test("is the shortest there is", () => {
  const edits = (before: string, after: string) =>
    diffLines(before.split(""), after.split("")).filter(({ kind }) => kind !== "same").length;
  expect(edits("ABCABBA", "CBABAC")).toBe(5);
  expect(edits("abc", "abc")).toBe(0);
  expect(edits("", "abc")).toBe(3);
});

test("skips long unchanged stretches and says how long they are", () => {
  const list = Array.from({ length: 40 }, (_, index) => index);
  const diff = diffJson({ b: list, a: 1 }, { a: 2, b: list });
  expect(diff.map(({ kind, text }) => `${kind}: ${text.trim()}`)).toEqual([
    "same: {", 'removed: "a": 1,', 'added: "a": 2,', 'same: "b": [', "same: 0,", "same: 1,", "skipped: 40 unchanged lines",
  ]); // prettier-ignore
});

test("two equal documents have no lines", () => {
  expect(diffJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
});

test("texts that share nothing are shown one after the other, without a long search", () => {
  const many = (prefix: string) => Array.from({ length: 20_000 }, (_, index) => `${prefix}${index}`);
  const start = performance.now();
  expect(diffLines(many("a"), many("b"))).toHaveLength(40_000);
  expect(performance.now() - start).toBeLessThan(3_000);
});
