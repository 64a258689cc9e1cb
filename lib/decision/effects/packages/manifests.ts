import type { SimpleCommand } from "../../shell/types";
import { optionValues } from "../arguments";
import { CLUSTER_TOOLS } from "../books/kubernetes";
import { clip } from "../clip";
import { namesLocalCluster } from "../local-cluster";
import { add, pathOf, type Maker, type Scene } from "../scene";

/** Kinds that run on every node or judge every request of a cluster. */
const EVERYWHERE =
  /^kind:\s*["']?(DaemonSet|MutatingWebhookConfiguration|ValidatingWebhookConfiguration|CustomResourceDefinition|APIService|ClusterPolicy|PriorityClass|StorageClass|ValidatingAdmissionPolicy)\b/m;
const RIGHTS = /^kind:\s*["']?(ClusterRole|ClusterRoleBinding|RoleBinding|Role)\b/m;
const MAX_LENGTH = 65_536;

/** `kubectl apply` of a manifest that the same command line holds: what it is, whatever its file is called. */
const applies: Maker = (command, scene) => {
  if (!command.args.some(({ value }) => /^(?:apply|create|replace)$/.test(value))) return;
  for (const text of manifests(command, scene)) {
    const wide = EVERYWHERE.exec(text)?.[1];
    const kind = wide ?? RIGHTS.exec(text)?.[1];
    if (kind === undefined) continue;
    add(scene, "cluster-change", "command", kind, command, `${command.name}: creates a ${kind}`, {
      act: wide === undefined ? "grant" : "cluster-wide",
      what: `creates a ${kind}`,
      text: clip(`${command.name} apply ${kind}`),
      production: false,
    });
  }
};

function manifests(command: SimpleCommand, scene: Scene): string[] {
  const found = command.stdin.text === null ? [] : [command.stdin.text.value];
  for (const word of optionValues(command, "-f", "--filename")) {
    const path = pathOf(word, command, scene);
    const text = path === null ? undefined : scene.reading.files.get(path);
    if (text !== undefined) found.push(text);
  }
  for (const { name, args } of command.stdin.from)
    if (name === "echo" || name === "printf") found.push(args.map(({ value }) => value).join(" "));
  return found.map((text) => text.slice(0, MAX_LENGTH));
}

/** `kubectl get crd -o name | xargs kubectl delete`: all of what another call lists. */
const deletesListed: Maker = (command, scene) => {
  if (command.args[0]?.value !== "delete" && !command.args.some(({ value }) => value === "delete")) return;
  const lists = [...command.stdin.from, ...command.args.flatMap(({ from }) => [...from])];
  const list = lists.find((one) => CLUSTER_TOOLS.has(one.name) && one.args.some(({ value }) => value === "get"));
  if (list === undefined || list.args.some(({ value }) => NARROWED.test(value)) || namesLocalCluster(list)) return;
  const what = "deletes everything that another call lists";
  add(scene, "cluster-change", "command", null, command, `${command.name}: ${what}`, {
    act: "delete",
    what,
    text: clip(list.args.map(({ value }) => value).join(" ")),
    production: false,
  });
};
const NARROWED = /^(?:-l|--selector|--field-selector)/;

export const MANIFEST_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  [...CLUSTER_TOOLS].map((name) => [
    name,
    (command, scene) => {
      applies(command, scene);
      deletesListed(command, scene);
    },
  ]),
);
