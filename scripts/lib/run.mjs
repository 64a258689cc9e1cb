import { spawn } from "node:child_process";
import { ROOT } from "./root.mjs";
import { Failure } from "./say.mjs";

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean }} [options] `show`: its output as it comes
 * @returns {Promise<{ code: number, output: string }>} `output` is stdout and stderr as they came
 */
export function run(command, args, { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      from.on("data", (/** @type {Buffer} */ chunk) => {
        output += chunk;
        if (show) to.write(chunk);
      });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/**
 * Runs a program that must succeed; its output is shown only when it does not.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined> }} [options]
 * @throws Failure
 */
export async function mustRun(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  process.stderr.write(output);
  throw new Failure(`${[command, ...args].join(" ")} ended with code ${code}`);
}

/**
 * The same for a file that Node runs.
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined> }} [options]
 */
export const mustRunNode = (args, options) => mustRun(process.execPath, args, options);
