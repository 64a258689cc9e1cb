import { readFileSync, rmSync } from "node:fs";
import path from "node:path";

const pidFileOf = (dataDir: string) => path.join(dataDir, "postmaster.pid");

/** True while a process runs; one that ended and waits to be reaped does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return procStat(pid)?.state !== "Z";
}

/** Linux tells name and state of a process; elsewhere undefined. */
function procStat(pid: number): { name: string; state: string } | undefined {
  try {
    const match = /\((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8"));
    return match ? { name: match[1] ?? "", state: match[2] ?? "" } : undefined;
  } catch {
    return undefined;
  }
}

const isPostgres = (pid: number) => isAlive(pid) && (procStat(pid)?.name ?? "postgres") === "postgres";

/** The server that works on a data folder, from the lock file it keeps there. */
export function findPostmaster(dataDir: string): { pid: number; ready: boolean } | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFileOf(dataDir), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostgres(pid)) return undefined;
  return { pid, ready: lines[7]?.trim() === "ready" };
}

/**
 * Removes a lock file whose process id now belongs to some other program, as happens when a container restarts:
 * PostgreSQL would take that program for itself and refuse to start.
 */
export function removeStaleLock(dataDir: string): void {
  try {
    const pid = Number(readFileSync(pidFileOf(dataDir), "utf8").split("\n")[0]);
    if (isAlive(pid) && !isPostgres(pid)) rmSync(pidFileOf(dataDir));
  } catch {
    // No lock file.
  }
}
