import { rmSync } from "node:fs";
import { inModules, inRoot } from "./root.mjs";
import { mustRunNode } from "./run.mjs";
import { Failure, step } from "./say.mjs";
import { unlessUnchanged } from "./stamp.mjs";

const SHARED = ["lib", "prisma/schema.prisma", "package-lock.json", "tsconfig.json"];
const SERVER = [...SHARED, "server", "scripts/lib/build.mjs"];
const CONSOLE = [...SHARED, "app", "components", "public", "middleware.ts", "next.config.js", "postcss.config.mjs"];

/** Everything `npm start` runs, by the name of its file in dist/server. */
const ENTRIES = {
  main: "server/main.ts",
  "data-plane": "server/data-plane/entry.ts",
  console: "server/supervisor/console-entry.ts",
};

/** Builds both planes into dist/server and .next, each only when its sources have changed. */
export async function ensureBuilt() {
  await unlessUnchanged("dist/.server-stamp", SERVER, () => step("Building the server", buildServer));
  await unlessUnchanged("dist/.console-stamp", CONSOLE, () => step("Building the console (next build)", buildConsole));
}

async function buildServer() {
  const esbuild = await import("esbuild");
  rmSync(inRoot("dist/server"), { recursive: true, force: true });
  await esbuild
    .build({
      absWorkingDir: inRoot(),
      entryPoints: ENTRIES,
      outdir: "dist/server",
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
      throw new Failure("the server could not be built"); // esbuild has said why
    });
  await esbuild.stop(); // its helper would live as long as this process
}

const buildConsole = () => mustRunNode([inModules("next/dist/bin/next"), "build"], { env: { NODE_ENV: "production" } });
