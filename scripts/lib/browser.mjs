import { existsSync } from "node:fs";
import { inModules } from "./root.mjs";
import { run } from "./run.mjs";
import { say, step } from "./say.mjs";

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const findInstalled = () => [process.env.CHROMIUM_PATH, ...INSTALLED].find((file) => file && existsSync(file));

/** @param {string} command @param {string[]} args */
const succeeds = async (command, args) => {
  const { code, output } = await run(command, args, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  if (code !== 0) say(output.trim());
  return code === 0;
};

/**
 * Sees to it that there is a browser for the tests: one that is installed, else Debian's where this user may install it,
 * else Playwright's own. Where none can be had the tests say so by failing.
 */
export async function ensureBrowser() {
  if (findInstalled()) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await step("Installing chromium (apt-get)", async () => {
      await succeeds("apt-get", ["update", "-qq"]);
      await succeeds("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
    });
    if (findInstalled()) return;
  }
  await step("Installing Playwright's chromium", () =>
    succeeds(process.execPath, [inModules("playwright/cli.js"), "install", "chromium"]),
  );
}
