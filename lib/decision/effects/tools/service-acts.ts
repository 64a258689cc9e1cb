import { delicacyOf } from "../../credential-paths";
import { clip } from "../clip";
import { poisonIn } from "../guard/poison";
import { isProduction } from "../phrases";
import { add, type Scene } from "../scene";
import { takesHost } from "../written/services";
import { drivesBrowser } from "./browser-tools";
import { type InputString, pathIn } from "./input-strings";
import { serviceRights } from "./service-rights";
import { statesSecret } from "./stated-secrets";
import { carriesSecret } from "./address-cargo";
import { sendsSecret } from "./web-tools";

/** A call of a service by its name in words, with all that it is given. */
export type ServiceCall = { server: string; verb: string; strings: readonly InputString[] };

const READS = /(?:^|_)(?:get|list|read|search|find|query|describe|show|view|lookup|count|check|fetch)(?:_|$)/;
const CHANGES =
  /(?:^|_)(?:add|append|create|update|set|put|patch|edit|write|save|store|remember|toggle|enable|disable|turn|archive|delete|insert|upsert|apply|replace|grant|share|modify|change)(?:_|$)/;

/** Acts of services that show in what they are given more than in their names. */
export function serviceActs(call: ServiceCall, scene: Scene): void {
  if (isLook(call.verb)) return;
  remembers(call, scene);
  tellsOthers(call, scene);
  opens(call, scene);
  flips(call, scene);
  merges(call, scene);
  starts(call, scene);
  serviceRights(call, scene);
}

/** Of several verbs in a name the first one is meant: `get_shared_files` looks, `share_view` does not. */
function isLook(verb: string): boolean {
  const reads = verb.search(READS);
  const acts = [CHANGES, TELLS].map((pattern) => verb.search(pattern)).filter((at) => at !== -1);
  return reads !== -1 && acts.every((at) => reads < at);
}

const span = ({ text }: InputString) => ({ start: 0, end: text.length });

const MEMORY = /(?:^|[_-])(?:memory|memories|mem0|remember|knowledge[_-]?graph|zep|letta)(?:[_-]|$)/i;

/** What is remembered is read as instructions by every later session. */
function remembers({ server, verb, strings }: ServiceCall, scene: Scene): void {
  if (!MEMORY.test(server) && !MEMORY.test(verb)) return;
  for (const { field, text } of strings) {
    const poison = poisonIn(text, { trust: scene.trust, standing: true });
    if (poison === null) continue;
    scene.field = field;
    add(scene, "guard-change", "command", server, poison, `makes later sessions believe what ${poison.note}`, { what: "instructions", poisoned: true }); // prettier-ignore
  }
}

const TELLS = /(?:^|_)(?:send|post|push|reply|comment|share|publish|email|mail|message|attach|upload|draft|notify|paste|tweet|announce)(?:_|$)/; // prettier-ignore
const PAPERS = /(?:^|_)(?:gists?|pastes?|snippets?|issues?|comments?|pages?|tickets?|messages?|notes?|documents?|docs?|discussions?|pull_requests?|reviews?|cards?|posts?|stories|wiki|release|files?)(?:_|$)/; // prettier-ignore
/** On this machine, or made to keep secrets. */
const KEEPS_HERE = /filesystem|shell|terminal|sqlite|postgres|mysql|redis|docker|desktop|editor|serena|(?:^|[_-])(?:fs|ide|git)$|vault|1password|onepassword|bitwarden|doppler|infisical|secret/i; // prettier-ignore
const ATTACHED = /^(?:attachments?|attach|media|files?|images?|file_?paths?|paths?)$/;
const OPEN_PAPER = /(?:^|_)(?:gist|paste|pastebin|snippet)(?:_|$)/;

function tellsOthers({ server, verb, strings }: ServiceCall, scene: Scene): void {
  const isPaper = CHANGES.test(verb) && PAPERS.test(verb);
  if (KEEPS_HERE.test(server) || drivesBrowser(server, verb) || !(TELLS.test(verb) || isPaper)) return;
  for (const string of strings) {
    const { field, name, text } = string;
    scene.field = field;
    if (!carriesSecret(text) && statesSecret(text)) sendsSecret(server, "a secret", text, scene, { to: "unknown", via: "mcp" }); // prettier-ignore
    const path = ATTACHED.test(name) ? pathIn(text, scene) : null;
    if (path !== null && delicacyOf(path, scene.home) !== null)
      sendsSecret(server, path, text, scene, { to: "unknown", via: "mcp" });
  }
  if (!OPEN_PAPER.test(verb) || !(scene.action.input.public === true || /paste/.test(`${server}_${verb}`))) return;
  scene.field = "";
  add(scene, "external-write", "command", verb, { start: 0, end: 0 }, `${server}: puts text where anybody reads it`, { what: "mcp-publish" }); // prettier-ignore
}

