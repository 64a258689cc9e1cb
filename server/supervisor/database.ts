import path from "node:path";
import pg from "pg";
import { type EmbeddedOptions, startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { StartUpError } from "@/lib/start-up-error";
import { ensureDataDir } from "./data-dir";
import { say, warn } from "./say";
import type { Settings } from "./settings";

export type Database = { url: string; stop(): Promise<void> };

const CONNECT_TIMEOUT_MS = 10_000;
const WATCH_INTERVAL_MS = 500;

/** The server that DATABASE_URL names, else the embedded one. @throws StartUpError */
export async function openDatabase(settings: Settings): Promise<Database> {
  if (settings.DATABASE_URL !== undefined) {
    const target = describeTarget(settings.DATABASE_URL);
    say(`Database: ${target}`);
    await checkConnection(settings.DATABASE_URL, target);
    return { url: settings.DATABASE_URL, stop: async () => {} };
  }
  ensureDataDir(settings.GATEHOUSE_DATA_DIR);
  const dataDir = path.join(settings.GATEHOUSE_DATA_DIR, "pg");
  say(`Starting the embedded PostgreSQL in ${dataDir}`);
  return keepEmbedded({ dataDir, database: "gatehouse" });
}

/** Starts the embedded server, and again when it ends: by a crash, or because another Gatehouse on the same data stopped. */
async function keepEmbedded(options: EmbeddedOptions): Promise<Database> {
  let server = await startEmbeddedPostgres(options);
  let restart: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (restart || server.isRunning()) return;
    warn("gatehouse: the embedded PostgreSQL ended; starting it again");
    restart = startEmbeddedPostgres(options)
      .then((next) => void (server = next))
      .catch((error: Error) => warn(`gatehouse: ${error.message}`))
      .finally(() => (restart = undefined));
  }, WATCH_INTERVAL_MS);
  return {
    url: server.url,
    async stop() {
      clearInterval(timer);
      await restart;
      await server.stop();
    },
  };
}

/** `host:port/database`, without user and password. */
function describeTarget(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    throw new StartUpError("DATABASE_URL is not a PostgreSQL URL (postgresql://user:password@host:5432/database)");
  const host = url.searchParams.get("host") ?? url.hostname;
  return `${host || "localhost"}:${url.port || "5432"}${url.pathname}`;
}

async function checkConnection(url: string, target: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw new StartUpError(`DATABASE_URL: cannot connect to ${target}: ${explain(cause)}`, { cause });
  } finally {
    await client.end().catch(() => {});
  }
}

const EXPLANATIONS: Record<string, string> = {
  ECONNREFUSED: "connection refused; is the server running?",
  ENOENT: "there is no such socket; is the server running?",
  ENOTFOUND: "no host of that name",
  EAI_AGAIN: "the host's name could not be looked up",
  ETIMEDOUT: "no answer",
  "28P01": "wrong password",
  "28000": "the server does not let this user in",
  "3D000": "there is no such database",
  "53300": "the server has no connection left",
};

function explain(cause: unknown): string {
  // A name with several addresses fails with one error for each.
  const error = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause;
  const { code = "", message } = error as Error & { code?: string };
  return EXPLANATIONS[code] ?? message;
}
