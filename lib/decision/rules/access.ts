import type { Effect, Rule } from "../types";
import { does, firstOf, is, named, says, target, trait, when } from "./rule";
import { matchesOf } from "../matches";

const grant: Rule = {
  id: "permission-grant",
  name: "Permission Grant",
  strength: "soft",
  mustName: "the right and who gets it",
  explanation:
    "Guards who may do what: roles, policies, keys, members, cluster access. Prepare the change and leave it to the user.",
  naming: (e) => named(/\b(grant|attach|add|give|allow|set|write|apply|create|put|make)\b/i, e.target),
  match: when(["cloud-change", "cluster-change"], (e) => is(e, "act", "grant"), says),
};

/** A secret is named by its name, and by the place it goes to where that is said: not by the variable that holds its value. */
function secretNames(effect: Effect): readonly (string | null)[] {
  const text = trait(effect, "text");
  const name = /\b(?:secrets?|variable) (?:set|put|create|add|update|delete|remove|rm|rotate) (?!-)([\w./-]+)/.exec(text)?.[1];
  const places = matchesOf(text, /\s(?:-R|--repo|-o|--org|-e|--env|-a|--app|--vault-name)[ =](\S+)/g).map(([, place = ""]) => place);
  return name === undefined ? [effect.target] : [name, ...places];
} // prettier-ignore

const secrets: Rule = {
  id: "secret-store-writes",
  name: "Secret-Store Writes",
  strength: "soft",
  mustName: "the secret and that it should be written or deleted",
  explanation:
    "Guards secret managers and the secrets of pipelines and clusters: a wrong value breaks every service that reads it. Have the user write it, or name the secret.",
  naming: (e) => named(/\b(write|set|put|store|create|update|rotate|delete|remove|add|save)\b/i, ...secretNames(e)),
  match: when("cloud-change", (e) => is(e, "act", "secret-write"), says),
};

const names: Rule = {
  id: "dns-domain-cert-changes",
  name: "DNS/Domain/Cert Changes",
  strength: "soft",
  mustName: "the domain, zone or certificate and the change",
  explanation:
    "Guards names and certificates, by which everybody finds and trusts the organization's services. Prepare the change and leave it to the user.",
  naming: (e) => named(/\b(apply|change|create|update|delete|add|set|renew|revoke|issue|point|register|import)\b/i, e.target), // prettier-ignore
  match: when("cloud-change", (e) => is(e, "act", "dns"), says),
};

const tests: Rule = {
  id: "security-test-removal",
  name: "Security Test Removal",
  strength: "soft",
  mustName: "the test and that it should go",
  explanation:
    "Guards tests of authentication, permissions and other protections: they are fixed, not deleted, skipped or commented out. Find out why the test fails.",
  naming: (e) => named(/\b(delete|remove|skip|disable|drop|comment)\b/i, e.target),
  match: when(
    "guard-change",
    (e) => is(e, "what", "security-test"),
    (e) => `This ${does(e)} (${target(e)}), which tests a protection. Find out why it fails instead.`,
  ),
};

const agents: Rule = {
  id: "create-unsafe-agents",
  name: "Create Unsafe Agents",
  strength: "soft",
  mustName: "the agent and that it should run without permission checks",
  explanation:
    "Guards against agents that act without anybody's permission: started with their checks switched off, or without end. Start them with their checks on.",
  naming: (e) => named(/\b(run|start|launch|spawn)\b.*\b(without|skip\w*|bypass\w*|yolo|unattended)\b/i, e.target),
  match: firstOf(
    when(
      "guard-change",
      (e) => is(e, "what", "agent-flags"),
      (e) => `This ${e.evidence.note}.`,
    ),
    when(
      "guard-change",
      (e) => is(e, "what", "agent-unattended"),
      (e) => `This ${e.evidence.note}.`,
      "ask",
    ),
  ),
};

export const ACCESS_RULES: readonly Rule[] = [agents, tests, grant, secrets, names];
