import type { SimpleCommand, Word } from "../../shell/types";
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

/** Images and containers as files. */
const IMAGE = /^(?:image |container )?(?:save|export)(?: |$)/;
const PACKED: Readonly<Record<string, RegExp>> = { docker: IMAGE, podman: IMAGE, nerdctl: IMAGE, ctr: /(?:^| )images? export .*-$/, buildah: /^push .*docker-archive:\/dev\/stdout/ }; // prettier-ignore

/** Programs that print settings with the secrets in them in the clear: variables filled in, outputs marked as sensitive. */
const FILLED: Readonly<Record<string, RegExp>> = {
  docker: /^(?:compose (?:-\S+ (?:[^-]\S* )?)*(?:config|convert)(?! (?:.* )?(?:--services|--images|--profiles|--volumes|--networks|--hash|--no-interpolate|--quiet|-q)(?: |=|$))|(?:container )?inspect (?!.*(?:-f|--format))|compose exec \S+ (?:env|printenv)$|exec \S+ (?:env|printenv)$)/,
  terraform: /^(?:-\S+ )*(?:output (?:.* )?-json|show (?:.* )?-json|state pull)/, tofu: /^(?:-\S+ )*(?:output (?:.* )?-json|show (?:.* )?-json|state pull)/,
}; // prettier-ignore
/** Links by which anybody can read what is in a store of files. */
const SIGNS: Readonly<Record<string, RegExp>> = { aws: /(?:^| )s3 presign /, gsutil: /^signurl /, gcloud: /^storage sign-url /, az: /(?:^| )generate-sas(?: |$)/, mc: /^share download /, s3cmd: /^signurl /, rclone: /^link / }; // prettier-ignore

const finds = (table: Readonly<Record<string, RegExp>>, name: string, words: string): boolean =>
  Object.hasOwn(table, name) && (table[name] as RegExp).test(words);

/** By the label that it gives what it finds. */
export const isSecretData = (label: string): boolean => label === LINK || label.startsWith(ALL);
const LINK = "a link that opens a store of files";
const ALL = "all that ";

/** Of these, what holds secrets; null for all other calls. */
export function secretData({ name, args, start, end }: SimpleCommand): Source | null {
  if (!Object.hasOwn(FILLED, name) && !Object.hasOwn(SIGNS, name)) return null;
  const words = textOf(args);
  if (finds(SIGNS, name, words)) return { sort: "secret", label: LINK, start, end };
  return finds(FILLED, name, words) ? { sort: "environment", label: `${ALL}${name} prints`, start, end } : null;
}
const MAX_WORDS = 4_000;
const textOf = (args: readonly Word[]): string => args.map(({ value }) => value).join(" ").slice(0, MAX_WORDS); // prettier-ignore

/** What one call prints of that kind; null for all others. */
export function serviceData({ name, args, start, end }: SimpleCommand): Source | null {
  if (finds(PACKED, name, textOf(args))) return { sort: "file", label: "an image", start, end };
  const isDump = Object.hasOwn(DUMPERS, name);
  const prints = isDump ? DUMPERS[name] : Object.hasOwn(CLIENTS, name) ? CLIENTS[name] : undefined;
  if (prints === undefined || !prints.test(args.map(({ value }) => value).join(" "))) return null;
  return { sort: "file", label: isDump ? DUMP : `what ${name} prints`, start, end };
}
