import { type ChildProcess, spawn, spawnSync, type SpawnOptions } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";
import path from "node:path";
import { StartUpError } from "@/lib/start-up-error";

type Identity = { uid?: number; gid?: number };

/** Runs programs as someone PostgreSQL accepts: it refuses uid 0. */
export type Runner = {
  run(command: string, args: string[], env: NodeJS.ProcessEnv): { status: number | null; output: string };
  spawn(command: string, args: string[], options: SpawnOptions): ChildProcess;
  /** Gives a file or folder to the one the programs run as. */
  own(file: string): void;
};

const NAMESPACE = ["-U", "--map-user=65534", "--map-group=65534"];

/**
 * An ordinary user runs programs as itself. Root becomes `postgres` or `nobody` where that user can reach the files,
 * else hides in a user namespace, which also works below a folder that only root may enter.
 * @param bin folder of the programs
 * @param dataDir existing data stays with its owner; it need not exist
 */
export function unprivilegedRunner(bin: string, dataDir: string): Runner {
  if (process.getuid?.() !== 0) return runnerAs({});
  const identity = existsSync(dataDir) ? ownerOf(dataDir) : firstAbleUser(bin, path.dirname(dataDir));
  if (identity) return runnerAs(identity);
  if (spawnSync("unshare", [...NAMESPACE, "true"]).status === 0) return runnerAs({}, ["unshare", ...NAMESPACE]);
  throw new StartUpError(
    "running as root, and neither an unprivileged user nor a user namespace can reach the embedded PostgreSQL: set DATABASE_URL, or run as another user",
  );
}

/** Data that root owns was made inside a user namespace. */
function ownerOf(dataDir: string): Identity | undefined {
  const { uid, gid } = statSync(dataDir);
  return uid === 0 ? undefined : { uid, gid };
}

function firstAbleUser(bin: string, parentDir: string): Identity | undefined {
  for (const user of ["postgres", "nobody"]) {
    const identity = lookUp(user);
    if (!identity) continue;
    const mayRun = spawnSync(path.join(bin, "postgres"), ["--version"], identity).status === 0;
    const mayReach = spawnSync("test", ["-x", parentDir], identity).status === 0;
    if (mayRun && mayReach) return identity;
  }
  return undefined;
}

function lookUp(user: string): Identity | undefined {
  const uid = spawnSync("id", ["-u", user], { encoding: "utf8" });
  const gid = spawnSync("id", ["-g", user], { encoding: "utf8" });
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

function runnerAs(identity: Identity, prefix: string[] = []): Runner {
  const commandLine = (command: string, args: string[]): [string, string[]] => {
    const [first = command, ...rest] = [...prefix, command, ...args];
    return [first, rest];
  };
  return {
    run(command, args, env) {
      const { status, stderr, stdout, error } = spawnSync(...commandLine(command, args), {
        ...identity,
        env,
        encoding: "utf8",
      });
      return { status, output: error?.message ?? `${stderr}${stdout}` };
    },
    spawn: (command, args, options) => spawn(...commandLine(command, args), { ...options, ...identity }),
    own: (file) => {
      if (identity.uid !== undefined && identity.gid !== undefined) chownSync(file, identity.uid, identity.gid);
    },
  };
}
