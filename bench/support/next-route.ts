import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { freePort, ROOT, type ServerProcess, startServer } from "./process";

const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");
const APP = path.join(ROOT, "bench/next-route");

/** Builds the smallest Next app that decides, and runs it by `next start`. */
export async function startNextRoute(): Promise<ServerProcess & { url: string }> {
  const build = spawn(process.execPath, [NEXT, "build", APP], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(build, "exit");
  if (code !== 0) throw new Error("the Next route of the benchmark did not build");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startServer([NEXT, "start", APP, "-H", "127.0.0.1", "-p", String(port)], {}, url);
  return { ...server, url };
}
