import type { SimpleCommand } from "../shell/types";
import { hasFlag, optionValues } from "./arguments";
import { destinationOf, hostOf } from "./network/destinations";
import { isProduction } from "./phrases";
import { NOTHING_TRUSTED } from "../types";
import type { Scene } from "./scene";
import { comesRightAfter } from "./sequence";

const CLIENTS = new Set(["kubectl", "oc", "kubecolor", "helm", "flux"]);
/** What names a cluster, or who one is there, for one call. */
const NAMED = ["--context", "--kube-context", "--kubeconfig", "--server", "--cluster", "--user", "--token", "--as", "--kube-apiserver", "--kube-token", "--kube-as-user"]; // prettier-ignore
const LOCAL = "(?:kind-[\\w.-]+|minikube|docker-desktop|k3d-[\\w.-]+|rancher-desktop|colima(?:-[\\w.-]+)?|orbstack)";
const IS_LOCAL = new RegExp(`^${LOCAL}$`);
/** Makes a cluster on this machine or chooses one, and turns the clients to it. Another flag may turn them elsewhere. */
const TURNS = new RegExp(`^(?:(?:kubectl|oc) config use-context ${LOCAL}|kubectx ${LOCAL}|kind create cluster(?: --name [\\w.-]+)?|minikube start)$`); // prettier-ignore
/** What may stand before the turn: whatever else may have changed what a context means. */
const HARMLESS = new Set(["cd", "set", "echo", "mkdir"]);

/** `kubectl config use-context kind-dev && kubectl delete deploy app`: the cluster that it was just turned to is this machine's. */
export function isLocalCluster(command: SimpleCommand, scene: Scene): boolean {
  if (!CLIENTS.has(command.name) || command.where !== "here" || command.assignments.size > 0) return false;
  const at = scene.reading.commands.findIndex((one) => !HARMLESS.has(one.name));
  const turn = scene.reading.commands[at];
  return turn !== undefined && scene.reading.commands[at + 1] === command && turnsHere(turn) && comesRightAfter(turn, command, scene) && !namesCluster(command); // prettier-ignore
}

function turnsHere({ name, args }: SimpleCommand): boolean {
  return args.length <= MAX_WORDS && args.every(({ unknownAt }) => unknownAt === -1) && TURNS.test([name, ...args.map(({ value }) => value)].join(" ")); // prettier-ignore
}
const MAX_WORDS = 4;

/** `kubectl --context kind-dev`: each cluster that the call itself names is on this machine, by its name and by its address. */
export function namesLocalCluster(command: SimpleCommand): boolean {
  const contexts = optionValues(command, "--context", "--kube-context");
  const servers = optionValues(command, "--server", "-s", "--kube-apiserver");
  const isHere = (url: string) => destinationOf(hostOf(url), NOTHING_TRUSTED) === "local";
  return (
    contexts.length > 0 &&
    contexts.every(({ value, unknownAt }) => unknownAt === -1 && IS_LOCAL.test(value) && !isProduction(value)) &&
    servers.every(({ value }) => isHere(value)) &&
    optionValues(command, "--cluster").every(({ value }) => IS_LOCAL.test(value))
  );
}

const namesCluster = (command: SimpleCommand): boolean =>
  hasFlag(command, ...NAMED) || command.args.some(({ value, unknownAt }) => unknownAt !== -1 || value.startsWith("-s"));
