import type { SimpleCommand } from "../../shell/types";
import type { Source } from "../scene";

/** What programs print of databases, clusters and services: nobody's file, but as little for strangers as one. */

const DUMP = "a database dump";

/** Programs that print all of a database, with the words that do. */
const DUMPERS: Readonly<Record<string, RegExp>> = {
  pg_dump: /^/, pg_dumpall: /^/, mysqldump: /^/, mariadb_dump: /^/, "mariadb-dump": /^/, mydumper: /^/, mongodump: /(?:^| )--archive(?: |=|$)/, mongoexport: /^/, "redis-cli": /(?:^| )--rdb(?: |=)/,
  sqlite3: /\.dump\b/, influx_inspect: /^export/, arangodump: /^/, pg_basebackup: /^/, slapcat: /^/, ldapsearch: /^/, expdp: /^/, "clickhouse-backup": /^/, etcdctl: /(?:^| )(?:snapshot|get) /, consul: /^(?:kv export|snapshot)/,
}; // prettier-ignore
/** Clients that print rows, objects and settings. */
const CLIENTS: Readonly<Record<string, RegExp>> = {
  psql: /(?:^| )(?:-\w*c|--command|-f|--file)(?: |=|$)/, mysql: /(?:^| )(?:-\w*e|--execute)(?: |=|$)/, mongosh: /--eval/, bq: /(?:^| )query(?: |$)/,
  kubectl: /(?:^| )(?:get|describe|logs|cluster-info|config)(?: |$)/, oc: /(?:^| )(?:get|describe|logs)(?: |$)/, helm: /(?:^| )(?:get|show|history)(?: |$)/,
  gh: /^(?:api|secret|variable|issue|pr|run|release|repo|search) ?/, glab: /^(?:api|issue|mr|ci|repo) ?/, jira: /^/,
  aws: /(?:^| )(?:describe|get|list|batch-get|filter|scan|query|select)(?:-|_| |$)/, gcloud: /(?:^| )(?:list|describe|read)(?: |$)/, az: /(?:^| )(?:list|show)(?: |$)/,
  docker: /^(?:logs|inspect|ps|compose logs|compose config)/, terraform: /^(?:output|show|state) ?/, tofu: /^(?:output|show|state) ?/, vault: /^(?:list|kv list)/, heroku: /^(?:logs|config|pg)/, stripe: /^\w+ (?:list|retrieve)/,
}; // prettier-ignore

/** What one call prints of that kind; null for all others. */
export function serviceData({ name, args, start, end }: SimpleCommand): Source | null {
  const isDump = Object.hasOwn(DUMPERS, name);
  const prints = isDump ? DUMPERS[name] : Object.hasOwn(CLIENTS, name) ? CLIENTS[name] : undefined;
  if (prints === undefined || !prints.test(args.map(({ value }) => value).join(" "))) return null;
  return { sort: "file", label: isDump ? DUMP : `what ${name} prints`, start, end };
}
