import { describe, expect, test } from "vitest";
import { applyLimits, CONSECUTIVE_LIMIT, NO_BLOCKS, TOTAL_LIMIT } from "./limits";
import type { Verdict } from "./types";

/** One letter a verdict: a(llow), b(lock), k (ask), n(one); answers with F where it became a fallback. */
const LETTERS: Record<string, Verdict> = { a: "allow", b: "block", k: "ask", n: "none" };

function run(verdicts: string, start = NO_BLOCKS) {
  let counters = start;
  let outcome = "";
  for (const letter of verdicts) {
    const limited = applyLimits(counters, LETTERS[letter] ?? "none");
    counters = limited.counters;
    outcome += limited.fallback ? "F" : letter;
    expect(limited.verdict).toBe(limited.fallback ? "ask" : LETTERS[letter]);
  }
  return { outcome, counters };
}

describe("three in a row", () => {
  test.each([
    ["b", "b"],
    ["bb", "bb"],
    ["bbb", "bbF"],
    ["bbbb", "bbFF"],
    ["bbbbab", "bbFFab"],
    ["bbabb", "bbabb"],
    ["bbabbb", "bbabbF"],
    ["bbkb", "bbkF"],
    ["bbnb", "bbnF"],
    ["bbbk", "bbFk"],
    ["bbbabbb", "bbFabbF"],
    ["aaaa", "aaaa"],
    ["kkkk", "kkkk"],
    ["nnnn", "nnnn"],
  ])("%s is answered %s", (given, expected) => {
    expect(run(given).outcome).toBe(expected);
  });

  test("an allow ends the row and keeps the total", () => {
    expect(run("bba").counters).toEqual({ consecutive: 0, total: 2 });
  });

  test("ask and no opinion change nothing", () => {
    const counters = { consecutive: 2, total: 7 };
    expect(run("kn", counters).counters).toEqual(counters);
  });
});

describe("twenty in total", () => {
  test("the twentieth block is a fallback even right after an allow, and the total starts again", () => {
    const { outcome, counters } = run("ba".repeat(TOTAL_LIMIT));
    expect(outcome).toBe(`${"ba".repeat(TOTAL_LIMIT - 1)}Fa`);
    expect(counters).toEqual({ consecutive: 0, total: 0 });
  });

  test("the next total limit needs twenty more", () => {
    const { outcome } = run("ba".repeat(2 * TOTAL_LIMIT));
    expect([...outcome].filter((letter) => letter === "F")).toHaveLength(2);
    expect(outcome.lastIndexOf("F")).toBe(2 * (2 * TOTAL_LIMIT - 1));
  });

  test("fallbacks of a long row count towards the total", () => {
    const { counters } = run("b".repeat(TOTAL_LIMIT - 1));
    expect(counters).toEqual({ consecutive: TOTAL_LIMIT - 1, total: TOTAL_LIMIT - 1 });
    expect(run("b", counters).counters).toEqual({ consecutive: TOTAL_LIMIT, total: 0 });
  });

  test("a total that fires within a row does not end the row", () => {
    expect(run("bbb", { consecutive: CONSECUTIVE_LIMIT, total: TOTAL_LIMIT - 1 }).outcome).toBe("FFF");
  });
});
