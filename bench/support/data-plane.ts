import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { createDb, createPool } from "@/lib/db/client";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { migrate } from "@/lib/db/migrate";
import type { PolicyContent } from "@/lib/policy/schemas";
import { BENCH_POLICY } from "./policy";
import { freePort, ROOT, type ServerProcess, startServer } from "./process";
import { createWorld, type World } from "./world";

export type BenchPlane = World & ServerProcess & { url: string };

type Options = {
  policy?: PolicyContent;
  /** Of the environment, besides those it needs. */ variables?: Record<string, string>;
};

/** Bundled as `npm start` bundles it. */
async function bundleDataPlane(): Promise<string> {
  const outfile = path.join(ROOT, ".cache/bench/data-plane.js");
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["server/data-plane/entry.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "warning",
  });
  return outfile;
}

/**
 * A data plane in a process of its own, on an embedded PostgreSQL with its ordinary, durable settings, with an
 * organization, developers, clients and a published policy in it. `BENCH_NODE_ARGS` goes to its node, e.g. `--cpu-prof`.
 */
export async function startDataPlane({ policy = BENCH_POLICY, variables = {} }: Options = {}): Promise<BenchPlane> {
  const bundle = await bundleDataPlane();
  const dir = mkdtempSync(path.join(tmpdir(), "gatehouse-bench-"));
  chmodSync(dir, 0o711); // PostgreSQL runs as another user where this runs as root
  const stops: (() => unknown)[] = [() => rmSync(dir, { recursive: true, force: true })];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: path.join(dir, "pg"), database: "gatehouse" });
    stops.push(() => postgres.stop());
    await migrate(postgres.url);
    const db = createDb(createPool(postgres.url, 4));
    stops.push(() => db.$disconnect());

    const secret = randomBytes(32).toString("base64url");
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const world = await createWorld(db, { secret, url, policy });
    const nodeArgs = process.env.BENCH_NODE_ARGS?.split(" ") ?? [];
    const env = {
      DATABASE_URL: postgres.url,
      GATEHOUSE_URL: url,
      GATEHOUSE_SECRET: secret,
      PORT: String(port),
      LOG_LEVEL: "error",
      ...variables,
    };
    const server = await startServer([...nodeArgs, bundle], env, `${url}/readyz`);
    stops.push(() => server.stop());
    return { ...world, ...server, url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
