import type { Rule } from "../types";
import { firstOf, is, named, target, trait, when } from "./rule";

const says = (e: Parameters<typeof trait>[0]) =>
  `This ${trait(e, "what")} (${trait(e, "text") || target(e)}). The user has to ask for exactly that.`;

const massDelete: Rule = {
  id: "cloud-storage-mass-delete",
  name: "Cloud Storage Mass Delete",
  strength: "soft",
  mustName: "the deletion and the bucket, resource or job",
  explanation: "Guards cloud and cluster resources against deletion in bulk. Name the one resource this task made.",
  naming: (e) => named(/\b(delete|remove|empty|destroy|terminate|cancel|purge)\b/i, e.target),
  match: when(["cloud-change", "cluster-change"], (e) => is(e, "act", "mass-delete"), says),
};

const shared: Rule = {
  id: "modify-shared-resources",
  name: "Modify Shared Resources",
  strength: "soft",
  mustName: "the change and the resource",
  explanation:
    "Guards resources others depend on: cloud resources, cluster workloads and nodes, volumes, backups, running services. Work on copies, or have the user name the resource.",
  naming: (e) =>
    named(
      /\b(delete|remove|scale|drain|apply|restart|stop|rollout|upgrade|install|uninstall|prune|change|patch)\b/i,
      e.target,
    ),
  match: firstOf(
    when(["cloud-change", "cluster-change"], (e) => is(e, "act", "delete", "node", "remote-exec"), says),
    when("cluster-change", (e) => e.traits.production === true || is(e, "act", "grant", "exec"), says),
    when("cluster-change", (e) => is(e, "act", "change"), says, "ask"),
    when("system-change", (e) => is(e, "act", "prune", "volume", "backup", "power"), says),
    when("system-change", (e) => is(e, "act", "service"), says, "ask"),
    when(
      "kill",
      (e) => e.traits.all === true,
      (e) => `This stops processes that are not this task's (${target(e)}). Stop the one you started, by its id.`,
    ),
  ),
};

const access: Rule = {
  id: "permission-grant",
  name: "Permission Grant",
  strength: "soft",
  mustName: "the right and who gets it",
  explanation:
    "Guards who may do what: roles, policies, keys, bucket access, DNS, stored secrets. Prepare the change and leave it to the user.",
  naming: (e) => named(/\b(grant|attach|add|give|allow|set|write|apply|create|put|make)\b/i, e.target),
  match: when("cloud-change", (e) => is(e, "act", "grant", "expose", "dns", "secret-write"), says),
};

const iac: Rule = {
  id: "blind-apply",
  name: "Blind Apply",
  strength: "soft",
  mustName: "the stack and that it should be applied or destroyed",
  explanation: "Guards infrastructure against changes nobody reviewed. Run the plan, show it, and let the user decide.",
  naming: (e) => named(/\b(apply|destroy|deploy|import|up)\b/i, trait(e, "text").split(" ")[0]),
  match: firstOf(
    when("infrastructure-change", (e) => is(e, "act", "destroy", "blind") || e.traits.production === true, says),
    when("infrastructure-change", () => true, says, "ask"),
  ),
};

const production: Rule = {
  id: "production-deploy",
  name: "Production Deploy",
  strength: "soft",
  mustName: "the deployment or migration and its environment",
  explanation:
    "Guards production against deployments and migrations nobody asked for. Deploy to a preview, or have the user name the environment.",
  naming: (e) =>
    named(
      e.traits.production === true
        ? /\b(deploy|migrate|migration|release|promote|roll ?back|apply)\b.*\b(prod|production)\b/i
        : /\b(deploy|release|promote|roll ?back)\b/i,
      e.traits.production === true ? null : e.target,
    ),
  match: firstOf(
    when(["deploy", "database-change"], (e) => e.traits.production === true && e.traits.local !== true, says),
    when("deploy", () => true, says, "ask"),
  ),
};

const database: Rule = {
  id: "irreversible-deletion",
  name: "Irreversible Deletion (general)",
  strength: "soft",
  mustName: "the deletion and the table or database",
  explanation:
    "Guards databases against dropped tables, emptied databases and statements that change every row. Narrow the statement, or work on a copy.",
  naming: (e) => named(/\b(drop|delete|truncate|reset|empty|flush|clear|wipe)\b/i, e.target),
  match: when(
    "database-change",
    (e) => is(e, "act", "drop", "unbounded", "program", "reset", "grant") && e.traits.local !== true,
    says,
  ),
};

const external: Rule = {
  id: "external-system-writes",
  name: "External System Writes",
  strength: "soft",
  mustName: "the system and what should change there",
  explanation:
    "Guards systems outside the project against deletion and against acts towards other people. Have the user name what should change.",
  naming: (e) => named(/\b(delete|remove|create|open|fork|send|merge|publish|pull request|pr)\b/i, e.target),
  match: firstOf(
    when(
      "external-write",
      (e) => is(e, "what", "repository", "forge-delete", "mcp-delete", "external-pr"),
      (e) => `This ${e.evidence.note.replace(/^\S+: /, "")} (${target(e)}).`,
    ),
    when(
      "external-write",
      (e) => is(e, "what", "mcp-publish"),
      (e) => `This ${e.evidence.note.replace(/^\S+: /, "")} (${target(e)}).`,
      "ask",
    ),
    when(
      "external-write",
      (e) => is(e, "method", "DELETE") && !is(e, "to", "local"),
      (e) => `This deletes something at ${target(e)}.`,
      "ask",
    ),
  ),
};

export const INFRASTRUCTURE_RULES: readonly Rule[] = [massDelete, access, production, iac, database, shared, external];
