import type { SimpleCommand } from "../shell/types";

const CLIENTS = new Set([
  "psql", "pgcli", "mysql", "mariadb", "sqlite3", "duckdb", "mongosh", "mongo", "redis-cli", "valkey-cli", "cqlsh", "sqlcmd", "clickhouse-client",
  "bq", "snowsql", "cockroach", "usql", "turso", "influx", "cypher-shell", "pg_restore", "createdb", "dropdb", "mongorestore", "mongoimport", "mysqlimport", "pgbench",
]); // prettier-ignore

export const isStatementClient = (program: string): boolean => CLIENTS.has(program);

const WRITES =
  /\b(?:insert\s+(?:into|or)|update\s+\S+\s+set|delete\s+from|replace\s+into|merge\s+into|alter\s+\w+|create\s+(?:\w+\s+){0,3}(?:table|index|view|database|schema|user|role|function|trigger|extension|sequence|type)|drop\s+\w+|truncate\b|grant\s|revoke\s|copy\s+\S+(?:\s*\([^)]{0,500}\))?\s+from|vacuum\s+full|reindex\b|refresh\s+materialized)|\.(?:insert|update|delete|replace|drop|remove|rename|create)\w*\s*\(/i;
const KEYS =
  /^(?:set\w*|[hmlrszp]+(?:set|push|pop|add|rem|del|incrby)\w*|del|unlink|flush\w+|incr\w*|decr\w*|expire\w*|rename\w*|append|restore|eval\w*|xadd|config)$/i;
const LOADERS = /^(?:pg_restore|createdb|dropdb|mongorestore|mongoimport|mysqlimport|pgbench)$/;
/** From a file the statements are not known, which is no reason to think that they only read. */
const FROM_FILE = /^(?:-f|--file|-i|\.read)(?:$|=)/;

/** Whether a database client is given anything but questions. */
export function mayChangeData({ name, args, stdin }: SimpleCommand): boolean {
  if (LOADERS.test(name)) return true;
  const words = args.map(({ value }) => value);
  if (/^(?:redis|valkey)-cli$/.test(name)) return words.some((word) => KEYS.test(word));
  const fed = stdin.text?.value ?? "";
  return (
    WRITES.test(`${words.join(" ")} ${fed}`.slice(0, 8_000)) ||
    stdin.file !== null ||
    words.some((word) => FROM_FILE.test(word))
  );
}
