import { delicacyOf } from "../../credential-paths";
import { MAX_PATH_LENGTH } from "../../input-shape";
import { inputText } from "../../input-text";
import { isInProject } from "../../protected-paths";
import { readShell } from "../../shell/read";
import type { Opaque } from "../../types";
import { clip } from "../clip";
import { cannotRead, moveEvidence } from "../code/code-scripts";
import { readEmbedded } from "../code/embedded";
import { writePath } from "../files/writing";
import { isTrustedRemote } from "../git/git-remotes";
import { catchesCall, destinationOfUrl, hostOf, isCatcher, isOurs, webUrl } from "../network/destinations";
import { asksMetadata } from "../network/sending";
import { add, type Scene } from "../scene";
import { writtenText } from "../written/written";
import { carriesSecret } from "./address-cargo";
import { browserArgument, browserWay, drivesBrowser, pressed } from "./browser-tools";
import { inputStrings, objectOf, pathIn, type InputString } from "./input-strings";
import { mirrored } from "./mirrored-cli";
import { isTerminal, keepsSecrets, worksHere } from "./server-kinds";
import { serviceActs, type ServiceCall } from "./service-acts";
import { statesSecret } from "./stated-secrets";
import { isView, showsSecret, withoutNouns } from "./service-book";
import { sendsSecret } from "./web-tools";

const READING_VERB =
  /(?:^|_)(?:get|list|read|search|find|fetch|query|describe|show|view|lookup|count|check|status|resolve|explain|analy[sz]e|browse|screenshot|snapshot|navigate|wait|hover|ping|help|docs?)(?:_|$)/;
const DELETING_VERB =
  /(?:^|_)(?:delete|drop|destroy|remove|purge|truncate|wipe|terminate|revoke|uninstall|reset|flush|flush_?(?:all|db))(?:_|$)/;
const PUBLISHING_VERB =
  /(?:^|_)(?:merge(?!_requests?(?:_|$))|approve|publish|deploy|release|promote|rollback|pay|transfer|refund|charge|purchase|invite|grant|send_(?:email|mail|money|payment))(?:_|$)/;
const SENDING_VERB = /(?:^|_)(?:send|email|mail|post|share|attach|publish|forward|upload_to|message|reply)(?:_|$)/;
const WRITING_VERB = /write|edit|create|move|copy|rename|append|save|upload/;

/** Puts files into a repository elsewhere, where they act as they would here. */
const PUSHES = /(?:^|_)push_files?(?:_|$)/;

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
  posted(strings, scene);
  const written = WRITING_VERB.test(name) || PUSHES.test(name) ? writtenBy(strings, scene) : [];
  const opaque = readEmbedded(types(server, name) ? strings.map(asTyped) : strings, name, scene);
  const line = mirrored(server, name, input, strings);
  const call: ServiceCall = { server, verb: withoutNouns(name), strings };
  const read = line === null ? [] : readLine(line, scene);
  if (line === null) act(call, scene);
  serviceActs(call, scene);
  return [...written, ...opaque, ...read];
}

const TYPES = /(?:^|_)(?:send_keys|send_input|write_stdin|interact_with_process|write_to_terminal)(?:_|$)/;
const types = (server: string, verb: string): boolean => (isTerminal(server) && !/file/.test(verb)) || TYPES.test(verb);
/** Keys for a terminal are a command line. */
const asTyped = (string: InputString): InputString =>
  /^(?:keys?|input|text|data|content|line)$/.test(string.name) ? { ...string, name: "command" } : string;

/** The command line that the call stands for. It is put together: no part of the input shows it by itself. */
function readLine(line: string, scene: Scene): Opaque[] {
  const { git, cwd, input } = scene.action;
  const before = scene.effects.length;
  const place = inputText({ input }, "repo_path") ?? inputText({ input }, "cwd") ?? cwd;
  const reading = readShell(line, {
    cwd: pathIn(place, scene) ?? cwd,
    home: scene.home,
    gitRoot: git?.root ?? null,
    gitBranch: git?.branch ?? null,
  });
  const evidence = { field: "", start: 0, end: 0 };
  scene.addReading(reading, scene);
  moveEvidence(before, evidence, scene);
  return reading.opaque.map((one) => ({ ...one, evidence: { ...one.evidence, ...evidence } }));
}

const TEXT_FIELD = /^(?:contents?|text|file_?text|new_?(?:text|str|string|content|value)|insert_?text|data|body)$/;

