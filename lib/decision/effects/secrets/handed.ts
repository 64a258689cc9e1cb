import { delicacyOf } from "../../credential-paths";
import { resolvePath } from "../../paths";
import type { SimpleCommand, Word } from "../../shell/types";
import { after, isKnown } from "../../shell/word";
import { clip } from "../clip";
import { destinationOf, hostOf, isOurs } from "../network/destinations";
import { TALKERS } from "../unknown-runner";
import { isReader } from "./flow";
import { add, pathOf, type Maker, type Scene } from "../scene";

/** Programs that are given keys and credential files to use them, and those judged by what they do with a file. */
const KNOWN = new Set([
  "ssh", "scp", "sftp", "rsync", "mosh", "autossh", "sshfs", "sshuttle", "sshpass", "ssh-add", "ssh-keygen", "ssh-copy-id", "ssh-keyscan", "ssh-audit", "puttygen", "plink", "pscp", "git", "gh", "glab", "jj", "hg", "svn",
  "ansible", "ansible-playbook", "ansible-vault", "packer", "terraform", "tofu", "terragrunt", "pulumi", "vagrant", "nixos-rebuild", "colmena", "kubectl", "helm", "oc", "k9s", "kubectx", "kubens", "kind", "minikube", "k3d", "eksctl", "kustomize", "skaffold", "argocd", "flux", "stern",
  "aws", "gcloud", "gsutil", "az", "doctl", "hcloud", "oci", "docker", "podman", "nerdctl", "skopeo", "crane", "cosign", "sops", "age", "rage", "gpg", "gpg2", "openssl", "step", "vault", "curl", "wget", "http", "https", "xh", "psql", "mysql", "npm", "pnpm", "yarn",
  "find", "fd", "chmod", "chown", "chgrp", "chattr", "rm", "shred", "mkdir", "rmdir", "touch", "truncate", "wc", "du", "cp", "mv", "ln", "install", "sed", "tee", "source", ".", "code", "open", "jq", "md5sum", "md5", "shasum", "sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum", "cksum", "readlink", "realpath", "lsattr", "getfacl", "setfacl", "namei", "xattr", "lsof", "fuser", "inotifywait", "fswatch", "rclone", "restic", "borg", "nc", "ncat", "socat", "claude",
  "ditto", "7z", "zip", "tar", "xargs", "xdg-open", "mkfifo", "mount", "trap", "eval", "exec", "python", "node",
]); // prettier-ignore

/** Options by which a program is told which key or settings to use. */
const USED =
  /^--?(?:i|k|key(?:[-_]?(?:file|path))?|identity(?:[-_]?file)?|(?:ssh[-_]|private[-_])key(?:[-_]?(?:file|path))?|kubeconfig|(?:user)?config(?:[-_]?file)?|cert|credentials?(?:[-_]?file)?|auth-?file|var)(?:=|$)/i;

/** Interpreters run the project's script with it, which is as good as a program that nobody here knows. */
const INTERPRETERS = /^(?:python[\d.]*|node|bun|deno|tsx|ts-node|ruby|perl|php|bash|sh|zsh|go|cargo|npx|bunx|pnpx)$/;

/** A key or a credential file handed to a program of which nobody here knows what it does with it. */
export const handed: Maker = (command, scene) => {
  const { name, args, where } = command;
  if (where !== "here" || name === "" || args.length === 0 || (isKnownProgram(name) && !INTERPRETERS.test(name)))
    return;
  // The first operand is the script itself, or what comes before it.
  const from = INTERPRETERS.test(name) ? args.findIndex(({ value }) => !value.startsWith("-")) + 1 : 0;
  for (let at = from; at < args.length; at++) {
    const word = pathIn(args[at] as Word, args[at - 1]);
    const path = word === null ? null : resolvePath(word.value, command.cwd, scene.home);
    if (word === null || path === null || isWholeStore(path, scene.home) || delicacyOf(path, scene.home) !== "store")
      continue;
    hands(path, word, command, scene);
  }
  if (args.some(({ value }) => isOutside(value, scene))) beside(command, from, scene);
};

const hands = (path: string, word: Word, { name }: SimpleCommand, scene: Scene): void =>
  add(scene, "credential-read", "path", path, word, `hands ${clip(path)} to ${clip(name)}`, { how: "hand", delicacy: "handed" }); // prettier-ignore

const isOutside = (value: string, { trust }: Scene): boolean =>
  value.includes("://") &&
  /^(?:--?[\w-]{1,40}=)?(?:https?|wss?|ftps?|sftp|tcp|mqtts?):\/\//i.test(value) && !isOurs(destinationOf(hostOf(value.replace(/^--?[\w-]{1,40}=/, "")), trust)); // prettier-ignore

/** Options that name what is to be sent. */
const GIVES = /^--?(?:file|upload|attach(?:ment)?|input|data|body|payload|send|content|media|document)$/;

/** By these a program proves who it is to the address. */
const KEY = /\.(?:key|pem|p12|pfx|jks|keystore|ppk|asc|keytab)$/i;

/** The project's own secrets, given to such a program together with an address. */
function beside(command: SimpleCommand, from: number, scene: Scene): void {
  for (let at = from; at < command.args.length; at++) {
    const [word, before] = [command.args[at] as Word, command.args[at - 1]?.value ?? ""];
    const option = /^--?(?:file|upload|attach(?:ment)?|input|data|body|payload)=/.exec(word.value)?.[0].length;
    if ((option === undefined && word.value.startsWith("-")) || (before.startsWith("-") && !GIVES.test(before)))
      continue;
    const path = pathOf(option === undefined ? word : after(word, option), command, scene);
    if (path !== null && !KEY.test(path) && delicacyOf(path, scene.home) === "secret")
      hands(path, word, command, scene);
  }
}

/** The directory of a store by itself is mostly made, listed or watched. */
const isWholeStore = (path: string, home: string): boolean =>
  /\/\.[\w-]+$/.test(path) && delicacyOf(`${path}/x`, home) === "store";

const isKnownProgram = (name: string): boolean => KNOWN.has(name) || TALKERS.has(name) || isReader(name);

/** The path in a word, also behind an option's equals sign; null for one that says it is to be used, and for what is no path there. */
function pathIn(word: Word, before: SimpleCommand["args"][number] | undefined): Word | null {
  const { value } = word;
  // Stores are behind a dot, in the system's own places or in a library.
  if (!/\/\.|^\/etc\/|\/Library\//.test(value) || !isKnown(word) || word.glob || /\s/.test(value)) return null;
  if (USED.test(value) || (before !== undefined && USED.test(before.value))) return null;
  const option = /^--?[\w-]+=/.exec(value)?.[0].length;
  const path = option === undefined ? word : after(word, option);
  return /^[~/.]/.test(path.value) ? path : null;
}
