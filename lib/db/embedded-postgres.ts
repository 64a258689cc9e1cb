import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartUpError } from "@/lib/start-up-error";
import { embeddedBinaries } from "./embedded-binaries";
import { findPostmaster, isAlive, removeStaleLock } from "./postmaster";
import { type Runner, unprivilegedRunner } from "./unprivileged";

export type EmbeddedPostgres = {
  url: string;
  /** False where another live Gatehouse started this server; then `stop` leaves it running. */
  owned: boolean;
  isRunning: () => boolean;
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Absolute path of the cluster; made when missing. */
  dataDir: string;
  /** Made when missing. */
  database: string;
  /** Server settings beyond the defaults, `name=value`. */
  settings?: string[];
};

type Cluster = { dataDir: string; socketDir: string; bin: string; runner: Runner; settings: string[] };

// Crash recovery replays what was not yet on disk; after a kill in mid-write that has taken seconds, with much data longer.
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 30_000;
// A socket's path ends at 107 bytes, and PostgreSQL adds its file name.
const LONGEST_SOCKET_DIR_BYTES = 80;
const TRANSIENT = /pre-existing shared memory block|lock file ".*" already exists/;

/**
 * Starts the PostgreSQL that npm installed, or finds it running, on a unix socket only.
 * @throws StartUpError when it cannot
 */
export async function startEmbeddedPostgres({
  dataDir,
  database,
  settings = [],
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const bin = embeddedBinaries();
  mkdirSync(path.dirname(dataDir), { recursive: true });
  const runner = unprivilegedRunner(bin, dataDir);
  const cluster: Cluster = { dataDir, socketDir: ensureSocketDir(dataDir, runner), bin, runner, settings };
  initialise(cluster);
  const pid = await startOrFind(cluster);
  const owned = takeOwnership(dataDir);
  await ensureDatabase(embeddedUrl(dataDir, "postgres"), database);
  return {
    url: embeddedUrl(dataDir, database),
    owned,
    isRunning: () => findPostmaster(dataDir)?.pid === pid,
    stop: async () => (owned ? stopServer(cluster, pid) : undefined),
  };
}

/** Where the server of a data folder is reached while it runs. */
export const embeddedUrl = (dataDir: string, database: string): string =>
  `postgresql://postgres@localhost:5432/${database}?host=${encodeURIComponent(socketDirOf(dataDir))}`;

/** The data folder itself, or where its path is too long a folder below the system's temporary one. */
function socketDirOf(dataDir: string): string {
  if (Buffer.byteLength(dataDir) <= LONGEST_SOCKET_DIR_BYTES) return dataDir;
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  return path.join(tmpdir(), `gatehouse-pg-${name}`);
}

/** Makes the folder of the socket where it is not the data folder; nobody else may enter it. */
function ensureSocketDir(dataDir: string, runner: Runner): string {
  const dir = socketDirOf(dataDir);
  if (dir === dataDir) return dir;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const { mode } = lstatSync(dir);
  if ((mode & 0o077) !== 0) throw new StartUpError(`${dir} can be entered by others: remove it`);
  runner.own(dir);
  return dir;
}

/** Makes the cluster beside its place and renames it, so that a half-made one is never picked up. */
function initialise({ dataDir, bin, runner }: Cluster): void {
  if (existsSync(path.join(dataDir, "PG_VERSION"))) return;
  const unfinished = `${dataDir}.init`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  runner.own(unfinished);
  const args = [
    "-D",
    unfinished,
    "-U",
    "postgres",
    "-A",
    "trust",
    "--encoding=UTF8",
    "--locale=C",
    "-c",
    "timezone=UTC",
  ];
  const { status, output } = runner.run(path.join(bin, "initdb"), args, serverEnv());
  if (status !== 0) throw new StartUpError(`the embedded PostgreSQL could not be set up: ${lastLine(output)}`);
  renameSync(unfinished, dataDir);
}

const serverEnv = () => ({ ...process.env, LC_ALL: "C", TZ: "UTC" });

async function startOrFind(cluster: Cluster): Promise<number> {
  let child: ReturnType<typeof launch> | undefined;
  for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline; await sleep(25)) {
    const server = findPostmaster(cluster.dataDir);
    if (server?.ready && (await answers(embeddedUrl(cluster.dataDir, "postgres")))) return server.pid;
    if (child && hasEnded(child)) await explainEnd(cluster);
    // Right after a crash, backends of the killed server still hold its memory; so starting is tried again.
    if (!server && (!child || hasEnded(child))) child = launch(cluster);
  }
  child?.kill("SIGINT");
  throw new StartUpError(
    `the embedded PostgreSQL did not start within ${START_TIMEOUT_MS / 1000} s; see ${logOf(cluster)}`,
  );
}

const hasEnded = (child: ReturnType<typeof launch>) => child.exitCode !== null || child.signalCode !== null;

/** What the server says before its own log begins. */
const logOf = ({ dataDir }: Cluster) => `${dataDir}.log`;

function launch(cluster: Cluster) {
  const { dataDir, socketDir, bin, runner } = cluster;
  removeStaleLock(dataDir);
  const settings = [
    "port=5432",
    "listen_addresses=",
    `unix_socket_directories=${socketDir}`,
    "unix_socket_permissions=0700",
    "logging_collector=on",
    "log_directory=log",
    // One file a weekday, written over after a week.
    "log_filename=postgresql-%a.log",
    "log_truncate_on_rotation=on",
    ...cluster.settings,
  ];
  const log = openSync(logOf(cluster), "w");
  const args = ["-D", dataDir, ...settings.flatMap((setting) => ["-c", setting])];
  // Detached: Ctrl-C must reach Gatehouse alone, which stops the server after its last query.
  const child = runner.spawn(path.join(bin, "postgres"), args, {
    stdio: ["ignore", log, log],
    detached: true,
    env: serverEnv(),
  });
  closeSync(log);
  child.on("error", () => {});
  child.unref();
  return child;
}

/** Returns where another try may help. */
async function explainEnd(cluster: Cluster): Promise<void> {
  const log = readFileSync(logOf(cluster), "utf8");
  if (!TRANSIENT.test(log)) throw new StartUpError(`the embedded PostgreSQL did not start: ${lastLine(log)}`);
  await sleep(200);
}

const lastLine = (text: string) => {
  const lines = text.trim().split("\n");
  return (lines.findLast((line) => /fatal|error/i.test(line)) ?? lines.at(-1) ?? "").trim() || "it gave no reason";
};

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function ensureDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/** The process that stops the server is written down; a server whose owner died belongs to the next one that starts. */
function takeOwnership(dataDir: string): boolean {
  const file = `${dataDir}.owner`;
  const owner = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (owner > 0 && owner !== process.pid && isAlive(owner)) return false;
  writeFileSync(file, String(process.pid));
  return true;
}

async function stopServer({ dataDir }: Cluster, pid: number): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    if (findPostmaster(dataDir)?.pid === pid) process.kill(pid, name);
  };
  signal("SIGINT"); // "fast": ends sessions, writes a checkpoint
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid) && Date.now() < deadline) await sleep(20);
  signal("SIGQUIT"); // at once; the next start recovers
  rmSync(`${dataDir}.owner`, { force: true });
}