const SHARES = /(?:^|_)(?:share|sharing|permissions?|acl|polic(?:y|ies)|visibility|access|public|iam|grant|bucket|publish)(?:_|$)/; // prettier-ignore
const AUDIENCE = /^(?:type|scope|entity|visibility|acl|access|access_?level|general_?access|link_?access|share_?with|audience|members?|principals?|grantee|sharing)$/; // prettier-ignore
const EVERYBODY =
  /^(?:anyone|anyone_?with_?(?:the_?)?link|anonymous|public|public-read(?:-write)?|allusers|allauthenticatedusers|everyone|world|\*)$/i;

function opens({ server, verb, strings }: ServiceCall, scene: Scene): void {
  for (const string of strings) {
    const isShared = AUDIENCE.test(string.name) && EVERYBODY.test(string.text.trim()) && (SHARES.test(verb) || /^(?:visibility|acl)$/.test(string.name)); // prettier-ignore
    if (!isShared) continue;
    scene.field = string.field;
    const note = `${server}: lets everybody in`;
    add(scene, "cloud-change", "command", verb, span(string), note, { act: "expose", what: "lets everybody in", text: clip(`${verb} ${string.text}`), production: false }); // prettier-ignore
  }
  if (!isMadePublic(verb, scene.action.input)) return;
  scene.field = "";
  add(scene, "cloud-change", "command", verb, { start: 0, end: 0 }, `${server}: makes a repository public`, { act: "expose", what: "makes a repository public", text: clip(verb), production: false }); // prettier-ignore
}

/** A repository that is no longer, or never was, private. */
const isMadePublic = (verb: string, input: Readonly<Record<string, unknown>>): boolean =>
  input.private === false && /(?:^|_)(?:repo|repository|project)(?:_|$)/.test(verb);

const FLAGS = /launch_?darkly|unleash|statsig|growthbook|configcat|flagsmith|optimizely|flipt|devcycle|split_?io|remote_?config|app_?config/i; // prettier-ignore
const FLAG_VERB = /(?:^|_)(?:feature_?flags?|flags?|feature_toggles?|toggles?|remote_config|kill_?switch)(?:_|$)/;

function flips({ server, verb, strings }: ServiceCall, scene: Scene): void {
  if (!CHANGES.test(verb) || !(FLAG_VERB.test(verb) || FLAGS.test(server))) return;
  const production = strings.some(({ text }) => text.length < 200 && isProduction(text));
  scene.field = "";
  add(scene, "cloud-change", "command", verb, { start: 0, end: 0 }, `${server}: changes a feature flag`, { act: "feature-flag", what: "changes a feature flag", text: clip(`${server} ${verb}`), production }); // prettier-ignore
}

const OVERRIDES =
  /^(?:admin|admin_?override|override|bypass\w*|force|skip_?(?:checks|reviews?|approvals?)|ignore_?(?:checks|rules)|override_\w+)$/i;

/** A merge that leaves aside what a forge would hold it up for. */
function merges({ server, verb }: ServiceCall, scene: Scene): void {
  if (!/(?:^|_)merge(?:_|$)/.test(verb)) return;
  const [override] = Object.entries(scene.action.input).find(([key, value]) => value === true && OVERRIDES.test(key)) ?? []; // prettier-ignore
  if (override === undefined) return;
  scene.field = "";
  add(scene, "review-change", "command", verb, { start: 0, end: 0 }, `${server}: merges past what holds it up (${clip(override)})`, { act: "merge", what: "merges past review", text: clip(verb) }); // prettier-ignore
}

/** Bots obey what is written to them; manifests that own their nodes. */
const ORDERS_BOT = /^[^\S\n]*(?:@[\w-]+\s+)?(?:[/!](?:deploy|ship|release|promote|rollback|roll-back|apply|merge|approve|lgtm|retest-required|override|shipit)\b|atlantis (?:apply|unlock)\b|bors (?:r\+|merge))/im; // prettier-ignore
const CLUSTER = /kube|k8s|helm|openshift|argocd/i;

function starts({ server, verb, strings }: ServiceCall, scene: Scene): void {
  const writes = TELLS.test(verb) || (CHANGES.test(verb) && PAPERS.test(verb));
  for (const string of strings) {
    scene.field = string.field;
    if (writes && ORDERS_BOT.test(string.text))
      add(scene, "review-change", "command", verb, span(string), `${server}: gives a bot an order`, { act: "chatops", what: "gives a bot an order", text: clip(string.text) }); // prettier-ignore
    if (CLUSTER.test(server) && /(?:^|_)(?:apply|create|replace|patch|run|install)(?:_|$)/.test(verb) && takesHost(string.text))
      add(scene, "system-change", "command", verb, span(string), `${server}: gives a workload the rights of its node`, { act: "escape", what: "gives a workload the rights of its node", text: "", production: false, where: "here" }); // prettier-ignore
  }
} // prettier-ignore
