import type { SimpleCommand } from "../shell/types";
import { hasFlag } from "./arguments";
import type { Scene } from "./scene";
import { goesOnOnlyAfter } from "./sequence";

const CLIENTS = new Set(["kubectl", "oc", "k", "kubecolor", "helm", "helmfile", "skaffold", "flux"]);
/** What names a cluster for one call. */
const NAMED = ["--context", "--kube-context", "--kubeconfig", "--server", "-s", "--cluster"];
const LOCAL = /^(?:kind-.+|minikube|docker-desktop|k3d-.+|rancher-desktop|colima|orbstack)$/;
/** Makes a cluster on this machine and turns the clients to it. */
const MAKES = /^(?:kind create cluster|kind export kubeconfig|minikube start|minikube update-context|k3d cluster (?:create|start))\b/; // prettier-ignore
const TURNS = /^(?:kubectl|oc|k) config (?:use-context|use) (\S+)$|^kubectx (\S+)$/;

/** `kubectl config use-context kind-dev && kubectl delete deploy app`: the cluster that it was just turned to is this machine's. */
export function isLocalCluster(command: SimpleCommand, scene: Scene): boolean {
  if (!CLIENTS.has(command.name) || command.where !== "here") return false;
  if (hasFlag(command, ...NAMED) || command.assignments.has("KUBECONFIG")) return false;
  const turn = scene.reading.commands.findLast((one) => one.start < command.start && turnsTo(one) !== null);
  return turn !== undefined && turnsTo(turn) === "local" && goesOnOnlyAfter(turn, command, scene);
}

type Turn = "local" | "elsewhere" | null;
/** Every call looks back on all calls before it. */
const known = new WeakMap<SimpleCommand, Turn>();

function turnsTo(command: SimpleCommand): Turn {
  const before = known.get(command);
  if (before !== undefined) return before;
  const turn = readTurn(command);
  known.set(command, turn);
  return turn;
}

function readTurn(command: SimpleCommand): Turn {
  if (!/^(?:kubectl|oc|k|kubectx|kind|minikube|k3d|export|aws|gcloud|az|doctl|eksctl)$/.test(command.name)) return null;
  const text = [command.name, ...command.args.map(({ value }) => value)].join(" ").slice(0, 1_000);
  if (MAKES.test(text)) return "local";
  const turned = TURNS.exec(text);
  if (turned !== null) return LOCAL.test(turned[1] ?? turned[2] ?? "") ? "local" : "elsewhere";
  return /\b(?:KUBECONFIG=|update-kubeconfig|get-credentials|kubeconfig save|write-kubeconfig)/.test(text) ? "elsewhere" : null; // prettier-ignore
}
