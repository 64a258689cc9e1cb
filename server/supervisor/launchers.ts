import { type ChildProcess, fork } from "node:child_process";
import cluster from "node:cluster";
import path from "node:path";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";

/** How the processes of the two planes are started. Each ends by itself when the supervisor is gone. */
export type Launchers = {
  /** @param port on loopback */
  console(port: number, env: NodeJS.ProcessEnv): ChildProcess;
  /** @param isShared whether it is one of several behind the same port */
  dataPlane(isShared: boolean, env: NodeJS.ProcessEnv): ChildProcess;
  /** After how long a process that does not report is stuck. None for sources, which wait for a debugger or a correction. */
  silenceLimitsMs?: { console: number; dataPlane: number };
};

const DATA_PLANE = path.resolve("dist/server/data-plane.js");

/** The built product. */
export const builtProduct: Launchers = {
  console: (port, env) => forkConsole(path.resolve("dist/server/console.js"), ["start"], port, env),
  dataPlane(isShared, env) {
    // One alone owns its port: a cluster would accept for it, and lose a connection that it hands to a dying process.
    if (!isShared) return fork(DATA_PLANE, { env, detached: true });
    cluster.setupPrimary({ exec: DATA_PLANE, args: [] });
    return cluster.fork(env).process;
  },
  // A page may keep the console's event loop longer than anything may keep a client's.
  silenceLimitsMs: { console: 30_000, dataPlane: 5_000 },
};

/** The sources, loaded anew on each change. */
export const sources: Launchers = {
  console: (port, env) => forkConsole(path.resolve("server/supervisor/console-entry.ts"), ["dev"], port, env),
  dataPlane: (_isShared, env) =>
    fork(
      path.resolve("node_modules/tsx/dist/cli.mjs"),
      ["watch", "--clear-screen=false", "server/data-plane/entry.ts"],
      {
        env: { ...env, CONSOLE_HOT_RELOAD: "1" },
        detached: true,
        execArgv: [
          "--import",
          `data:text/javascript,process.once("disconnect",()=>process.kill(process.pid,"SIGTERM"))`,
        ],
      },
    ),
};

/** In a process group of its own, so that Ctrl-C in a terminal reaches the supervisor alone. */
function forkConsole(entry: string, command: string[], port: number, env: NodeJS.ProcessEnv): ChildProcess {
  const args = [...command, "-H", "127.0.0.1", "-p", String(port)];
  const child = fork(entry, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  forwardLines(child);
  return child;
}

/** What Next says of its own address, which people must not use. */
const BANNER = /^\s*(▲|- (Local|Network|Environments):|✓ (Starting|Ready|Running))|^\s*$/;

function forwardLines({ stdout, stderr }: ChildProcess): void {
  for (const stream of [stdout, stderr])
    if (stream)
      createInterface({ input: stream }).on("line", (line) => {
        if (!BANNER.test(stripVTControlCharacters(line))) process.stderr.write(`console: ${line}\n`);
      });
}
