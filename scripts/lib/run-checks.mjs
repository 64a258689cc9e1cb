import { CHECKS } from "./checks.mjs";
import { say } from "./say.mjs";

/** Runs every check, says one line for each, and its details where it fails. */
export async function runChecks() {
  let failed = 0;
  for (const { name, check } of CHECKS) {
    const startedMs = performance.now();
    const { ok, details } = await check();
    say(`${ok ? "ok  " : "FAIL"} ${name} (${((performance.now() - startedMs) / 1000).toFixed(1)} s)`);
    if (ok) continue;
    failed++;
    say(details.trim());
  }
  return { passed: CHECKS.length - failed, failed, skipped: 0 };
}
