import { spawn } from "node:child_process";
import { inModules, inRoot, ROOT } from "./root.mjs";
import { setUp } from "./set-up.mjs";

/**
 * Sets up, then runs a TypeScript file with the rest of this process's life: same terminal, same signals, its exit code.
 * @param {string} entry below the repository, e.g. "eval/main.ts"
 * @param {string[]} [args]
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} the exit code
 */
export async function runTypeScript(entry, args = process.argv.slice(2), env = {}) {
  await setUp();
  return runToTheEnd([inModules("tsx/dist/cli.mjs"), inRoot(entry), ...args], env);
}

/**
 * The same for what is built.
 * @param {string[]} args of Node
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} the exit code
 */
export function runToTheEnd(args, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: "inherit",
  });
  // The terminal sends Ctrl-C to both; the child decides when to end.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
