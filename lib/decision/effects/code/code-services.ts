import { asCommand } from "./code-calls";
import { argumentsAt } from "./code-statements";
import { placesIn } from "./code-places";
import { groupOf } from "./code-text";
import { matchesOf } from "../../matches";

/** What code does through the libraries of clouds and services: as the command lines of their own tools, which the books judge. */

const CLOUDS =
  /\bboto3\b|\bbotocore\b|aws-sdk|\bAws::|google[._-]?cloud|googleapi|@azure\/|\bazure\.|\bkubernetes|\bstripe\b|\bgithub\b|octokit|\bdocker\b|\bredis\b|\bmongo|elasticsearch|opensearch|prisma|\bkafka|\bhvac\b|node-vault/i;
/** More than the budget for scripts lets be read, which then says so. */
const MAX_LINES = 400;

type Reader = { when: RegExp; lines: (text: string) => readonly (readonly string[])[] };

const kebab = (name: string): string => name.replace(/_/g, "-").replace(/([a-z\d])([A-Z])/g, "$1-$2").toLowerCase(); // prettier-ignore
const first = (pattern: RegExp, text: string): string | null => groupOf(pattern.exec(text)) ?? null;
/** Each once: what code does several times it does. */
const all = (pattern: RegExp, text: string): string[] => [
  ...new Set(matchesOf(text, pattern).map((match) => groupOf(match) ?? "")),
];

