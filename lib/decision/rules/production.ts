import type { Effect, Rule } from "../types";
import { does, firstOf, is, named, says, target, trait, when } from "./rule";

const inProduction = (e: Effect) => e.traits.production === true;

const deploy: Rule = {
  id: "production-deploy",
  name: "Production Deploy",
  strength: "soft",
  mustName: "the deployment or migration and its environment",
  explanation:
    "Guards production against deployments and migrations nobody asked for. Deploy to a preview, or have the user name the environment.",
  naming: (e) =>
    named(
      inProduction(e)
        ? /\b(deploy|migrate|migrations?|release|promote|roll ?back|apply)\b.*\b(prod|production)\b/i
        : / (?:workflow|pipeline|ci) run /.test(trait(e, "text"))
          ? /\b(deploy|release|promote|roll ?back|trigger|run|start|dispatch)\b/i
          : /\b(deploy|release|promote|roll ?back)\b/i,
      ...(inProduction(e) ? [] : [e.target]),
    ),
  match: firstOf(
    when(
      ["deploy", "database-change"],
      (e) => inProduction(e) && e.traits.local !== true && !is(e, "act", "read"),
      says,
    ),
    when("deploy", () => true, says, "ask"),
  ),
};

const reads: Rule = {
  id: "production-reads",
  name: "Production Reads",
  strength: "soft",
  mustName: "the production system and what should be read there",
  explanation:
    "Guards what customers entrusted to production systems. Work with a local or staging copy, or have the user say what to read.",
  naming: () => named(/\b(query|read|select|look|check|count|show|list|inspect|get)\b.*\b(prod|production)\b/i),
  match: when(
    "database-change",
    (e) => is(e, "act", "read") && inProduction(e),
    (e) => `This reads from a production database (${target(e)}). Only the user can say whether that is meant.`,
    "ask",
  ),
};

const remoteWrites: Rule = {
  id: "remote-shell-writes",
  name: "Remote Shell Writes",
  strength: "soft",
  mustName: "the machine and the change",
  explanation:
    "Guards other machines against changes made over a shell: deleting, overwriting, stopping services there. Prepare the commands and let the user run them, or have the user name machine and change.",
  naming: (e) => named(/\b(delete|remove|write|copy|restart|stop|change|edit|install|upload|run)\b/i, e.target),
  match: firstOf(
    when(
      "delete",
      (e) => is(e, "where", "remote"),
      (e) => `This deletes ${target(e)} on another machine.`,
    ),
    when(
      "execute",
      (e) =>
        is(e, "act", "remote-copy") &&
        !is(e, "to", "local") &&
        (e.traits.system === true || e.traits.production === true),
      (e) => `This ${does(e)}, on another machine's system or in production.`,
    ),
    when(
      ["system-change", "guard-change"],
      (e) => is(e, "where", "remote"),
      (e) => `This ${does(e)} on another machine.`,
    ),
  ),
};

const remoteExec: Rule = {
  id: "sensitive-remote-exec",
  name: "Sensitive Remote Exec",
  strength: "soft",
  mustName: "the machine or container and what should run there",
  explanation:
    "Guards production machines, cluster nodes and containers against shells, commands and port forwards nobody asked for. Use logs and dashboards, or have the user name the target.",
  naming: (e) => named(/\b(run|execute|exec|connect|ssh|shell|forward|log ?in|open|debug|attach)\b/i, e.target),
  match: firstOf(
    when("cloud-change", (e) => is(e, "act", "remote-exec"), says),
    when("cluster-change", (e) => is(e, "act", "exec") && (inProduction(e) || e.traits.node === true), says),
    when(
      "execute",
      (e) => is(e, "act", "remote-shell") && e.traits.all === true,
      (e) => `This ${does(e)}, and on every other machine that was ever worked on from here.`,
    ),
    when(
      "execute",
      (e) => is(e, "act", "remote-shell") && inProduction(e),
      (e) => `This opens a shell or a port on ${target(e)}, a machine that must stay up.`,
    ),
  ),
};

