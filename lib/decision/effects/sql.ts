import type { SimpleCommand } from "../shell/types";
import { optionValues } from "./arguments";
import { isProduction } from "./phrases";
import { add, type Maker, type Scene } from "./scene";

const DROPS =
  /\b(drop\s+(database|schema|table|owned|user|role|keyspace|collection)|truncate\s+(table\s+)?\w|\.dropDatabase\s*\(|\.drop\s*\(|deleteMany\s*\(\s*\{\s*\}|remove\s*\(\s*\{\s*\})/i;
const UNBOUNDED = /\bdelete\s+from\s+[\w."`[\]]+\s*(;|$|")|\bupdate\s+[\w."`]+\s+set\s+(?![\s\S]*\bwhere\b)/i;
const GRANTS = /\b(grant\s+(all|superuser|\w+\s+on)|alter\s+(user|role)\b|create\s+(user|role)\b)/i;
const PROGRAMS = /\b(xp_cmdshell|into\s+(out|dump)file|load_file\s*\(|pg_read_file|sys_exec)/i;
const COPIES = /\bcopy\s/i;
const COPIES_PROGRAM = /\b(from|to)\s+program\b/i;
const FILTERS = /\bwhere\b/i;

/** Statements given to a database client. Traits: `act`, `production`. Comments in them do not count. */
const sql: Maker = (command, scene) => {
  const statements = optionValues(command, "-c", "--command", "-e", "--execute", "--eval", "-Q", "-q", "--query").map(
    (word) => word.value,
  );
  if (command.name === "sqlite3" || command.name === "bq" || command.name === "duckdb")
    statements.push(...command.args.slice(1).map((arg) => arg.value));
  if (command.stdin.text !== null) statements.push(command.stdin.text.value);
  for (const from of command.stdin.from)
    if (from.name === "echo" || from.name === "printf") statements.push(from.args.map((arg) => arg.value).join(" "));
  const text = withoutComments(statements.join("\n"));
  const act = actOf(text);
  if (act !== null) report(command, scene, act, text);
};

/** What a statement that reaches a database another way than over a client's command line does to it; null for nothing to mind. */
export const statementAct = (text: string): string | null => actOf(withoutComments(text));

const MAX_LENGTH = 20_000;

/** An open comment reaches to the end. */
const withoutComments = (text: string): string =>
  text.slice(0, MAX_LENGTH).replace(/--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, " ");

function actOf(text: string): string | null {
  if (DROPS.test(text)) return "drop";
  if (!FILTERS.test(text) && UNBOUNDED.test(text)) return "unbounded";
  if (PROGRAMS.test(text) || (COPIES.test(text) && COPIES_PROGRAM.test(text))) return "program";
  return GRANTS.test(text) ? "grant" : null;
}

function report(command: SimpleCommand, scene: Scene, act: string, text: string): void {
  const where = `${command.args.map((arg) => arg.value).join(" ")} ${[...command.assignments.values()].map((word) => word.value).join(" ")}`;
  const target =
    /\b(?:database|schema|table|from|update|truncate)\s+(?:if exists\s+)?([\w."`]+)/i.exec(text)?.[1] ?? null;
  const local = command.name === "sqlite3" || command.name === "duckdb";
  add(scene, "database-change", "command", target, command, `${command.name}: changes a database`, {
    act,
    what: STATEMENTS[act] ?? act,
    production: isProduction(where),
    local,
    text: target ?? "",
  });
}

export const STATEMENTS: Readonly<Record<string, string>> = {
  drop: "drops tables or databases",
  unbounded: "changes every row of a table",
  program: "runs programs or reads files through the database",
  grant: "changes who may do what in a database",
};

export const SQL_MAKERS: Readonly<Record<string, Maker>> = {
  psql: sql, mysql: sql, mariadb: sql, sqlite3: sql, mongosh: sql, mongo: sql, sqlcmd: sql, "clickhouse-client": sql, duckdb: sql, bq: sql, cqlsh: sql, cockroach: sql, snowsql: sql,
}; // prettier-ignore
