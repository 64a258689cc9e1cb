import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { StartUpError } from "@/lib/start-up-error";

type Migration = { name: string; sql: string; checksum: string };
type Applied = { checksum: string; finished: boolean };

// The key of Prisma's own engine, so that one migrator works at a time whichever it is.
const LOCK_KEY = 72_707_369;

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/**
 * Applies what is new in prisma/migrations, each in its own transaction, and records it as `prisma migrate deploy` does
 * (same table, same checksums) in milliseconds.
 * @returns names of the migrations applied now
 * @throws StartUpError when the database and the folder do not fit together, or a migration fails
 */
export async function migrate(url: string, dir = path.resolve("prisma/migrations")): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    await client.query(HISTORY_TABLE);
    const pending = pendingOf(readMigrations(dir), await readHistory(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end(); // also gives the lock back
  }
}

function readMigrations(dir: string): Migration[] {
  const names = readdirSync(dir).filter((name) => existsSync(path.join(dir, name, "migration.sql")));
  return names.sort().map((name) => {
    const sql = readFileSync(path.join(dir, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

async function readHistory(client: pg.Client): Promise<Map<string, Applied>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  return new Map(
    rows.map((row) => [row.migration_name, { checksum: row.checksum, finished: row.finished_at !== null }]),
  );
}

function pendingOf(migrations: Migration[], history: Map<string, Applied>): Migration[] {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...history.keys()].find((name) => !known.has(name));
  if (unknown) throw new StartUpError(`the database was made by a newer Gatehouse (migration ${unknown})`);
  return migrations.filter(({ name, checksum }) => {
    const applied = history.get(name);
    if (applied && !applied.finished) throw new StartUpError(`migration ${name} failed earlier: resolve it first`);
    if (applied && applied.checksum !== checksum)
      throw new StartUpError(`migration ${name} was edited after it was applied to this database`);
    return !applied;
  });
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new StartUpError(`migration ${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
