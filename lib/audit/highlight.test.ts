import { describe, expect, test } from "vitest";
import { highlight } from "./highlight";

describe("highlighting", () => {
  test("loses no character and numbers each range", () => {
    expect(highlight("git push --force origin", [{ start: 9, end: 16 }])).toEqual([
      { text: "git push ", notes: [] },
      { text: "--force", notes: [1] },
      { text: " origin", notes: [] },
    ]);
  });

  test("splits where ranges overlap", () => {
    const segments = highlight("abcdef", [
      { start: 0, end: 4 },
      { start: 2, end: 6 },
    ]);
    expect(segments.map(({ text, notes }) => [text, notes])).toEqual([
      ["ab", [1]],
      ["cd", [1, 2]],
      ["ef", [2]],
    ]);
  });

  test("a range beyond a cut text ends with the text", () => {
    expect(highlight("abc", [{ start: 1, end: 99 }]).at(-1)).toEqual({ text: "bc", notes: [1] });
    expect(highlight("abc", [{ start: 50, end: 99 }])).toEqual([{ text: "abc", notes: [] }]);
  });

  test("an empty text has no segments", () => {
    expect(highlight("", [{ start: 0, end: 1 }])).toEqual([]);
  });
});
