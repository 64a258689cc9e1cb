import { rmSync } from "node:fs";
import { inModules, inRoot } from "./root.mjs";
import { mustRunNode } from "./run.mjs";
import { Failure, step } from "./say.mjs";
import { unlessUnchanged } from "./stamp.mjs";

const SHARED = ["lib", "prisma/schema.prisma", "package-lock.json", "tsconfig.json"];
const SERVER = [...SHARED, "server", "scripts/lib/build.mjs"];
const EVALUATION = [...SHARED, "eval", "scripts/lib/build.mjs"];
const CONSOLE = [...SHARED, "app", "components", "public", "middleware.ts", "next.config.js", "postcss.config.mjs"];

/** Everything `npm start` runs, by the name of its file in dist/server. */
const ENTRIES = {
  main: "server/main.ts",
  "data-plane": "server/data-plane/entry.ts",
  console: "server/supervisor/console-entry.ts",
};

/** Builds both planes into dist/server and .next, each only when its sources have changed. */
export async function ensureBuilt() {
  await unlessUnchanged("dist/.server-stamp", SERVER, () =>
    step("Building the server", () => bundle(ENTRIES, "dist/server")),
  );
  await unlessUnchanged("dist/.console-stamp", CONSOLE, () => step("Building the console (next build)", buildConsole));
}

/** The evaluation, built as the server is: it measures what is served. */
export const ensureEvaluationBuilt = () =>
  unlessUnchanged("dist/.eval-stamp", EVALUATION, () => bundle({ run: "eval/run.ts" }, "dist/eval"));

/**
 * @param {Record<string, string>} entryPoints sources by the names of their outputs
 * @param {string} outdir emptied first
 */
async function bundle(entryPoints, outdir) {
  const esbuild = await import("esbuild");
  rmSync(inRoot(outdir), { recursive: true, force: true });
  await esbuild
    .build({
      absWorkingDir: inRoot(),
      entryPoints,
      outdir,
      chunkNames: "chunks/[name]-[hash]",
      bundle: true,
      splitting: true,
      packages: "external",
      platform: "node",
      target: "node20",
      format: "esm",
      sourcemap: true,
      logLevel: "warning",
    })
    .catch(() => {
      throw new Failure(`${outdir} could not be built`); // esbuild has said why
    });
  await esbuild.stop(); // its helper would live as long as this process
}

const buildConsole = () => mustRunNode([inModules("next/dist/bin/next"), "build"], { env: { NODE_ENV: "production" } });
