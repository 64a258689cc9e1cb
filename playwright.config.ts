import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

/** A browser that is installed already; without one Playwright uses its own. */
const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env.CHROMIUM_PATH ?? INSTALLED.find((file) => existsSync(file));

export default defineConfig({
  testDir: "e2e",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    launchOptions: executablePath ? { executablePath } : {},
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "console", testIgnore: "client/**" },
    // The real client is a program of 200 MB that talks to a whole installation: one at a time, with time.
    { name: "client", testMatch: "client/**/*.spec.ts", timeout: 180_000 },
  ],
});
