import { once } from "node:events";
import { createDb, createPool } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { readEnv } from "@/lib/env";
import { ensureSetupLink } from "@/lib/org/setup";
import { childEnv } from "./child-env";
import { ensureDataDir } from "./data-dir";
import { type Database, openDatabase } from "./database";
import { untilAnswering } from "./health";
import { keepRunning, type Service } from "./keep-running";
import type { Launchers } from "./launchers";
import { claimPort, freeLoopbackPort } from "./ports";
import { say } from "./say";
import { installationSecret } from "./secret";
import { readSettings, type Settings } from "./settings";
import { onStopSignals } from "./stop-signals";

/** For requests in flight, streams of the Claude API among them; the data plane cuts them before (drain.ts). */
const DRAIN_MS = 20_000;
const CONSOLE_GRACE_MS = 5_000;

type Running = { database?: Database; console?: Service; dataPlane: Service[] };

/**
 * Runs the whole of Gatehouse: database, migrations, both planes; until a stop signal. Nothing it started is left running.
 * @throws StartUpError
 */
export async function superviseGatehouse(source: NodeJS.ProcessEnv, launchers: Launchers): Promise<void> {
  const running: Running = { dataPlane: [] };
  const stop = onStopSignals(() => killAll(running));
  try {
    const planes = await startBase(readSettings(source), source, running, stop);
    await startPlanes(planes, launchers, running, stop);
    if (!stop.aborted) await once(stop, "abort");
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await stopAll(running);
  }
}

type Base = { settings: Settings; env: NodeJS.ProcessEnv; ports: { dataPlane: number; console: number } };

/** What both planes need: ports, secret, database. Notes in `running` what it started, as it starts it. */
async function startBase(settings: Settings, source: NodeJS.ProcessEnv, running: Running, stop: AbortSignal) {
  const ports = { dataPlane: await claimPort(settings.PORT, settings.HOST), console: await freeLoopbackPort() };
  const secret = settings.GATEHOUSE_SECRET ?? readOrMakeSecret(settings);
  running.database = await openDatabase(settings);
  stop.throwIfAborted();
  const env = childEnv(source, { settings, ports, secret, databaseUrl: running.database.url });
  readEnv(env); // says now what a plane would say later
  const applied = await migrate(running.database.url);
  if (applied.length > 0) say(`Applied migrations: ${applied.join(", ")}`);
  stop.throwIfAborted();
  return { settings, env, ports };
}

async function startPlanes({ settings, env, ports }: Base, launchers: Launchers, running: Running, stop: AbortSignal) {
  say("Starting the data plane and the console");
  const workers = settings.GATEHOUSE_WORKERS;
  const nameOf = (index: number) => (workers === 1 ? "the data plane" : `data plane ${index + 1}`);
  const limits = launchers.silenceLimitsMs;
  running.console = keepRunning("the console", () => launchers.console(ports.console, env), {
    silenceLimitMs: limits?.console,
  });
  running.dataPlane = Array.from({ length: workers }, (_, index) =>
    keepRunning(nameOf(index), () => launchers.dataPlane(workers > 1, env), { silenceLimitMs: limits?.dataPlane }),
  );
  await untilHealthy(running.console, running.dataPlane, { ...ports, host: settings.HOST }, stop);
  stop.throwIfAborted();
  const { DATABASE_URL, GATEHOUSE_URL } = readEnv(env);
  await sayAddress(DATABASE_URL, GATEHOUSE_URL);
}

function readOrMakeSecret({ GATEHOUSE_DATA_DIR }: Settings): string {
  ensureDataDir(GATEHOUSE_DATA_DIR);
  return installationSecret(GATEHOUSE_DATA_DIR);
}

type Addresses = { console: number; dataPlane: number; host: string };

async function untilHealthy(console: Service, dataPlane: Service[], at: Addresses, stop: AbortSignal): Promise<void> {
  const services = [console, ...dataPlane];
  const healthy = Promise.all([
    untilAnswering("the console", `http://127.0.0.1:${at.console}/signin`, ({ status }) => status < 500, stop),
    untilAnswering("the data plane", `http://${reachable(at.host)}:${at.dataPlane}/healthz`, ({ ok }) => ok, stop),
  ]);
  await Promise.race([healthy, ...services.map(({ failed }) => failed)]);
  for (const service of services) service.markHealthy();
}

/** An address to connect to for one to listen on. */
const reachable = (host: string) => {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
};

async function sayAddress(databaseUrl: string, url: string): Promise<void> {
  const pool = createPool(databaseUrl, 1);
  const db = createDb(pool);
  try {
    const setupLink = await ensureSetupLink(db, url);
    if (setupLink) say(`Set Gatehouse up with this link, good once and for 24 hours: ${setupLink}`);
    say(`Gatehouse is ready: ${url}`);
  } finally {
    await db.$disconnect();
    if (!pool.ended) await pool.end();
  }
}

/** The data plane first: it is the front door, and drains what it has handed to the console. The database last. */
async function stopAll({ dataPlane, console, database }: Running): Promise<void> {
  await Promise.all(dataPlane.map((worker) => worker.stop(DRAIN_MS)));
  await console?.stop(CONSOLE_GRACE_MS);
  await database?.stop();
}

function killAll({ dataPlane, console }: Running): void {
  for (const service of [...dataPlane, console]) service?.kill();
}