/** What a call writes into the files that it names, each with the texts beside its name. */
function writtenBy(strings: readonly InputString[], scene: Scene): Opaque[] {
  const parts = strings.filter(({ name }) => TEXT_FIELD.test(name));
  const named = strings.filter(({ name, text }) => PATH_FIELD.test(name) && text.length <= MAX_PATH_LENGTH);
  const within = named.filter(({ field }) => /\.\d+\.\w+$/.test(field));
  if (within.length > MAX_FILES)
    cannotRead("The call writes more files than can be looked at.", { start: 0, end: 0 }, scene);
  return (within.length > 0 ? within.slice(0, MAX_FILES) : named.slice(0, 1)).flatMap(({ field, text }) => {
    const beside = within.length > 0 ? field.slice(0, field.lastIndexOf(".") + 1) : "";
    const path = pathIn(text, scene);
    if (path === null) return [];
    const own = parts.filter((part) => part.field.startsWith(beside));
    return writtenText(path, scene, own.map((part) => ({ field: part.field, before: null, after: part.text }))); // prettier-ignore
  });
}
const MAX_FILES = 200;

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

const BODY_FIELD = /^(?:body|data|payload|json|form|content|variables)$/;

/** A request whose body holds what somebody signs in with. */
function posted(strings: readonly InputString[], scene: Scene): void {
  const url = strings.find(({ name, text }) => URL_FIELD.test(name) && webUrl(text) !== null)?.text;
  if (url === undefined || isOurs(destinationOfUrl(url, scene.trust))) return;
  for (const { field, name, text } of strings) {
    if (!BODY_FIELD.test(name) || carriesSecret(text) || !statesSecret(text)) continue;
    scene.field = field;
    sendsSecret(hostOf(url) ?? "", "a secret", text, scene, { to: destinationOfUrl(url, scene.trust), via: "mcp" });
  }
}

function namedUrl(text: string, scene: Scene): void {
  const url = webUrl(text);
  const host = hostOf(text) ?? "";
  asksMetadata(host, text, { start: 0, end: text.length }, scene);
  if (/^file:/i.test(text)) return namedPath(text, "", "read", scene);
  if (url === null ? isCatcher(host) : catchesCall(url))
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
function act({ server, verb: name, strings }: ServiceCall, scene: Scene): void {
  scene.field = "";
  const span = { start: 0, end: 0 };
  const object = objectOf(strings, scene.action.input) ?? name;
  if (browserWay(server, name) === "shortcut")
    add(scene, "external-write", "command", name, span, `${server}: runs a shortcut`, { what: "browser-shortcut" });
  if (DELETING_VERB.test(name)) {
    if (worksHere(server) || isView.test(name) || (!WHOLE_FILE.test(name) && namesOwnFile(strings, scene))) return;
    add(scene, "external-write", "command", object, span, `${server}: deletes something`, { what: "mcp-delete", sort: sortIn(name), text: clip(`${name} ${object}`) }); // prettier-ignore
    return;
  }
  if (showsSecret(name, keepsSecrets(server)))
    add(scene, "credential-read", "command", object, span, `${server}: shows a secret`, { how: "print", delicacy: "store" }); // prettier-ignore
  if (INFRASTRUCTURE.test(server) && /(?:^|_)(?:apply|up|upgrade|rollout|scale|exec)(?:_|$)/.test(name))
    add(scene, "infrastructure-change", "command", name, span, `${server}: changes infrastructure`, { act: "apply", what: "changes infrastructure", text: name, production: false }); // prettier-ignore
  const publishes = name.search(PUBLISHING_VERB);
  const reads = name.search(READING_VERB);
  if (publishes !== -1 && (reads === -1 || publishes < reads))
    add(scene, "external-write", "command", object, span, `${server}: acts towards other people`, { what: "mcp-publish", text: clip(`${name} ${object}`) }); // prettier-ignore
}

/** What the last word of a name says is meant: `delete_comment`. */
const sortIn = (name: string): string => /_([a-z]{3,30}?)s?$/.exec(name)?.[1] ?? "";

const WHOLE_FILE = /(?:files?|director(?:y|ies)|folders?|paths?)$/;
/** A part of a file of the project, named in full: what is done to it is an edit. */
const namesOwnFile = (strings: readonly InputString[], scene: Scene): boolean =>
  strings.some(({ name, text }) => PATH_FIELD.test(name) && text.startsWith("/") && isInProject(pathIn(text, scene) ?? "/", scene.roots)); // prettier-ignore

const snake = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .toLowerCase();
