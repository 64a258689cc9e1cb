import { quoted } from "../code/code-text";
import type { InputString } from "./input-strings";
import { holdsFiles, worksHere } from "./server-kinds";

/** A tool that stands for a command of a program: which one, and from what of its input the rest of the line is made. */
type Mirror = {
  server: RegExp | ((server: string) => boolean);
  verb: RegExp;
  /** Program and subcommand; what the verb's pattern names can be used. */
  line: (groups: Readonly<Record<string, string | undefined>>) => string;
  /** Fields whose values are operands, in this order. */
  operands?: readonly RegExp[];
  /** Other fields become flags of these names. */
  flags?: Readonly<Record<string, string>>;
};

const NAMED = [/^(?:name|\w*_?name|id|\w*_?id|container|node|pod|image|volume|application|app)$/];
const DOCKER = /(?:^|[_-])(?:docker|podman)(?:[_-]|$)/i;
const CLUSTER = /(?:^|[_-])(?:kube\w*|k8s|openshift)(?:[_-]|$)/i;
const GIT = /^(?:mcp[_-])?git(?:[_-](?:mcp|server|local))*$/i;
const HOST_FLAGS = { volumes: "--volume", volume: "--volume", mounts: "--volume", binds: "--volume", privileged: "--privileged", network: "--network", network_mode: "--network", pid: "--pid", pid_mode: "--pid", cap_add: "--cap-add", devices: "--device", user: "--user" }; // prettier-ignore
const CLUSTER_FLAGS = { namespace: "--namespace", context: "--context", replicas: "--replicas", output: "--output", all_namespaces: "--all-namespaces" }; // prettier-ignore

/** Read as the program's own command lines would be: one book for both. */
const MIRRORS: readonly Mirror[] = [
  { server: DOCKER, verb: /^(?:docker_)?(?:(?:run|create)_container|container_(?:run|create)|run)$/, line: () => "docker run", operands: [/^image$/], flags: HOST_FLAGS },
  { server: DOCKER, verb: /^(?:docker_)?(?:(?:remove|delete|rm)_container|container_(?:remove|delete|rm))$/, line: () => "docker rm", operands: NAMED, flags: { force: "--force", v: "--volumes", volumes: "--volumes", remove_volumes: "--volumes" } },
  { server: DOCKER, verb: /^(?:docker_)?(?:(?:remove|delete|rm)_(?<what>image|network|volume)|(?<noun>image|network|volume)_(?:remove|delete|rm))$/, line: ({ what, noun }) => `docker ${what ?? noun} rm`, operands: NAMED, flags: { force: "--force" } },
  { server: CLUSTER, verb: /^(?:kubectl_)?(?<act>drain|cordon|uncordon|taint)(?:_nodes?)?$/, line: ({ act }) => `kubectl ${act}`, operands: NAMED, flags: CLUSTER_FLAGS },
  { server: CLUSTER, verb: /^(?:kubectl_)?(?:scale|scale_(?<what>deployment|statefulset|replicaset))$/, line: ({ what }) => `kubectl scale ${what ?? ""}`, operands: [/^(?:resource_?type|kind)$/, /^name$/], flags: CLUSTER_FLAGS },
  { server: CLUSTER, verb: /^(?:kubectl_)?(?<act>get|describe)(?:_resources?|_(?<what>secrets?))?$/, line: ({ act, what }) => `kubectl ${act} ${what ?? ""}`, operands: [/^(?:resource_?type|kind|resource)$/, /^name$/], flags: CLUSTER_FLAGS },
  { server: GIT, verb: /^(?:git_)?(?<act>reset|clean|push|branch|checkout|stash|rebase|tag|restore)$/, line: ({ act }) => `git ${act}`, operands: [/^remote$/, /^(?:ref|refs?pec|target|commit|revision|branch|branch_?name)$/, /^(?:files?|paths?)$/], flags: { force: "--force", hard: "--hard", mode: "--", delete: "--delete", mirror: "--mirror" } },
  { server: (server) => holdsFiles(server) || worksHere(server), verb: /^(?:delete|remove|unlink|rm)_(?:files?|director(?:y|ies)|folders?|paths?|items?|entry)$/, line: () => "rm -rf", operands: [/^(?:paths?|files?|file_?path|relative_?path|director(?:y|ies)|source)$/] },
  { server: /(?:^|[_-])argo_?cd(?:[_-]|$)/i, verb: /^(?:sync|rollback)_(?:application|app)$/, line: () => "argocd app sync", operands: NAMED },
  { server: /(?:^|[_-])vault(?:[_-]|$)/i, verb: /^(?:read|get)_(?:secret|kv|data)$|^kv_(?:get|read)$/, line: () => "vault kv get", operands: [/^(?:path|name|key)$/] },
]; // prettier-ignore

