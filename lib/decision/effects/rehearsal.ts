import { after } from "../shell/word";
import type { SimpleCommand, Word } from "../shell/types";
import { NOTHING_TRUSTED } from "../types";
import { operands, optionValues } from "./arguments";
import { destinationOf, hostOf } from "./network/destinations";
import { isProduction } from "./phrases";
import type { Scene } from "./scene";
import { statementAct } from "./sql-statements";

/** `test`: a database for tests. `local`: any on this machine, said so. Null: elsewhere, or not said. */
export type Nearness = "test" | "local" | null;

type Setting = readonly [name: string, value: Word];

/** How near the database of a call is, going by the hosts, environment and names it is given. Doubt is far. */
export function nearness(command: SimpleCommand, scene: Scene, statements = ""): Nearness {
  if (command.where === "remote") return null;
  const settings = settingsOf(command, scene);
  const words = [...command.args, ...settings.map(([, value]) => value)];
  const hosts = hostsOf(command, settings, words);
  const isHere = hosts.every((host) => host === FILE || destinationOf(host, NOTHING_TRUSTED) === "local");
  if (!isHere || words.some(({ value }) => isProduction(value))) return null;
  if (isTestEnvironment(command, settings) || isTestDatabase(command, settings, statements)) return "test";
  const isContained = command.wrappers.some((name) => CONTAINERS.test(name));
  return hosts.length > 0 || isContained ? "local" : null;
}

/** Their containers run on this machine. */
const CONTAINERS = /^(?:docker|docker-compose|podman|podman-compose|nerdctl)$/;

/** Variables set for the call, or exported before it. */
function settingsOf(command: SimpleCommand, { reading }: Scene): Setting[] {
  const exported = reading.commands.flatMap(({ name, args, start }) =>
    name === "export" && start < command.start ? args.flatMap(settingIn) : [],
  );
  return [...exported, ...command.assignments];
}

function settingIn(word: Word): Setting[] {
  const at = word.value.indexOf("=");
  return at < 1 ? [] : [[word.value.slice(0, at), after(word, at + 1)]];
}

const HOSTS = /^(?:PG|MYSQL_|DB_|REDIS_|MONGO_|DATABASE_)HOST$/;
const ADDRESS = /^[a-z][\w+.-]*:\/\/|^file:\.|^\$/i;
/** A database that is a file: `sqlite:///tmp/x.db`, `file:./dev.db`. */
const IN_FILE = /^(?:(?:sqlite3?|duckdb)(?:\+\w+)?:\/\/\/|file:\.)/i;
const FILE = "file";

/** All hosts named; a host that is not known counts as one elsewhere. */
function hostsOf(command: SimpleCommand, settings: readonly Setting[], words: readonly Word[]): (string | null)[] {
  const addresses = words.map(({ value }) => value.replace(/^--?[\w-]+=/, "")).filter((text) => ADDRESS.test(text));
  const named = settings.flatMap(([name, value]) => (HOSTS.test(name) ? [value] : []));
  return [
    ...addresses.map((text) => (IN_FILE.test(text) ? FILE : hostOf(text))),
    ...[...named, ...optionValues(command, "-h", "--host")].map(({ value }) => hostOf(value)),
  ];
}

const ENVIRONMENTS =
  /^(?:(?:RAILS|RACK|NODE|APP|MIX|DJANGO|FLASK|HANAMI|ADONIS|LARAVEL|DB)_ENV|ENV|(?:ASPNETCORE|DOTNET)_ENVIRONMENT)$/;
const TEST = /^(?:test|testing|ci)$/i;

const isTestEnvironment = (command: SimpleCommand, settings: readonly Setting[]): boolean =>
  settings.some(([name, { value }]) => ENVIRONMENTS.test(name) && TEST.test(value)) ||
  optionValues(command, "--env", "--environment").some(({ value }) => TEST.test(value));

const TEST_NAME = /(?:^|[_-])tests?(?:$|[_-]?\d|[_-])/i;
const DROPS_DATABASE = /\bdrop\s+database\s+(?:if\s+exists\s+)?["`]?(\w+)["`]?(?:\s+with\s*\(\s*force\s*\))?/gi;
/** Changes that reach beyond the database one is connected to. */
const REACHES_OUT = /\bdrop\s+(?:database|role|user|owned|tablespace|login)\b|\\c\b|\buse\s+\w/i;
const VALUED = ["-h", "--host", "-p", "--port", "-P", "-U", "-u", "--user", "--username", "-d", "--dbname", "-D", "--database", "-c", "--command", "-e", "--execute", "-f", "--file", "-v", "--set", "--eval", "-n", "-a"]; // prettier-ignore

function isTestDatabase(command: SimpleCommand, settings: readonly Setting[], statements: string): boolean {
  const rest = statements.replace(DROPS_DATABASE, (all, name: string) => (TEST_NAME.test(name) ? "" : all));
  if (rest !== statements && statementAct(rest) === null) return true;
  if (REACHES_OUT.test(statements)) return false;
  const connected = [...optionValues(command, "-d", "--dbname", "-D", "--database"), ...operands(command, VALUED)];
  const set = settings.map(([, value]) => value).filter(({ value }) => value.includes(":/"));
  return [...connected, ...set].some(({ value }) => TEST_NAME.test(databaseIn(value)));
}

const databaseIn = (text: string): string =>
  /^[a-z][\w+.-]*:\/\/[^/?#]+\/([^/?#]+)/i.exec(text)?.[1] ?? (/^\w+$/.test(text) ? text : "");
