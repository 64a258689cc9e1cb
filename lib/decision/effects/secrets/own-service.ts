import type { SimpleCommand } from "../../shell/types";
import type { TrustLookup } from "../../types";
import { hasFlag, operands } from "../arguments";
import { destinationOf, hostOf } from "../network/destinations";
import type { Scene } from "../scene";

/** Hosts run by whoever issued what a program prints: a token shown there is shown to nobody new. Only whole services, none where customers answer. */
const ISSUERS: Readonly<Record<string, RegExp>> = {
  gh: /^(?:(?:api\.|uploads\.)?github\.com|ghcr\.io|(?:npm|maven|nuget|rubygems|docker)\.pkg\.github\.com)$/,
  glab: /^(?:registry\.)?gitlab\.com$/,
  gcloud: /^(?:[\w-]+\.googleapis\.com|(?:[\w-]+\.)?gcr\.io|[\w-]+-(?:docker|npm|python|maven)\.pkg\.dev)$/,
  aws: /^(?:public\.ecr\.aws|\d+\.dkr\.ecr(?:-fips)?\.[\w-]+\.amazonaws\.com(?:\.cn)?)$/,
  az: /^(?:management\.azure\.com|graph\.microsoft\.com|dev\.azure\.com|[\w-]+\.azurecr\.io|[\w-]+\.vault\.azure\.net)$/,
  doctl: /^(?:api|registry)\.digitalocean\.com$/,
  heroku: /^(?:api|registry)\.heroku\.com$/,
  fly: /^(?:api\.machines\.dev|registry\.fly\.io)$/,
  flyctl: /^(?:api\.machines\.dev|registry\.fly\.io)$/,
};

/** Whether a host belongs to the service whose credential a program printed. `printer`: its name, and more behind a blank. */
export function isIssuer(printer: string, host: string | null): boolean {
  const name = printer.split(" ")[0] as string;
  return host !== null && Object.hasOwn(ISSUERS, name) && (ISSUERS[name] as RegExp).test(host);
}

const ENGINES = new Set(["docker", "podman", "nerdctl", "buildah", "skopeo", "helm", "oras", "crane", "regctl"]);
const LOGIN_VALUES = ["-u", "--username", "-p", "--password", "--config", "--authfile", "-c", "--context"];

/** The registry that a call logs in to; null for any other call. */
function registryOf(command: SimpleCommand): string | null {
  if (!ENGINES.has(command.name)) return null;
  const words = operands(command, LOGIN_VALUES).map(({ value }) => value);
  const at = words.indexOf("login");
  if (at === -1 || words.slice(0, at).some((word) => !/^(?:registry|auth)$/.test(word))) return null;
  return hostOf(words[at + 1] ?? "docker.io");
}

/** Whose token a variable holds, where its name says so. */
const HOLDERS: readonly (readonly [names: RegExp, printer: string])[] = [
  [/^(?:GITHUB|GH|GHCR)_|^CR_PAT$/, "gh"],
  [/^(?:GITLAB|CI_JOB)_/, "glab"],
  [/^(?:AWS|ECR)_/, "aws"],
  [/^(?:GCP|GCR|GCLOUD|GOOGLE)_/, "gcloud"],
  [/^(?:AZURE|ACR|ARM)_/, "az"],
];

/** Named for registries, without saying which. */
const FOR_REGISTRIES = /^(?:DOCKER|DOCKERHUB|(?:CONTAINER_)?REGISTRY)_/;
const DOCKER_HUB = /^(?:(?:index|registry-1|registry\.hub)\.)?docker\.(?:io|com)$/;

/**
 * Whether a login reads the value of a variable from standard input, where nobody sees it, at a service whose it can be. Null where the
 * variable's name does not say whose it is.
 */
export function takesPassword(command: SimpleCommand, variable: string, trust: TrustLookup): boolean | null {
  const holder = HOLDERS.find(([names]) => names.test(variable))?.[1];
  const registry = registryOf(command);
  if (registry !== null) {
    if (!hasFlag(command, "--password-stdin")) return false;
    if (holder !== undefined) return isIssuer(holder, registry);
    if (FOR_REGISTRIES.test(variable) && (DOCKER_HUB.test(registry) || trust.domain(registry))) return true;
    return destinationOf(registry, trust) === "unknown" ? null : false;
  }
  const [verb, second] = command.args;
  return holder === command.name && verb?.value === "auth" && second?.value === "login" && hasFlag(command, "--with-token", "--stdin") && !hasFlag(command, "-h", "--hostname"); // prettier-ignore
}

/** What becomes of a credential that a program prints: all of it goes to its own service, or only names and counts come out. */
export function staysWithIssuer(printer: SimpleCommand, { reading }: Scene): boolean {
  const takers = reading.commands.filter(({ name, stdin, args }) => name !== "" && (stdin.from.includes(printer) || args.some(({ from }) => from.includes(printer)))); // prettier-ignore
  return takers.length > 0 && takers.every((taker) => isUseWithIssuer(taker, printer) || letsNamesThrough(taker, printer)); // prettier-ignore
}

function isUseWithIssuer(taker: SimpleCommand, printer: SimpleCommand): boolean {
  if (taker.stdin.from.includes(printer))
    return hasFlag(taker, "--password-stdin") && isIssuer(printer.name, registryOf(taker));
  if (taker.name !== "curl") return isIssuer(printer.name, registryOf(taker));
  // Only in a header, and no look at what is sent.
  const carriers = taker.args.flatMap(({ from }, i) => (from.includes(printer) ? [i] : []));
  return (
    carriers.every((i) => /^(?:-\w*[Hu]|--header|--user|--oauth2-bearer)$/.test(taker.args[i - 1]?.value ?? "")) &&
    !hasFlag(taker, "-v", "--verbose", "--trace", "--trace-ascii", "-K", "--config", "-x", "--proxy") &&
    taker.args.filter(({ value }) => /^https?:\/\//i.test(value)).every(({ value }) => isIssuer(printer.name, hostOf(value))) // prettier-ignore
  );
}

/** `kubectl get secret x -o json | jq '.data | keys'`. Not the keys of a value: jq's complaint that there are none shows it. */
function letsNamesThrough({ name, stdin, args }: SimpleCommand, printer: SimpleCommand): boolean {
  if (!stdin.from.includes(printer)) return false;
  if (name === "wc") return true;
  const filter = args.find(({ value }) => !value.startsWith("-"));
  return name === "jq" && filter?.unknownAt === -1 && JQ_NAMES.test(filter.value);
}

const JQ_NAMES =
  /^\s*(?:\.(?:items(?:\[\d*\])?(?:\.data)?|data(?:\.data)?)?\s*\|\s*)?(?:keys|keys_unsorted|length)(?:\[\]|\s*\|\s*(?:length|\.\[\]))?\s*$/;
