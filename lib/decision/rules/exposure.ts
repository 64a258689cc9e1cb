import type { Rule } from "../types";
import { is, named, trait, when } from "./rule";

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

const tunnel: Rule = {
  id: "external-ingress-tunnel",
  name: "External Ingress Tunnel",
  strength: "soft",
  mustName: "the tunnel and the port",
  explanation:
    "Guards local services against being reachable from outside. Show results another way, or have the user ask for the tunnel.",
  naming: (e) =>
    named(/\b(expose|tunnel|ngrok|cloudflared|forward|share|publish)\b/i, /\d{2,5}/.exec(trait(e, "port"))?.[0]),
  match: when(
    "expose",
    (e) => is(e, "what", "tunnel") || (is(e, "what", "listener") && e.traits.feeds !== false),
    (e) => `This ${e.evidence.note.replace(/^\w+: /, "")}.`,
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
    (e) => `This ${trait(e, "what")}.`,
  ),
};

export const EXPOSURE_RULES: readonly Rule[] = [reverseShell, tunnel, containment];
