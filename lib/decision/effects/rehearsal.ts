import { after } from "../shell/word";
import type { Reading, SimpleCommand, Word } from "../shell/types";
import { NOTHING_TRUSTED } from "../types";
import { operands, optionValues } from "./arguments";
import { destinationOf, hostOf } from "./network/destinations";
import { isProduction } from "./phrases";
import type { Scene } from "./scene";
import { statementAct } from "./sql-statements";
import { matchesOf } from "../matches";

/** `test`: a database for tests. `local`: any on this machine, said so. Null: elsewhere, or not said. */
export type Nearness = "test" | "local" | null;

type Setting = readonly [name: string, value: Word];

/** How near the database of a call is, going by the hosts, environment and names it is given. Doubt is far. */
export function nearness(command: SimpleCommand, scene: Scene, statements = ""): Nearness {
  if (command.where === "remote") return null;
  const settings = settingsOf(command, scene);
  const words = [...command.args, ...settings.map(([, value]) => value)];
  const hosts = hostsOf(command, settings, words);
  if (!hosts.every(isThisMachine) || words.some(({ value }) => isProduction(value))) return null;
  if (isTestEnvironment(command, settings) || isTestDatabase(command, settings, statements)) return "test";
  return hosts.length > 0 || isContained(command) || databasesOf(command, settings).some((name) => DEVELOPMENT_NAME.test(name)) ? "local" : null; // prettier-ignore
}
/** `app_dev`: where no host is named, a database that is called so is this machine's. */
const DEVELOPMENT_NAME = /(?:^|[_-])(?:dev|devel|development|local)(?:$|[_-])/i;

/** Nothing says that another database is meant than the one a framework makes for development on this machine. */
export function isDevelopment(command: SimpleCommand, scene: Scene): boolean {
  if (command.where === "remote" || (command.where === "container" && !isContained(command))) return false;
  const settings = settingsOf(command, scene);
  const words = [...command.args, ...settings.map(([, value]) => value)];
  if (words.some(({ value }) => isProduction(value)) || hasSeveralSteps(settings)) return false;
  const environments = [
    ...settings.flatMap(([name, { value }]) => (ENVIRONMENTS.test(name) ? [value] : [])),
    ...words.flatMap(({ value }) => ENVIRONMENT_SETTING.exec(value)?.[1] ?? []),
    ...optionValues(command, "--env", "--environment", "-e").map(({ value }) => value),
  ];
  return (
    environments.every((name) => /^(?:test|testing|ci|dev|development|local)$/i.test(name)) &&
    hostsOf(command, settings, words).every(isThisMachine)
  );
}

/** `STEP=3 rails db:rollback` */
const hasSeveralSteps = (settings: readonly Setting[]): boolean =>
  settings.some(([name, { value }]) => name === "STEP" && value !== "1");

const isThisMachine = (host: string | null): boolean =>
  host === FILE || destinationOf(host, NOTHING_TRUSTED) === "local";
/** In a container on this machine. */
export const isContained = ({ wrappers }: SimpleCommand): boolean =>
  wrappers.some((name) => CONTAINERS.test(name)) && !wrappers.some((name) => ELSEWHERE.test(name));

/** Their containers run on this machine. */
const CONTAINERS = /^(?:docker|docker-compose|podman|podman-compose|nerdctl)$/;
const ELSEWHERE = /^(?:ssh|pssh|parallel-ssh|mosh|kubectl|oc)$/;

/** Variables set for the call, or exported before it. */
export function settingsOf(command: SimpleCommand, { reading }: Scene): Setting[] {
  const exported = exportsIn(reading).flatMap(({ args, start }) => (start < command.start ? args.flatMap(settingIn) : [])); // prettier-ignore
  return [...exported, ...command.assignments];
}

/** Each call of a command line asks for them. */
const known = new WeakMap<Reading, readonly SimpleCommand[]>();

function exportsIn(reading: Reading): readonly SimpleCommand[] {
  const before = known.get(reading);
  if (before !== undefined) return before;
  const exports = reading.commands.filter(({ name }) => EXPORTS.test(name));
  known.set(reading, exports);
  return exports;
}

const EXPORTS = /^(?:export|declare|typeset)$/;

function settingIn(word: Word): Setting[] {
  const at = word.value.indexOf("=");
  return at < 1 ? [] : [[word.value.slice(0, at), after(word, at + 1)]];
}

/** A service that a file describes is as good as a host that is not known. */
const HOSTS = /^(?:(?:PG|MYSQL_|DB_|REDIS_|MONGO_|DATABASE_)HOST|PGHOSTADDR|PGSERVICE)$/;
/** libpq's words for it: `host=db.internal dbname=app`, `postgres:///app?host=db.internal`. */
const KEYWORDS = /^(?:-d)?\w+\s*=|^[a-z]+:\/\/[^\s]*\?/i;
const HOST_KEYWORD = /(?:^|[\s?&]|-d)(?:host|hostaddr|service)\s*=\s*'?([^\s&']*)/gi;
const ADDRESS = /^[a-z][\w+.-]*:\/\/|^file:\.|^\$/i;
/** A database that is a file: `sqlite:///tmp/x.db`, `file:./dev.db`. */
const IN_FILE = /^(?:(?:sqlite3?|duckdb)(?:\+\w+)?:\/\/\/|file:\.)/i;
const FILE = "file";

