import { expect, test } from "vitest";
import { OTHER, OTHER_COLOUR, ruleColours } from "./rule-colours";
import { ruleDays } from "./rule-days";

const now = new Date("2026-11-21T12:00:00Z");
const count = (rule: string, blocks: number, day = "2026-11-20") => ({ day, rule, blocks, fallbacks: 0 });

test("colours go by rank, ties by name", () => {
  const colours = ruleColours([count("b", 1), count("a", 1), count("c", 5)]);
  expect(Object.keys(colours)).toEqual(["c", "a", "b"]);
  expect(new Set(Object.values(colours)).size).toBe(3);
});

test("rules beyond the palette are one series, and no count is lost", () => {
  const counts = ["a", "b", "c", "d", "e", "f", "g"].map((rule, index) => count(rule, 10 - index));
  const colours = ruleColours(counts);
  const { days, series } = ruleDays(counts, colours, { days: 3, now });
  expect(series).toHaveLength(6);
  expect(series.at(-1)).toEqual({ key: OTHER, label: OTHER, colour: OTHER_COLOUR });
  const total = days.flatMap(({ values }) => Object.values(values)).reduce((sum, value) => sum + value, 0);
  expect(total).toBe(10 + 9 + 8 + 7 + 6 + 5 + 4);
});

test("days without any are there, and each links to its own list", () => {
  const { days } = ruleDays([], {}, { days: 3, now, developer: "dev@example.test" });
  expect(days.map(({ day }) => day)).toEqual(["2026-11-19", "2026-11-20", "2026-11-21"]);
  expect(days[0]?.href).toBe("/audit?developer=dev%40example.test&from=2026-11-19T00%3A00Z&to=2026-11-20T00%3A00Z");
});
