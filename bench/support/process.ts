import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const ROOT = path.resolve(import.meta.dirname, "../..");

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

export type ServerProcess = {
  /** CPU time until now, in ms. */
  cpuMs(): number;
  stop(): Promise<void>;
};

/** Runs a server in a process of its own until `stop`. @param readyUrl answers when it is up */
export async function startServer(
  args: string[],
  env: Record<string, string>,
  readyUrl: string,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const exited = once(child, "exit");
  await untilReady(readyUrl, child);
  return {
    cpuMs: () => cpuMsOf(child.pid ?? 0),
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let left = 400; left > 0 && child.exitCode === null; left--) {
    const response = await fetch(url).catch(() => null);
    if (response && response.status < 500) return;
    await sleep(50);
  }
  child.kill();
  throw new Error(`${url} does not answer`);
}

/** utime and stime of /proc/PID/stat, in ticks of 10 ms. */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
