import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: `${import.meta.dirname}/` }] },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: ["{app,bench,bin,components,e2e,eval,lib,scripts,server}/**/*.test.{ts,tsx,mjs}"],
    globalSetup: ["lib/db/testing-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
