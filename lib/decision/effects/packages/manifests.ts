import { inputText } from "../../input-text";
import type { SimpleCommand } from "../../shell/types";
import { optionValues } from "../arguments";
import { clip } from "../clip";
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

/** Pipelines that print or send a secret; GitHub masks only what it knows word for word. */
const WORKFLOW = /\/(?:\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|\.circleci\/config\.yml|azure-pipelines\.yml|Jenkinsfile|bitbucket-pipelines\.yml)$/; // prettier-ignore
const LEAKS =
  /\b(?:echo|printf|printenv|env\b\s*\||base64|xxd|tee|curl|wget|nc)\b.*(?:\$\{\{\s*(?:secrets\.|toJSON\(secrets)|\$(?:CI_JOB_TOKEN|GITHUB_TOKEN|AWS_SECRET_ACCESS_KEY|NPM_TOKEN))|toJSON\(secrets\)/i;
const USES =
  /\b(?:docker|podman|helm|npm) login\b|--password-stdin|>>\s*"?\$?\{?GITHUB_(?:ENV|OUTPUT)|-H\s+["']?Authorization/i;

/** Pipelines that this command line writes, by the line in them that leaks. */
export function leakingPipelines(scene: Scene): void {
  const command = inputText(scene.action, "command") ?? "";
  for (const [path, text] of scene.reading.files) {
    if (!WORKFLOW.test(path) || text.length > MAX_LENGTH) continue;
    const line = text.split("\n").find((one) => one.length < 2_000 && LEAKS.test(one) && !USES.test(one));
    if (line === undefined) continue;
    const start = Math.max(0, command.indexOf(line));
    const span = { start, end: Math.min(command.length, start + line.length) };
    const note = "makes a pipeline print or send a secret";
    add(scene, "guard-change", "path", path, span, note, { what: "leaking-pipeline" });
  }
}

export const MANIFEST_MAKERS: Readonly<Record<string, Maker>> = { kubectl: applies, oc: applies, k: applies };
