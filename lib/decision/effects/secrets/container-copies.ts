import { delicacyOf } from "../../credential-paths";
import { normalise } from "../../paths";
import type { Word } from "../../shell/types";
import { operands } from "../arguments";
import { sourceOfPath } from "./flow";
import { add, pathOf, type Maker } from "../scene";

/** Files copied between this machine and a container, a pod or a virtual machine: `docker cp`, `kubectl cp`. */

const VALUES = ["-n", "--namespace", "-c", "--container", "--context", "--kubeconfig", "-f", "--file", "-p", "--project-name", "--index"]; // prettier-ignore
const VERBS = /^(?:cp|copy|transfer|pull|push|scp)$/;
/** `NAME:PATH`, `NAMESPACE/POD:PATH` */
const INSIDE = /^[\w.-]+(?:\/[\w.-]+)?:(?=[/~.\w])/;

export const containerCopies: Maker = (command, scene) => {
  const words = operands(command, VALUES);
  const verb = words.findIndex(({ value }, i) => i < 3 && VERBS.test(value));
  const [from, ...rest] = verb === -1 ? [] : words.slice(verb + 1);
  if (from === undefined || rest.length === 0) return;
  for (const word of [from, ...rest.slice(0, -1)]) {
    const found = INSIDE.test(word.value) ? inside(word) : sourceOfPath(pathOf(word, command, scene), word, scene);
    if (found?.sort !== "credential") continue;
    add(scene, "credential-read", "path", found.label, word, `copies ${found.label}`, { how: "copy", delicacy: "store" }); // prettier-ignore
  }
};

/** A path of the other side, as it is there; its home is most likely root's. */
function inside(word: Word) {
  const path = word.value.slice(word.value.indexOf(":") + 1).replace(/^~(?=\/|$)/, "/root");
  const label = normalise(path.startsWith("/") ? path : `/${path}`);
  return delicacyOf(label, "/root") === "store" ? { sort: "credential" as const, label } : null;
}
