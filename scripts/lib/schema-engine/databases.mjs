import { randomUUID } from "node:crypto";
import pg from "pg";
import { Adapter } from "./adapter.mjs";

/**
 * Connections to the database of prisma.config.ts and to its neighbours.
 * @param {string | undefined} datasourceUrl absent for commands that need no database
 */
export function openDatabases(datasourceUrl) {
  const url = datasourceUrl ? new URL(datasourceUrl) : undefined;
  const schemaName = url?.searchParams.get("schema") ?? "public";
  url?.searchParams.delete("schema");

  const needUrl = () => {
    if (!url) throw new Error("no database: set DATABASE_URL");
    return url;
  };

  /** @param {string} name */
  const neighbour = (name) => {
    const other = new URL(needUrl());
    other.pathname = `/${encodeURIComponent(name)}`;
    return other;
  };

  /** @param {URL} target @param {() => Promise<void>} [onDispose] */
  async function connect(target, onDispose = async () => {}) {
    const client = new pg.Client({ connectionString: target.toString() });
    try {
      await client.connect();
    } catch (error) {
      // A refused connection has a code and no message.
      throw Object.assign(error, { message: error.message || String(error.code) });
    }
    await client.query(`SET search_path TO ${client.escapeIdentifier(schemaName)}`);
    return new Adapter(client, schemaName, async () => {
      await client.end();
      await onDispose();
    });
  }

  /** @param {URL} target @param {string} sql */
  async function execute(target, sql) {
    const adapter = await connect(target);
    try {
      await adapter.client.query(sql);
    } finally {
      await adapter.dispose();
    }
  }

  const quote = pg.escapeIdentifier;
  const name = () => decodeURIComponent(needUrl().pathname.slice(1));

  return {
    check: () => execute(needUrl(), "SELECT 1"),
    async create() {
      await execute(neighbour("postgres"), `CREATE DATABASE ${quote(name())}`);
      return name();
    },
    drop: () => execute(neighbour("postgres"), `DROP DATABASE ${quote(name())} WITH (FORCE)`),

    /** What the engine asks for connections. */
    factory: {
      provider: "postgres",
      adapterName: "gatehouse-schema-engine",
      // `migrate diff --from-empty --to-schema` connects, yet sends nothing.
      connect: async () => (url ? connect(url) : unconnected(schemaName)),
      async connectToShadowDb() {
        if (process.env.SHADOW_DATABASE_URL) return connect(new URL(process.env.SHADOW_DATABASE_URL));
        const shadow = `prisma_migrate_shadow_db_${randomUUID()}`;
        await execute(needUrl(), `CREATE DATABASE ${quote(shadow)}`);
        return connect(neighbour(shadow), () => execute(needUrl(), `DROP DATABASE ${quote(shadow)} WITH (FORCE)`));
      },
    },
  };
}

/** @param {string} schemaName */
function unconnected(schemaName) {
  const query = async () => {
    throw new Error("no database: set DATABASE_URL");
  };
  return new Adapter(/** @type {any} */ ({ query }), schemaName, async () => {});
}
