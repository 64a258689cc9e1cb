import type { SimpleCommand, Word } from "../shell/types";
import { isInspection, operands, optionValues } from "./arguments";
import { clip } from "./clip";
import { writePlaceOf } from "./files/places";
import { isSessionsOwn } from "./own";
import { isProduction } from "./phrases";
import { nearness } from "./rehearsal";
import { add, pathOf, type Maker, type Scene } from "./scene";
import { surroundings } from "./surroundings";
import { STATEMENTS, statementAct } from "./sql-statements";
import { matchesOf } from "../matches";

/** How a client is given statements: the flags, and whether words that are no flags are statements as well. */
type Client = {
  flags: readonly string[];
  files?: readonly string[];
  words?: "all" | "after-first";
  local?: boolean;
  /** Of the many things that it does, only calls with such flags are about a database. */
  onlyFlags?: boolean;
};

const POSTGRES: Client = { flags: ["-c", "--command"], files: ["-f", "--file"] };
const MYSQL: Client = { flags: ["-e", "--execute"] };
const MONGO: Client = { flags: ["--eval"] };
const cloud = (...flags: string[]): Client => ({ flags, onlyFlags: true });
const LOCAL: Client = { flags: ["-c", "-cmd"], words: "after-first", local: true };

const CLIENTS: Readonly<Record<string, Client>> = {
  psql: POSTGRES, pgcli: POSTGRES, usql: POSTGRES, ysqlsh: POSTGRES, vsql: POSTGRES, edgeql: POSTGRES,
  mysql: MYSQL, mariadb: MYSQL, mycli: MYSQL, cqlsh: { flags: ["-e", "--execute"], files: ["-f", "--file"] }, cockroach: { flags: ["-e", "--execute"] },
  mongosh: MONGO, mongo: MONGO, sqlite3: LOCAL, duckdb: LOCAL, litecli: { flags: ["-e"], local: true }, bq: { flags: ["--query"], words: "after-first" },
  sqlcmd: { flags: ["-Q", "-q"], files: ["-i"] }, "mssql-cli": { flags: ["-Q", "-q"] }, snowsql: { flags: ["-q", "--query"], files: ["-f"] }, snow: { flags: ["-q", "--query"] },
  "clickhouse-client": { flags: ["-q", "--query"] }, clickhouse: { flags: ["-q", "--query"] }, trino: { flags: ["--execute"], files: ["-f"] }, presto: { flags: ["--execute"], files: ["-f"] },
  "spark-sql": { flags: ["-e"], files: ["-f"] }, beeline: { flags: ["-e"], files: ["-f"] }, hive: { flags: ["-e"], files: ["-f"] }, "impala-shell": { flags: ["-q", "--query"], files: ["-f"] },
  influx: { flags: ["-execute", "--execute"], words: "after-first" }, "cypher-shell": { flags: [], words: "all" }, sqlplus: { flags: [] }, isql: { flags: [] }, turso: { flags: [], words: "after-first" },
  wrangler: { flags: ["--command"], files: ["--file"] }, "gh-ost": { flags: ["--alter"] }, osql: { flags: ["-Q", "-q"] }, arangosh: { flags: ["--javascript.execute-string"] }, surreal: { flags: [] },
  aws: cloud("--query-string", "--sql", "--sqls", "--statement", "--statements"), gcloud: cloud("--sql", "--ddl"), databricks: cloud("--statement"), oci: cloud("--statement", "--sql"),
}; // prettier-ignore

/** Statements given to a database client. Traits: `act`, `production`, `local`. Comments in them do not count. */
const sql: Maker = (command, scene) => {
  const client = CLIENTS[command.name] as Client;
  if (client.onlyFlags === true && optionValues(command, ...client.flags).length === 0) return;
  const text = statementsOf(command, client, scene).join("\n");
  const act = statementAct(text);
  if (act !== null) return report(command, scene, act, text, isLocalFile(command) || (client.local === true && isOwnFile(command, scene))); // prettier-ignore
  if (client.local === true) return;
  const place = placeOf(command, scene);
  if (text.trim() !== "") {
    if (isProduction(place)) report(command, scene, "read", text, false);
  } else if (isFed(command, client) && (isProduction(place) || HOSTED.test(place))) migrates(command, scene);
};

/** Databases that somebody runs for others, in a cloud. */
const HOSTED =
  /\b(?:rds\.amazonaws\.com|docdb\.amazonaws\.com|redshift\.amazonaws\.com|database\.windows\.net|(?:postgres|mysql|mariadb)\.database\.azure\.com|cosmos\.azure\.com|supabase\.co|neon\.tech|psdb\.cloud|mongodb\.net|aivencloud\.com|snowflakecomputing\.com|clickhouse\.cloud|cockroachlabs\.cloud|ondigitalocean\.com|timescaledb\.io)\b/i;

/** A file of statements that nobody here has read. */
const isFed = (command: SimpleCommand, { files = [] }: Client): boolean =>
  command.stdin.file !== null || command.stdin.from.length > 0 || optionValues(command, ...files).length > 0;

function migrates(command: SimpleCommand, scene: Scene): void {
  const what = "runs statements that nobody here has read in a hosted database";
  const production = isProduction(placeOf(command, scene));
  add(scene, "database-change", "command", null, command, `${command.name}: ${what}`, { act: production ? "migrate" : "undo", what, production, local: false, near: false, text: clip(command.name) }); // prettier-ignore
}

