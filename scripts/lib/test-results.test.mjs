import { expect, test } from "vitest";
import { countPlaywright, countVitest, sum, summaryOf } from "./test-results.mjs";

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, success: true };
const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] };

test("the last line sums all suites and leaves out what is zero", () => {
  const all = sum([countVitest(vitest), countPlaywright(playwright), { passed: 8, failed: 0, skipped: 0 }]);
  expect(summaryOf(all)).toBe("17 passed, 1 failed, 4 skipped");
  expect(summaryOf({ passed: 2, failed: 0, skipped: 0 })).toBe("2 passed, 0 failed");
});

test("a file that could not be loaded is a failure although no test of it failed", () => {
  expect(countVitest({ ...vitest, success: false })).toMatchObject({ failed: 1 });
  expect(countPlaywright({ stats: { ...playwright.stats, unexpected: 0 }, errors: [{}] })).toMatchObject({ failed: 1 });
});
