import { statementAct } from "../sql-statements";
import { asCommand, callsOf } from "./code-calls";
import { placesIn } from "./code-places";
import { flat, type CodeScope } from "./code-text";

/** Statements that code gives to a database: as the database's own client would be given them, which judges statement and place. */

const EXECUTES =
  /(?:(?<=\.|->|::)(?:execute(?:script|many|_sql|Raw|RawUnsafe|Sync)?|exec|query|queryRaw|\$(?:execute|query)RawUnsafe|raw|unsafe|do|run|prepare|fetch)|\b(?:mysqli?_query|pg_query(?:_params)?|sqlite_exec|text|sql))(?![\w-])/g;
/** A statement that may lose something; most code has none and is not read further. */
const CHANGES = /\b(?:drop|truncate|delete|update|grant|alter|create)\s/i;
const OPENS_FILE = /\b(?:sqlite3?|duckdb)\.(?:connect|Database|open)|SQLite3::Database\.(?:new|open)|\b(?:new\s+)?(?:Database|DatabaseSync|SQLite3)(?=\s?\(\s?["'`])/g; // prettier-ignore
const FILE_IN_DSN = /["'](?:dbi:)?sqlite:(?:dbname=)?(?:\/\/\/)?([^"'\s]{1,300})["']/i;

const LIBRARIES =
  /sqlite|duckdb|mysql|mariadb|mssql|pyodbc|sqlsrv|psycopg|asyncpg|\bpg\b|pg_|pgsql|postgres|sqlalchemy|ActiveRecord|sequel|\bdjango|knex|prisma|typeorm|jdbc|\bDBI\b|\bPDO\b|database|\bdb\b/i;

/** Languages whose calls need no brackets are read with them all the same: `db.execute "DROP TABLE x"`. */
export function databaseCommandsIn(text: string, language: string, scope: CodeScope): string[] {
  if (!CHANGES.test(text) || !LIBRARIES.test(text)) return [];
  const statements = callsOf(EXECUTES, text, language, scope)
    .flatMap(({ values }) => values.slice(0, 2).map(flat))
    .filter((statement) => statementAct(statement) !== null);
  if (statements.length === 0) return [];
  const client = clientOf(text, language, scope);
  return statements.map((statement) => asCommand([...client, statement]));
}

/** The client of the database that the code loads a library of, with where it connects to, up to the statement. */
function clientOf(text: string, language: string, scope: CodeScope): string[] {
  if (/sqlite|duckdb/i.test(text)) {
    const opened = callsOf(OPENS_FILE, text, language, scope)[0]?.values[0];
    return ["sqlite3", FILE_IN_DSN.exec(text)?.[1] ?? (opened === undefined ? ":memory:" : flat(opened))];
  }
  if (/mysql|mariadb/i.test(text)) return ["mysql", ...placesIn(text, ["mysql", "mariadb"]), "-e"];
  if (/mssql|pyodbc|sqlsrv|sqlserver/i.test(text)) return ["sqlcmd", ...placesIn(text, ["mssql", "sqlserver"]), "-Q"];
  return ["psql", ...placesIn(text, ["postgres", "postgresql", "cockroachdb"]), "-c"];
}
