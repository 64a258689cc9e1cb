// `npm test`: everything, on a fresh clone. The last line is the result: `N passed, N failed`.
import { ensureBrowser } from "./lib/browser.mjs";
import { ensureBuilt } from "./lib/build.mjs";
import { ensureClaudeCode } from "./lib/claude-code.mjs";
import { inModules, inRoot } from "./lib/root.mjs";
import { runChecks } from "./lib/run-checks.mjs";
import { run } from "./lib/run.mjs";
import { main, say } from "./lib/say.mjs";
import { setUp } from "./lib/set-up.mjs";
import { counted, countPlaywright, countVitest, sum, summaryOf } from "./lib/test-results.mjs";

const VITEST_REPORT = ".cache/test/vitest.json";
const PLAYWRIGHT_REPORT = ".cache/test/playwright.json";

/** @param {string} title */
const section = (title) => say(`\n== ${title}`);

function runVitest() {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${VITEST_REPORT}`];
  return run(process.execPath, [inModules("vitest/vitest.mjs"), "run", ...reporters], { show: true });
}

async function runPlaywright() {
  await ensureBrowser();
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: inRoot(PLAYWRIGHT_REPORT), CLAUDE_CODE_BIN: await ensureClaudeCode() };
  const args = [inModules("@playwright/test/cli.js"), "test", "--reporter=list,json"];
  return run(process.execPath, args, { env, show: true });
}

/** Without the built product there is nothing to open in a browser. */
async function runAgainstBuild() {
  try {
    await ensureBuilt();
  } catch (error) {
    say(String(error));
    return { code: 1 };
  }
  return runPlaywright();
}

await main(async () => {
  await setUp();
  section("Checks");
  const checks = await runChecks();
  section("Unit and integration tests");
  const units = await counted(VITEST_REPORT, countVitest, runVitest);
  section("The built product in a browser, and the real client");
  const browser = await counted(PLAYWRIGHT_REPORT, countPlaywright, runAgainstBuild);
  const total = sum([checks, units, browser]);
  say(`\n${summaryOf(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
