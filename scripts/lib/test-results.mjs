import { existsSync, readFileSync, rmSync } from "node:fs";
import { inRoot } from "./root.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** A suite that broke before or after its tests is a failure, too. @param {Counts} counts @param {boolean} ok @returns {Counts} */
const withBreakage = (counts, ok) => (ok || counts.failed > 0 ? counts : { ...counts, failed: 1 });

/** @param {any} report of vitest's json reporter @returns {Counts} */
export const countVitest = (report) =>
  withBreakage(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    report.success,
  );

/** @param {any} report of Playwright's json reporter @returns {Counts} */
export const countPlaywright = ({ stats, errors }) =>
  withBreakage(
    { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
    errors.length === 0,
  );

/**
 * Runs a suite that writes a report, and counts what is in it.
 * @param {string} file the report, removed before
 * @param {(report: any) => Counts} count
 * @param {() => Promise<{ code: number }>} suite
 * @returns {Promise<Counts>}
 */
export async function counted(file, count, suite) {
  rmSync(inRoot(file), { force: true });
  const { code } = await suite();
  if (!existsSync(inRoot(file))) return { passed: 0, failed: 1, skipped: 0 };
  return withBreakage(count(JSON.parse(readFileSync(inRoot(file), "utf8"))), code === 0);
}

/** @param {Counts[]} all */
export const sum = (all) =>
  all.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }));

/** The last line of `npm test`. @param {Counts} counts */
export const summaryOf = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
