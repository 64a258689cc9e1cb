import { findUnguardedWrites } from "./guards.mjs";
import { readSources } from "./imports.mjs";
import { checkLock } from "./lock.mjs";
import { inModules } from "./root.mjs";
import { run } from "./run.mjs";
import { findCrossings } from "./walls.mjs";

/** @typedef {{ ok: boolean, details: string }} Outcome */
/** @typedef {{ name: string, check: () => Promise<Outcome> }} Check */

/** @param {string[][]} commands files below node_modules with their arguments, until one fails @returns {() => Promise<Outcome>} */
const programs =
  (...commands) =>
  async () => {
    for (const [file = "", ...args] of commands) {
      const { code, output } = await run(process.execPath, [inModules(file), ...args]);
      if (code !== 0) return { ok: false, details: output };
    }
    return { ok: true, details: "" };
  };

/** @param {() => string[]} find @returns {() => Promise<Outcome>} */
const findings = (find) => async () => {
  const lines = find();
  return { ok: lines.length === 0, details: lines.join("\n") };
};

/** @type {Check[]} */
export const CHECKS = [
  { name: "format", check: programs(["prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."]) },
  { name: "lint", check: programs(["oxlint/bin/oxlint", "--type-aware", "--deny-warnings"]) },
  { name: "import walls", check: findings(() => findCrossings(readSources().flatMap(({ imports }) => imports))) },
  { name: "guarded writes", check: findings(() => findUnguardedWrites(readSources())) },
  { name: "types", check: programs(["next/dist/bin/next", "typegen"], ["typescript/bin/tsc", "--noEmit"]) },
  { name: "unused code", check: programs(["knip/bin/knip.js", "--no-progress"]) },
  { name: "lock is complete", check: findings(checkLock) },
  {
    name: "migrations match the schema",
    check: programs(["tsx/dist/cli.mjs", "scripts/check-migrations.ts"]),
  },
];