/** All hosts named; a host that is not known counts as one elsewhere. */
function hostsOf(command: SimpleCommand, settings: readonly Setting[], words: readonly Word[]): (string | null)[] {
  const texts = words.map(({ value }) => value.replace(/^(?:--?[\w-]+|[A-Z][A-Z\d_]*)=/, ""));
  const addresses = texts.filter((text) => ADDRESS.test(text));
  const keywords = texts.flatMap((text) => (KEYWORDS.test(text) ? matchesOf(text, HOST_KEYWORD).map(([, host]) => host ?? "") : [])); // prettier-ignore
  const named = settings.flatMap(([name, value]) => (HOSTS.test(name) ? [value] : []));
  return [
    ...addresses.map((text) => (IN_FILE.test(text) ? FILE : hostOf(text))),
    // A path is where the socket of a server on this machine lies.
    ...[...[...named, ...optionValues(command, "-h", "--host")].map(({ value }) => value), ...keywords].map((value) =>
      value.startsWith("/") ? FILE : hostOf(value),
    ),
  ];
}

const ENVIRONMENTS =
  /^(?:(?:RAILS|RACK|NODE|APP|MIX|DJANGO|FLASK|HANAMI|ADONIS|LARAVEL|DB)_ENV|ENV|(?:ASPNETCORE|DOTNET)_ENVIRONMENT)$/;
/** The same as a word: `rails db:rollback RAILS_ENV=staging`. */
const ENVIRONMENT_SETTING = /^(?:RAILS|RACK|NODE|APP|MIX|DB)_ENV=(.*)$/;
const TAKES_SETTINGS = /^(?:rails|rake)$/;
const TEST = /^(?:test|testing|ci)$/i;

const isTestEnvironment = (command: SimpleCommand, settings: readonly Setting[]): boolean =>
  settings.some(([name, { value }]) => ENVIRONMENTS.test(name) && TEST.test(value)) ||
  (TAKES_SETTINGS.test(command.name) && command.args.some(({ value }) => TEST.test(ENVIRONMENT_SETTING.exec(value)?.[1] ?? ""))) ||
  optionValues(command, "--env", "--environment").some(({ value }) => TEST.test(value)) ||
  [...optionValues(command, "--settings"), ...settings.flatMap(([name, value]) => (name === "DJANGO_SETTINGS_MODULE" ? [value] : []))].some(({ value }) => TEST_SETTINGS.test(value)); // prettier-ignore
/** Django's settings are a module: `app.settings.test`. */
const TEST_SETTINGS = /(?:^|\.)(?:tests?|testing|ci)$/i;

const TEST_NAME = /(?:^|[_-])tests?(?:$|[_-]?\d|[_-])/i;
export const isTestName = (name: string): boolean => TEST_NAME.test(name);
const DROPS_DATABASE = /\bdrop\s+database\s+(?:if\s+exists\s+)?["`]?(\w+)["`]?(?:\s+with\s*\(\s*force\s*\))?/gi;
/** Changes that reach beyond the database one is connected to. */
const REACHES_OUT =
  /\bdrop\s+(?:database|role|user|owned|tablespace|login)\b|\\c(?:onnect)?(?![a-z])|\buse\s+\w|\bget(?:SiblingDB|DB|Mongo)\b|\bnew\s+Mongo\b|\bconnect\s*\(/i;
const VALUED = ["-h", "--host", "-p", "--port", "-P", "-U", "-u", "--user", "--username", "-d", "--dbname", "-D", "--database", "-c", "--command", "-e", "--execute", "-f", "--file", "-v", "--set", "--eval", "-n", "-a"]; // prettier-ignore

function isTestDatabase(command: SimpleCommand, settings: readonly Setting[], statements: string): boolean {
  const rest = statements.replace(DROPS_DATABASE, (all, name: string) => (TEST_NAME.test(name) ? "" : all));
  if (rest !== statements && statementAct(rest) === null) return true;
  if (REACHES_OUT.test(statements)) return false;
  return databasesOf(command, settings).some((name) => TEST_NAME.test(name));
}

/** The names of the databases that a call connects to. */
function databasesOf(command: SimpleCommand, settings: readonly Setting[]): string[] {
  const connected = [...optionValues(command, "-d", "--dbname", "-D", "--database"), ...operands(command, VALUED)];
  const set = settings.map(([, value]) => value).filter(({ value }) => value.includes(":/"));
  return [...connected, ...set].map(({ value }) => databaseIn(value));
}

const databaseIn = (text: string): string =>
  /^[a-z][\w+.-]*:\/\/[^/?#]+\/([^/?#]+)/i.exec(text)?.[1] ?? (/^\w+$/.test(text) ? text : "");
