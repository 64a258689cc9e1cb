import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { migrate } from "./migrate";

/** Migrated once; every test database is a copy of it, made in a tenth of a second. */
export const TEMPLATE_DATABASE = "template_gatehouse";

// What a test writes need not survive a power cut.
const SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];

/** Another database on the same server. */
export const databaseUrl = (url: string, database: string): string => {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
};

/** Starts a PostgreSQL of its own in a temporary folder; `stop` leaves nothing behind. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const dir = mkdtempSync(path.join(tmpdir(), "gatehouse-test-"));
  chmodSync(dir, 0o711); // the server runs as another user where the tests run as root
  const server = await startEmbeddedPostgres({
    dataDir: path.join(dir, "pg"),
    database: TEMPLATE_DATABASE,
    settings: SETTINGS,
  });
  const stop = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await migrate(server.url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: databaseUrl(server.url, "postgres"), stop };
}