/** Tools that take a whole command of one program apart: service, operation, list of words. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[_-])aws(?:[_-]|$)/i, "aws"], [/(?:^|[_-])(?:azure|az)(?:[_-]|$)/i, "az"], [/(?:^|[_-])(?:gcloud|gcp)(?:[_-]|$)/i, "gcloud"], [CLUSTER, "kubectl"], [/(?:^|[_-])helm(?:[_-]|$)/i, "helm"], [DOCKER, "docker"],
  [/(?:^|[_-])(?:terraform|tofu)(?:[_-]|$)/i, "terraform"], [/(?:^|[_-])(?:gh|github)(?:[_-]|$)/i, "gh"], [/(?:^|[_-])(?:glab|gitlab)(?:[_-]|$)/i, "glab"], [/(?:^|[_-])(?:doctl|digitalocean)(?:[_-]|$)/i, "doctl"], [GIT, "git"],
]; // prettier-ignore

const WORD = /^[\w.:/@-]{1,200}$/;

/** The command line that a call stands for; null where it stands for none that is known. */
export function mirrored(server: string, verb: string, input: Readonly<Record<string, unknown>>, strings: readonly InputString[]): string | null {
  const program = PROGRAMS.find(([pattern]) => pattern.test(server))?.[1];
  const inParts = program === undefined ? null : commandInParts(program, verb, input, strings);
  if (inParts !== null) return inParts;
  for (const { server: of, verb: pattern, line, operands = [], flags = {} } of MIRRORS) {
    const groups = (typeof of === "function" ? of(server) : of.test(server)) ? pattern.exec(verb) : null;
    if (groups === null) continue;
    const named = operands.flatMap((field) => strings.filter(({ name }) => field.test(name)));
    return [line(groups.groups ?? {}), ...Object.entries(flags).flatMap(([field, flag]) => flagsOf(flag, input[field] ?? input[camel(field)])), ...[...new Set(named.map(({ text }) => text))].map(quoted)].join(" ").replace(/ +/g, " "); // prettier-ignore
  }
  return null;
} // prettier-ignore

/** `{service: "ec2", operation: "terminate_instances"}`, `group {command: "delete"}`, `{args: ["projects", "delete", "x"]}`. */
function commandInParts(program: string, verb: string, input: Readonly<Record<string, unknown>>, strings: readonly InputString[]): string | null {
  const text = (...fields: string[]) => fields.map((field) => input[field]).find((one): one is string => typeof one === "string" && WORD.test(one)); // prettier-ignore
  const words = strings.filter(({ name, field }) => /^(?:args|argv|arguments)$/.test(name) && /\.\d+$/.test(field));
  if (words.length > 0 && input.command === undefined) {
    const given = words.map((one) => one.text);
    return [...(given[0] === program ? [] : [program]), ...given.map(quoted)].join(" ");
  }
  const rest = strings.filter(({ name }) => /^(?:name|\w*_?name|id|\w*_?ids?)$/.test(name) && !/^(?:service|operation)_?name$/.test(name));
  const flags = rest.flatMap(({ name, text: value }) => [`--${name.replaceAll("_", "-")}`, quoted(value)]);
  const operation = text("operation_name", "operation", "action", "operationName");
  const service = text("service_name", "service", "serviceName");
  if (service !== undefined && operation !== undefined) return [program, service, dashed(operation), ...flags].join(" ");
  const command = text("command");
  // `group {command: "delete"}`: the tool is the noun, and a command of one word the verb.
  if (program === "az" && command !== undefined && /^[a-z_-]+$/.test(command))
    return [program, verb.replace(/^(?:az|azure)_/, "").replaceAll("_", " "), ...command.split("_").map((one) => (one === "get" ? "show" : one)), ...flags].join(" ");
  return null;
} // prettier-ignore

const dashed = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** True is the flag alone, a list the flag for each, a record of mounts `from:to`. */
function flagsOf(flag: string, value: unknown): string[] {
  if (value === true) return [flag];
  if (typeof value === "string" || typeof value === "number") return flag === "--" ? [`--${String(value)}`].filter((one) => /^--\w+$/.test(one)) : [flag, quoted(String(value))]; // prettier-ignore
  if (Array.isArray(value)) return value.flatMap((one) => flagsOf(flag, isMount(one) ? mount(one) : one));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([from, to]) => [flag, quoted(`${from}:${bindOf(to)}`)]);
}

type Mount = { source?: unknown; target?: unknown };
const isMount = (one: unknown): one is Mount => one !== null && typeof one === "object" && "source" in one;
const mount = ({ source, target }: Mount): string => `${String(source)}:${String(target)}`;
const bindOf = (to: unknown): string =>
  to !== null && typeof to === "object" && "bind" in to ? String(to.bind) : String(to);
