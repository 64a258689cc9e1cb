import { existsSync, mkdirSync } from "node:fs";
import { inRoot } from "./root.mjs";
import { run } from "./run.mjs";
import { say, step } from "./say.mjs";

/** The client that the tests are written against. It is not ours to ship, so it is no dependency of the product. */
const VERSION = "2.1.329";
const FOLDER = ".cache/claude-code";
const PROGRAM = inRoot(FOLDER, `node_modules/@anthropic-ai/claude-code-${process.platform}-${process.arch}/claude`);

/** @param {string} file */
const works = async (file) => {
  if (!existsSync(file)) return false;
  const { code, output } = await run(file, ["--version"], { env: { DISABLE_AUTOUPDATER: "1" } }).catch(() => ({
    code: 1,
    output: "",
  }));
  return code === 0 && output.includes(VERSION);
};

/**
 * The real Claude Code client, fetched from npm when it is not there yet.
 * @returns {Promise<string | undefined>} its program, or undefined where it cannot be had
 */
export async function ensureClaudeCode() {
  if (process.env.CLAUDE_CODE_BIN) return process.env.CLAUDE_CODE_BIN;
  if (await works(PROGRAM)) return PROGRAM;
  const { code, output } = await step(`Fetching the Claude Code client ${VERSION} (npm)`, () => {
    mkdirSync(inRoot(FOLDER), { recursive: true });
    const options = ["--ignore-scripts", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"];
    return run("npm", ["install", "--prefix", inRoot(FOLDER), ...options, `@anthropic-ai/claude-code@${VERSION}`]);
  });
  if (code === 0 && (await works(PROGRAM))) return PROGRAM;
  say(output.trim());
  say("!!! The real Claude Code client could not be had: NOTHING IS SHOWN ABOUT IT, its tests are skipped.");
  return undefined;
}