/** A database file that is the project's, scratch or what this session made; others keep what people and programs need. */
function isOwnFile(command: SimpleCommand, scene: Scene): boolean {
  const [file] = operands(command, ["-cmd", "-init", "-separator", "-newline", "-nullvalue", "-c", "-s", "-e"]);
  const path = file === undefined || /^(?:|:memory:)$/.test(file.value) ? null : pathOf(file, command, scene);
  if (path === null) return true;
  const place = writePlaceOf(path, scene);
  return !/^(?:home|elsewhere|system|critical)$/.test(place) || isSessionsOwn(path, scene);
}

/** `wrangler d1 execute --local` and its like work on a copy. */
const isLocalFile = ({ args }: SimpleCommand): boolean => args.some(({ value }) => value === "--local");

function statementsOf(command: SimpleCommand, client: Client, scene: Scene): string[] {
  const found = [...optionValues(command, ...client.flags), ...clustered(command, client.flags)].map(
    ({ value }) => value,
  );
  const words = command.args.map(({ value }) => value);
  if (client.words !== undefined) found.push(...words.slice(client.words === "all" ? 0 : 1));
  const written = [...optionValues(command, ...(client.files ?? [])), ...(command.stdin.file === null ? [] : [command.stdin.file])]; // prettier-ignore
  for (const file of written) found.push(...contentOf(file, command, scene));
  for (const file of written) runs(file, command, scene);
  if (command.stdin.text !== null) found.push(command.stdin.text.value);
  for (const from of command.stdin.from) {
    if (from.name === "echo" || from.name === "printf") found.push(from.args.map(({ value }) => value).join(" "));
    if (from.name === "cat") for (const file of from.args) found.push(...contentOf(file, from, scene));
  }
  return found;
}

/** `psql -qAtc SQL`, `mysql -Nse SQL`: the flag at the end of a group. */
const clustered = ({ args }: SimpleCommand, flags: readonly string[]): Word[] =>
  args.filter((_, i) => {
    const group = args[i - 1]?.value ?? "";
    return /^-[A-Za-z]{2,12}$/.test(group) && flags.includes(`-${group.at(-1) ?? ""}`) && !flags.includes(group);
  });

/** Statements in a file are run: what earlier calls wrote into it counts (earlier.ts). */
function runs(file: Word, command: SimpleCommand, scene: Scene): void {
  const path = command.where === "here" ? pathOf(file, command, scene) : null;
  if (path !== null) add(scene, "execute", "path", path, file, `runs the statements in ${clip(path)}`);
}

/** What a file holds that the same command line wrote. */
function contentOf(file: Word, command: SimpleCommand, scene: Scene): string[] {
  const path = pathOf(file, command, scene);
  const text = path === null ? undefined : scene.reading.files.get(path);
  return text === undefined ? [] : [text];
}

/** Where it connects to: its flags and variables, without the statements themselves. */
function placeOf(command: SimpleCommand, scene: Scene): string {
  const flags = CLIENTS[command.name]?.flags ?? [];
  const statements = new Set([...optionValues(command, ...flags), ...clustered(command, flags)]);
  const words = command.args.filter((word) => !statements.has(word)).map(({ value }) => value);
  return [...words, surroundings(command, scene)].join(" ").slice(0, 4_000);
}

/** Also in a database for tests these reach whoever else uses its server. */
const REACHING = new Set(["grant", "unguard"]);
/** What reaches beyond the data. */
const KEPT = new Set(["program", "read"]);

const SUBJECT =
  /\b(?:database|schema|table|view|from|update|delete(?!\s+from\b)|truncate(?!\s+table\b)|keyspace|collection)\s+(?:if exists\s+)?([\w."`[\]]+(?:\s*,\s*[\w."`[\]]+)*)/gi;

/** `db.orders.drop()`, `db.getCollection("orders").deleteMany({})` */
const COLLECTION =
  /\bdb\.(?:getCollection\(\s*["'])?([\w-]+)(?:["']\s*\))?\.(?:drop|deleteMany|remove|updateMany)\s*\(/g;

/** All that statements are about: whoever asks for one of two tables to go has not asked for both. */
function subjectOf(text: string): string | null {
  const tables = matchesOf(text, SUBJECT).flatMap(([, list = ""]) => list.replace(/[[\]]/g, "").split(/\s*,\s*/));
  const names = [...tables, ...matchesOf(text, COLLECTION).map(([, name = ""]) => name)];
  return names.length === 0 ? null : [...new Set(names)].join(", ").slice(0, 500);
}

function report(command: SimpleCommand, scene: Scene, act: string, text: string, local: boolean): void {
  const target = subjectOf(text);
  const what = STATEMENTS[act] ?? act;
  const near = KEPT.has(act) ? null : nearness(command, scene, text);
  add(scene, "database-change", "command", target, command, `${command.name}: ${what}`, {
    act,
    what,
    production: isProduction(placeOf(command, scene)),
    local: local || (near === "test" && !REACHING.has(act)),
    near: near !== null,
    text: clip(target ?? ""),
  });
}

/** Reads all of a database, where nobody sees how much that is. */
const dumps: Maker = (command, scene) => {
  const place = placeOf(command, scene);
  if (command.args.length === 0 || isInspection(command) || !isProduction(place)) return;
  report(command, scene, "read", "", false);
};
const DUMPERS = [
  "pg_dump",
  "pg_dumpall",
  "mysqldump",
  "mariadb-dump",
  "mydumper",
  "mongodump",
  "mongoexport",
  "pg_basebackup",
];

export const SQL_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries([
  ...Object.keys(CLIENTS).map((name) => [name, sql] as const),
  ...DUMPERS.map((name) => [name, dumps] as const),
]);