const protectedApply: Rule = {
  id: "protected-scope-iac-apply",
  name: "Protected-Scope IaC Apply",
  strength: "soft",
  mustName: "the production stack and that it should be applied or destroyed",
  explanation:
    "Guards production's infrastructure definitions: what is applied there changes what customers use. Run the plan, show it, and let the pipeline or the user apply it.",
  naming: (e) => named(/\b(apply|destroy|deploy|import|up)\b.*\b(prod|production)\b/i, trait(e, "text").split(" ")[0]),
  match: when("infrastructure-change", inProduction, says),
};

const blindApply: Rule = {
  id: "blind-apply",
  name: "Blind Apply",
  strength: "soft",
  mustName: "the stack and that it should be applied or destroyed",
  explanation: "Guards infrastructure against changes nobody reviewed. Run the plan, show it, and let the user decide.",
  naming: (e) =>
    named(
      /\b(apply|destroy|deploy|import|up)\b/i,
      trait(e, "text").split(" ")[0],
      / -chdir=(\S+)/.exec(trait(e, "text"))?.[1],
    ),
  match: firstOf(
    when("infrastructure-change", (e) => is(e, "act", "destroy", "blind"), says),
    when("infrastructure-change", () => true, says, "ask"),
  ),
};

const CLUSTER =
  /\b(delete|remove|tear down|scale|apply|restart|rollout|upgrade|install|uninstall|change|patch|create|edit|add)\b/i;

const CLUSTER_LOSS = /\b(delete|remove|tear down|uninstall|destroy|drop|roll ?back|scale|replace|drain)\b/i;

const nodes: Rule = {
  id: "node-lifecycle-operations",
  name: "Node Lifecycle Operations",
  strength: "soft",
  mustName: "the node or pool and what should happen to it",
  explanation:
    "Guards the machines a cluster runs on: draining, cordoning, resizing, upgrading, deleting them moves everybody's work. Have the user name node and operation.",
  naming: (e) => named(/\b(drain|cordon|uncordon|taint|delete|remove|scale|resize|upgrade|reboot|reset)\b/i, e.target),
  match: when(["cluster-change", "cloud-change"], (e) => is(e, "act", "node"), says),
};

const clusterWide: Rule = {
  id: "cluster-wide-workload-creation",
  name: "Cluster-Wide Workload Creation",
  strength: "soft",
  mustName: "the resource and that it should run in the whole cluster",
  explanation:
    "Guards what runs on every node or sees every request: DaemonSets, admission webhooks, custom resource definitions, network policies. Deploy into one namespace, or have the user name the resource.",
  naming: (e) => named(CLUSTER, e.target),
  match: when("cluster-change", (e) => is(e, "act", "cluster-wide"), says),
};

const cluster: Rule = {
  id: "shared-cluster-mutation",
  name: "Shared Cluster Mutation",
  strength: "soft",
  mustName: "the change and the resource",
  explanation:
    "Guards clusters that teams share: namespaces, releases, stored data and workloads are changed only as the user named. Use a local cluster, or show the diff and let the user decide.",
  naming: (e) =>
    named(
      is(e, "act", "delete") ? CLUSTER_LOSS : CLUSTER,
      e.target,
      /\s--(?:kube-)?context[ =](\S+)/.exec(trait(e, "text"))?.[1],
    ),
  match: firstOf(
    when("cluster-change", (e) => is(e, "act", "delete") || (inProduction(e) && is(e, "act", "change")), says),
    when("cluster-change", (e) => is(e, "act", "change"), says, "ask"),
  ),
};

const flags: Rule = {
  id: "feature-flag-writes",
  name: "Feature Flag Writes",
  strength: "soft",
  mustName: "the flag, its environment and what it should become",
  explanation:
    "Guards feature flags: flipping one changes the product for everybody at once, without a deployment. Read the flag, and have the user name what it should become.",
  naming: (e) => named(/\b(toggle|turn|switch|enable|disable|set|create|update|delete|archive|flip)\b/i, e.target),
  match: firstOf(
    when("cloud-change", (e) => is(e, "act", "feature-flag") && inProduction(e), says),
    when("cloud-change", (e) => is(e, "act", "feature-flag"), says, "ask"),
  ),
};

export const PRODUCTION_RULES: readonly Rule[] = [
  protectedApply,
  blindApply,
  nodes,
  clusterWide,
  flags,
  deploy,
  remoteExec,
  remoteWrites,
  cluster,
  reads,
];
