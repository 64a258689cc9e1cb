import { delicacyOf } from "../../credential-paths";
import { MAX_PATH_LENGTH } from "../../input-shape";
import type { Opaque } from "../../types";
import { clip } from "../clip";
import { browserArgument, browserWay, drivesBrowser, pressed } from "./browser-tools";
import { destinationOfUrl, hostOf, isCatcher } from "../network/destinations";
import { asksMetadata } from "../network/sending";
import { readEmbedded } from "../code/embedded";
import { isTrustedRemote } from "../git/git-remotes";
import { inputStrings, pathIn, type InputString } from "./input-strings";
import { serviceActs } from "./service-acts";
import { add, type Scene } from "../scene";
import { carriesSecret, sendsSecret } from "./web-tools";
import { writePath } from "../files/writing";
import { writtenText } from "../written/written";

const READING_VERB =
  /(?:^|_)(?:get|list|read|search|find|fetch|query|describe|show|view|lookup|count|check|status|resolve|explain|analy[sz]e|browse|screenshot|snapshot|navigate|wait|hover|ping|help|docs?)(?:_|$)/;
const DELETING_VERB =
  /(?:^|_)(?:delete|drop|destroy|remove|purge|truncate|wipe|terminate|revoke|uninstall|reset|flush|flush_?(?:all|db))(?:_|$)/;
const PUBLISHING_VERB =
  /(?:^|_)(?:merge(?!_requests?(?:_|$))|approve|publish|deploy|release|promote|rollback|pay|transfer|refund|charge|purchase|invite|grant|send_(?:email|mail|money|payment))(?:_|$)/;
const SENDING_VERB = /(?:^|_)(?:send|email|mail|post|share|attach|publish|forward|upload_to|message|reply)(?:_|$)/;
const WRITING_VERB = /write|edit|create|move|copy|rename|append|save|upload/;

const INFRASTRUCTURE = /terraform|tofu|pulumi|kube|k8s|helm|cloudformation|argocd/i;

const PATH_FIELD = /^(?:paths?|files?|file_?paths?|file_?names?|uris?|sources?|destinations?|director(?:y|ies))$/;
const URL_FIELD = /^(?:ur[il]s?|endpoint|href|address)$/;
const REMOTE_FIELD = /^(?:remote|repo(?:sitory)?_?url)$/;

/** A call to a program beside the client is judged by the verb in its name and by what its arguments hold. */
export function externalCall(scene: Scene): Opaque[] {
  const { tool, input } = scene.action;
  const [, mcp, ...rest] = tool.split("__");
  const server = tool.startsWith("mcp__") ? (mcp ?? "") : tool;
  const name = snake((rest.length > 0 ? rest.join("_") : tool).slice(0, 200));
  const strings = inputStrings(input);
  if (strings === null) {
    const reason = "The call holds more than can be read through.";
    return [{ reason, evidence: { field: "", start: 0, end: 0, note: reason } }];
  }
  for (const string of strings) argument(string, server, name, scene);
  const written = WRITING_VERB.test(name) ? writtenBy(strings, scene) : [];
  const opaque = readEmbedded(strings, name, scene);
  act(server, name, scene);
  serviceActs({ server, verb: name, strings }, scene);
  return [...written, ...opaque];
}

const TEXT_FIELD = /^(?:contents?|text|file_?text|new_?(?:text|str|string|content|value)|insert_?text|data|body)$/;

/** What a call writes into the file that it names. */
function writtenBy(strings: readonly InputString[], scene: Scene): Opaque[] {
  const named = strings.find(({ name, text }) => PATH_FIELD.test(name) && text.length <= MAX_PATH_LENGTH);
  const path = named === undefined ? null : pathIn(named.text, scene);
  if (path === null) return [];
  const parts = strings.filter(({ name }) => TEXT_FIELD.test(name));
  return writtenText(path, scene, parts.map(({ field, text }) => ({ field, before: null, after: text }))); // prettier-ignore
}

function argument({ field, name, text }: InputString, server: string, verb: string, scene: Scene): void {
  scene.field = field;
  const span = { start: 0, end: text.length };
  const way = browserWay(server, verb);
  if (way !== null) browserArgument({ field, name, text }, way, scene);
  else if (carriesSecret(text)) sendsSecret(server, "a secret", text, scene, { to: "unknown", via: "mcp" });
  if (drivesBrowser(server, verb)) pressed({ field, name, text }, verb, scene);
  if (PATH_FIELD.test(name)) namedPath(text, server, verb, scene);
  if (URL_FIELD.test(name)) namedUrl(text, scene);
  if (REMOTE_FIELD.test(name) && !isTrustedRemote(text, scene))
    add(scene, "git-remote-change", "remote", text, span, `uses ${clip(text)}`, {
      verb: "mcp",
      name: field,
      trusted: false,
    });
}

function namedUrl(text: string, scene: Scene): void {
  const host = hostOf(text) ?? "";
  asksMetadata(host, text, { start: 0, end: text.length }, scene);
  if (/^file:/i.test(text)) return namedPath(text, "", "read", scene);
  if (isCatcher(host))
    add(scene, "fetch", "url", text, { start: 0, end: text.length }, `calls ${clip(text)}`, { to: destinationOfUrl(text, scene.trust), method: "GET", catcher: true }); // prettier-ignore
}

function namedPath(text: string, server: string, verb: string, scene: Scene): void {
  const span = { start: 0, end: text.length };
  const path = pathIn(text, scene);
  if (path === null) return;
  const delicacy = delicacyOf(path, scene.home);
  if (delicacy !== null && SENDING_VERB.test(verb))
    sendsSecret(server, path, text, scene, { to: "unknown", via: "mcp" });
  if (delicacy === "store")
    add(scene, "credential-read", "path", path, span, `reads ${path}`, { how: "read", delicacy: "store" });
  if (WRITING_VERB.test(verb)) writePath(path, span, scene, "mcp", false);
}

/** Of reading and publishing, the word that comes first is the verb: `get_release` reads, `publish_docs` does not. */
function act(server: string, name: string, scene: Scene): void {
  scene.field = "";
  const span = { start: 0, end: 0 };
  if (browserWay(server, name) === "shortcut")
    add(scene, "external-write", "command", name, span, `${server}: runs a shortcut`, { what: "browser-shortcut" });
  if (DELETING_VERB.test(name)) {
    add(scene, "external-write", "command", name, span, `${server}: deletes something`, { what: "mcp-delete" });
    return;
  }
  if (INFRASTRUCTURE.test(server) && /(?:^|_)(?:apply|up|upgrade|rollout|scale|exec)(?:_|$)/.test(name))
    add(scene, "infrastructure-change", "command", name, span, `${server}: changes infrastructure`, { act: "apply", what: "changes infrastructure", text: name, production: false }); // prettier-ignore
  const publishes = name.search(PUBLISHING_VERB);
  const reads = name.search(READING_VERB);
  if (publishes !== -1 && (reads === -1 || publishes < reads))
    add(scene, "external-write", "command", name, span, `${server}: acts towards other people`, {
      what: "mcp-publish",
    });
}

const snake = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .toLowerCase();
