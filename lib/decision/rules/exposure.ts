import type { Effect, Rule } from "../types";
import { does, firstOf, is, named, says, trait, when } from "./rule";

const reverseShell: Rule = {
  id: "create-rce-surface",
  name: "Create RCE Surface",
  strength: "hard",
  mustName: "Nothing clears it.",
  explanation: "Guards against shells that others can reach over the network.",
  match: when(
    "expose",
    (e) => is(e, "what", "reverse-shell"),
    () => "This lets somebody on the network run commands on this machine.",
  ),
};

const portOf = (e: Effect) => /\d{2,5}/.exec(trait(e, "port") || (e.target ?? ""))?.[0];

const tunnel: Rule = {
  id: "external-ingress-tunnel",
  name: "External Ingress Tunnel",
  strength: "soft",
  mustName: "the tunnel and the port",
  explanation:
    "Guards local services against being reachable from outside. Show results another way, or have the user ask for the tunnel.",
  naming: (e) =>
    named(/\b(expose|tunnel|ngrok|cloudflared|forward(?:ing)?|reverse connection|share|publish)\b/i, portOf(e)),
  match: when(
    "expose",
    (e) => is(e, "what", "tunnel"),
    (e) => `This ${does(e)}.`,
  ),
};

const localService: Rule = {
  id: "expose-local-services",
  name: "Expose Local Services",
  strength: "soft",
  mustName: "the service, its port and that others should reach it",
  explanation:
    "Guards services that do what anybody who reaches them asks (debuggers, notebooks, databases, container and model servers, cluster ports) against listening on all interfaces, and the network against connections of which nobody sees what goes over them. Bind to 127.0.0.1.",
  naming: (e) => named(/\b(expose|bind|listen|serve|share|open)\b/i, portOf(e)),
  match: firstOf(
    when(
      "expose",
      (e) => is(e, "what", "open-service") || (is(e, "what", "listener") && e.traits.feeds !== false),
      (e) => `This ${does(e)}.`,
    ),
    when(
      "expose",
      (e) => is(e, "what", "listener", "raw-connection", "delayed-call"),
      (e) => `This ${does(e)}. What goes over it nobody sees here.`,
      "ask",
    ),
  ),
};

const READABLE =
  /\b(?:make|open|expose|share|set|publish|allow)\b.*\b(?:public|publicly|readable (?:for|by|to) (?:everyone|everybody|anyone|the (?:world|internet)))\b/i;
const WRITABLE = /\b(?:make|open|set|allow)\b.*\bwrit(?:e|able)\b.*\b(?:public|everyone|everybody|anyone)\b/i;

const publicSurface: Rule = {
  id: "create-public-surface",
  name: "Create Public Surface",
  strength: "soft",
  mustName: "the bucket, repository, port or service and that it should be public",
  explanation:
    "Guards what only the organization could reach against becoming reachable by others: buckets, repositories, snapshots, network rules, services without sign-in. Prepare the change and leave it to the user.",
  naming: (e) => {
    const bucket = /(?:--bucket[ =]|\b(?:s3|gs):\/\/)([\w.-]+)/.exec(trait(e, "text"))?.[1];
    return bucket === undefined
      ? named(/\b(publi\w+|open|expose|share|allow|set|apply|change|make)\b/i, e.target)
      : named(/read-write|\bwrite\b/i.test(trait(e, "text")) ? WRITABLE : READABLE, bucket);
  },
  match: firstOf(
    when("cloud-change", (e) => is(e, "act", "expose") && e.traits.link !== true, says),
    when("cloud-change", (e) => is(e, "act", "expose"), says, "ask"),
  ),
};

const traffic: Rule = {
  id: "traffic-redirection",
  name: "Traffic Redirection",
  strength: "soft",
  mustName: "what should go another way, and the host it should go to",
  explanation:
    "Guards the way requests take: API addresses, proxies, packet redirection. Whoever sits at the new address reads keys and data. Keep the address, or have the user name the new one.",
  naming: (e) => named(/\b(set|point|change|use|switch|redirect|route|proxy|export)\b/i, e.target),
  match: when(
    "guard-change",
    (e) => is(e, "what", "traffic"),
    (e) => `This ${does(e)}.`,
  ),
};

const containment: Rule = {
  id: "containment-escape",
  name: "Containment Escape",
  strength: "soft",
  mustName: "the container and the host access it gets",
  explanation: "Guards the border between a container and its host. Mount only the project, without privileges.",
  naming: (e) => named(/\b(privileged|host|docker\.sock)\b/i, e.target),
  match: when(
    "system-change",
    (e) => is(e, "act", "escape", "inject"),
    (e) => `This ${does(e)}.`,
  ),
};

export const EXPOSURE_RULES: readonly Rule[] = [
  reverseShell,
  tunnel,
  localService,
  publicSurface,
  traffic,
  containment,
];