const AWS_CLIENT = /\b(?:client|resource)\(\s?["']([a-z\d-]+)["']|@aws-sdk\/(?:client|lib)-([a-z\d-]+)|\b(?:AWS\.|Aws::)([A-Z]\w+)/g; // prettier-ignore
const ACTS = "[Dd]elete|[Tt]erminate|[Ss]top|[Rr]eboot|[Rr]emove|[Dd]eregister|[Pp]urge|[Aa]ttach|[Dd]etach|[Dd]isable|[Rr]evoke|[Rr]elease|[Aa]uthorize|[Ss]chedule|[Rr]eset|[Cc]ancel|[Uu]pdate|[Mm]odify|[Dd]isassociate|[Pp]ut_?(?!_?[Oo]bject|_?[Mm]etric|_?[Ii]tem|_?[Rr]ecord|_?[Ee]vent|_?[Ll]og)|[Cc]reate_?(?:[Aa]ccess|[Uu]ser|[Rr]ole|[Pp]olicy|[Ll]ogin)|[Ss]end_?(?:[Ee]mail|[Cc]ommand|[Rr]aw|[Bb]ulk)|[Ii]nvoke|[Bb]atch_?[Ww]rite"; // prettier-ignore
const AWS_CALL = new RegExp(
  String.raw`\.((?:${ACTS})\w*)\s?\(|\bnew\s+((?:${ACTS})\w+?)Command\b|\b(delete_\w+|terminate_\w+)!?\s?\(`,
  "g",
);
const BUCKET = /\bBucket\(\s?["']([\w.-]+)|\b[Bb]ucket(?:Name|_name)?["']?\s?[:=]\s?["']([\w.-]+)|\bbucket\(\s?["']([\w.-]+)/; // prettier-ignore
/** `bucket.objects.all().delete()` */
const EMPTIES_BUCKET = /\.(?:objects|object_versions)\s?\.(?:all|filter|limit)\([^()]{0,200}\)\s?\.delete\s?\(|\.object_versions\.delete\s?\(/; // prettier-ignore
const ENDPOINT = /\bendpoint(?:_url|Url)?["']?\s?[:=]\s?["'](https?:\/\/[^"'\s]{1,200})/;

function aws(text: string): (readonly string[])[] {
  const services = [...new Set(all(AWS_CLIENT, text).map((name) => name.toLowerCase()))];
  const endpoint = first(ENDPOINT, text);
  const to = endpoint === null ? [] : ["--endpoint-url", endpoint];
  const bucket = `s3://${first(BUCKET, text) ?? "a-bucket"}`;
  const lines: (readonly string[])[] = [];
  for (const [call, options] of callsWithOptions(text))
    for (const one of services.length === 0 ? ["resource"] : services)
      if (lines.length < MAX_LINES) lines.push(["aws", one === "s3" ? "s3api" : one, kebab(call), ...options, ...to]);
  if (EMPTIES_BUCKET.test(text)) lines.push(["aws", "s3", "rm", bucket, "--recursive", ...to]);
  else if (/\bresource\(/.test(text)) {
    if (/\.delete\s?\(\s?\)/.test(text)) lines.push(["aws", "s3", "rm", bucket, ...to]);
    if (/\.terminate\s?\(/.test(text)) lines.push(["aws", "ec2", "terminate-instances", ...to]);
  }
  return lines;
}

const OPTION = /\b([A-Z]\w{2,60})["']?\s?[=:]\s?(?:(True|true)|(False|false)|["']([^"'\n]{1,200})["']|(\d{1,9}))\b/g;
const MAX_OPTIONS = 20;
const MAX_WORDS = 1_000;

/** Each call once, with what it is told: `DeletionProtection=False` is `--no-deletion-protection`. */
function callsWithOptions(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const match of matchesOf(text, AWS_CALL)) {
    const call = groupOf(match) ?? "";
    if (found.has(call) || found.size >= MAX_LINES) continue;
    const open = text.indexOf("(", match.index + match[0].length - 1);
    const words = open === -1 ? "" : argumentsAt(text.slice(open, open + MAX_WORDS), 0).join(",");
    const options = matchesOf(words, OPTION).slice(0, MAX_OPTIONS).map(([, name = "", yes, no, value, number]) =>
      yes === undefined && no === undefined ? [`--${kebab(name)}`, value ?? number ?? ""] : [`--${no === undefined ? "" : "no-"}${kebab(name)}`]); // prettier-ignore
    found.set(call, options.flat());
  }
  return found;
}

const GOOGLE = /google\.cloud(?:\s+import\s+|\.)(\w+)|@google-cloud\/([\w-]+)/;
const GOOGLE_CALL = /\.((?:delete|destroy|purge|stop|reset|suspend)\w*|set_?[iI]am_?[pP]olicy)\s?\(/g;

const google = (text: string): string[][] => {
  const library = first(GOOGLE, text) ?? "resource";
  return all(GOOGLE_CALL, text).map((call) => {
    if (/policy/i.test(call)) return ["gcloud", "projects", "set-iam-policy", "project"];
    const verb = /^(?:delete|destroy|purge)/.test(call) ? "delete" : call;
    return library === "storage" ? ["gcloud", "storage", "rm", "-r", `gs://${first(BUCKET, text) ?? "a-bucket"}`] : verb === "delete" ? ["gcloud", library, kebab(call).replace(/^delete-?/, "") || "resource", "delete"] : ["gcloud", "compute", "instances", verb]; // prettier-ignore
  });
};

const AZURE_CALL = /(\w{0,40}\.(?:begin_?[dD]elete|delete|[dD]eleteIfExists|begin_?[pP]urge|begin_?[dD]eallocate|begin_?[pP]ower_?[oO]ff|begin_?[rR]estart|set_?[sS]ecret)\w*)\s?\(/g; // prettier-ignore

const azure = (text: string): string[][] =>
  all(AZURE_CALL, text).map((call) => {
    if (/secret/i.test(call)) return ["az", "keyvault", "secret", "set"];
    if (/deallocate|power|restart/i.test(call)) return ["az", "vm", "deallocate"];
    if (/resource_?groups/i.test(call)) return ["az", "group", "delete"];
    return ["az", ...(/container|blob|share|queue/i.test(text) ? ["storage", "container"] : ["resource"]), "delete"];
  });

const CLUSTER_CALL =
  /\.((?:delete|patch|replace|create)_?(?:[cC]ollection_?)?(?:[nN]amespaced_?|[cC]luster_?)?[a-zA-Z]\w*)\s?\(/g;

const kubernetes = (text: string): string[][] =>
  all(CLUSTER_CALL, text).map((call) => {
    const [verb = "", ...rest] = kebab(call).split("-");
    const kind = rest.filter((part) => !/^(?:namespaced|collection|cluster)$/.test(part)).join("");
    return ["kubectl", verb, kind, ...(call.toLowerCase().includes("collection") ? ["--all"] : ["x"])];
  });

const PAYMENT = /\b(refund|charge|payment_?intent|transfer|payout|topup|invoice)s?\.(?:create|pay|capture|confirm|finalize\w*)\s?\(/gi; // prettier-ignore
const TEST_KEY = /\b[rs]k_test_|TEST/;

const DROPS_STORE = /\.(?:drop_?[dD]atabase|drop_?[cC]ollection|drop)\s?\(|\.(?:delete_?[mM]any|remove)\s?\(\s?(?:\{\s?\})?\s?\)/; // prettier-ignore

const OCTOKIT = /\brequest\(\s?["'`](DELETE|PATCH|PUT|POST) (\/[^"'`\s]{1,200})/g;
/** `repos.update({..., private: false})`, `repo.edit(private=False)` */
const PUBLISHES =
  /\brepos?\w{0,10}\.(?:update|edit)\s?\([^()]{0,400}(?:\bprivate["']?\s?[:=]\s?[fF]alse\b|\bvisibility["']?\s?[:=]\s?["']public)/;

const github = (text: string): string[][] => [
  ...(/(?:\b|_)repos?(?:\([^()]{0,100}\))?\.delete\s?\(/.test(text) ? [["gh", "repo", "delete"]] : []),
  ...(/\bpulls?\w*\.merge\s?\(/.test(text) ? [["gh", "pr", "merge"]] : []),
  ...(PUBLISHES.test(text) ? [["gh", "repo", "edit", "--visibility", "public"]] : []),
  ...matchesOf(text, OCTOKIT).map(([, method = "", path = ""]) => ["gh", "api", "-X", method, path.slice(1)]),
];

/** Every key, one by one. */
const EVERY_KEY = /\b(?:scan_?iter|scanStream|keys)\s?\(\s?(?:match\s?[=:]\s?)?(?:["']\*["'])?\s?\)/i;
const EMPTIES_TABLE = /\.(\w{1,60})\.delete_?[mM]any\s?\(\s?(?:\{\s?\})?\s?\)/g;
/** What is filled again right after, as seeds do, is a development database's. */
const FILLS = /\.(?:create|createMany|upsert|create_many)\s?\(/;
const SECRETS_GONE =
  /\.(?:delete_metadata_and_all_versions|destroy_secret_versions|delete_secret(?:_versions)?|delete_latest_version_of_secret)\s?\(\s?(?:path\s?=\s?)?["']([^"'\n]{1,200})/g;

const redis = (text: string): string[][] => {
  const calls = all(/\.(flush_?(?:all|db))\s?\(/gi, text).map((call) => call.replace("_", ""));
  const emptied = EVERY_KEY.test(text) && /\.(?:delete|del|unlink)\s?\(/.test(text) ? ["flushdb"] : [];
  const place = placesIn(text, ["redis", "rediss"]);
  return [...calls, ...emptied].map((call) => ["redis-cli", ...(place.length === 1 ? ["-u", ...place] : place), call]);
};

const kafka = (text: string): string[][] => {
  const server = first(/\bbootstrap[._]?servers["']?\s?[=:]\s?\[?["']([\w.:-]{1,200})/i, text) ?? "localhost:9092";
  return /\b(?:delete_?[tT]opics|delete_?[rR]ecords)\s?\(/.test(text) ? [["kafka-topics.sh", "--bootstrap-server", server, "--delete", "--topic", "a-topic"]] : []; // prettier-ignore
};

const READERS: readonly Reader[] = [
  { when: /\bboto3\b|\bbotocore\b|aws-sdk|\bAws::/, lines: aws },
  { when: /google[._-]?cloud|googleapi/, lines: google },
  { when: /@azure\/|\bazure\./, lines: azure },
  { when: /\bkubernetes/, lines: kubernetes },
  { when: /\bstripe\b/i, lines: (text) => (TEST_KEY.test(text) ? [] : all(PAYMENT, text).map((thing) => ["stripe", `${kebab(thing).replace("paymentintent", "payment-intent").replace("-", "_")}s`, "create", "--live"])) },
  { when: /\bgithub\b|octokit/i, lines: github },
  { when: /\bkafka/i, lines: kafka },
  { when: /\bhvac\b|node-vault/, lines: (text) => all(SECRETS_GONE, text).map((path) => ["vault", "kv", "metadata", "delete", path]) },
  { when: /prisma/i, lines: (text) => (FILLS.test(text) ? [] : all(EMPTIES_TABLE, text).map((table) => ["psql", ...placesIn(text, ["postgres", "postgresql"]), "-c", `DELETE FROM ${table}`])) },
  { when: /\bdocker\b/, lines: (text) => all(/\b(containers|images|volumes|networks|system)\.prune\s?\(/g, text).map((what) => ["docker", what.replace(/s$/, ""), "prune", "--all", "--force"]) },
  { when: /\bredis\b/i, lines: redis },
  { when: /\bmongo/i, lines: (text) => (DROPS_STORE.test(text) ? [["mongosh", ...placesIn(text, ["mongodb", "mongodb+srv"]), "--eval", "db.dropDatabase()"]] : []) },
  { when: /elasticsearch|opensearch/i, lines: (text) => (/\bindices\.delete\s?\(|\bdelete_?by_?query\s?\(/i.test(text) ? [["curl", "-X", "DELETE", `${/https?:\/\/[\w.:-]{1,200}/.exec(text)?.[0] ?? "http://localhost:9200"}/an-index`]] : []) },
]; // prettier-ignore

export function serviceCommandsIn(text: string): string[] {
  if (!CLOUDS.test(text)) return [];
  return READERS.flatMap(({ when, lines }) => (when.test(text) ? lines(text) : [])).map(asCommand);
}
