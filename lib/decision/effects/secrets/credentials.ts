import { delicacyOf, isInfrastructureFile, isSecretName } from "../../credential-paths";
import type { SimpleCommand } from "../../shell/types";
import { isInspection, operands } from "../arguments";
import { filesOf, filesRead, isNarrow, secretsPrinted } from "./flow";
import { clip } from "../clip";
import { asksForSecrets, isElsewhere, isForeign, namesSecrets } from "./foreign";
import { cannotRead } from "../code/code-scripts";
import { handed } from "./handed";
import { showsFiles } from "./shown-files";
import { staysWithIssuer, takesPassword } from "./own-service";
import { add, pathOf, type Maker, type Scene } from "../scene";

/** Programs that use a credential file for its purpose instead of showing it. */
const USERS = new Set([
  "ssh", "ssh-add", "ssh-keygen", "ssh-copy-id", "git", "kubectl", "helm", "aws", "gcloud", "docker", "terraform", "ls", "stat", "file", "test", "[", "chmod", "chown", "wc", "du", "rm", "mkdir", "touch",
  "cd", "diff", "cmp", "shasum", "sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum", "realpath", "which", "find", "open", "code",
]); // prettier-ignore

const COPIERS = new Set([
  "cp",
  "mv",
  "ln",
  "tar",
  "gtar",
  "bsdtar",
  "zip",
  "rsync",
  "install",
  "ditto",
  "7z",
  "gpg",
  "age",
]);

/**
 * Reading, printing or looking for credentials. Traits: `how` (read, print, search, metadata, copy), `delicacy`.
 */
export const credentialUse: Maker = (command, scene) => {
  const printed = secretsPrinted(command);
  if (printed?.sort === "credential" && !staysWithIssuer(command, scene))
    add(scene, "credential-read", "command", printed.label, command, `prints a credential (${printed.label})`, {
      how: command.redirects.some(({ op }) => op.includes(">")) ? "export" : "print",
      delicacy: "store",
    });
  if (printed?.sort === "secret" && command.name === "printenv" && !/_UR[LI]$/.test(printed.label))
    add(scene, "credential-read", "command", `$${printed.label}`, command, `prints $${clip(printed.label)}`, { how: "print", delicacy: "variable" }); // prettier-ignore
  if (command.name === "echo" || command.name === "printf") return echoed(command, scene);
  search(command, scene);
  scan(command, scene);
  borrowed(command, scene);
  handed(command, scene);
  const copies = COPIERS.has(command.name);
  if (command.where === "remote") return readThere(command, scene);
  if ((USERS.has(command.name) && !showsFiles(command, scene)) || (copies && isInspection(command))) return;
  for (const source of filesRead(command, scene)) {
    if (source.sort !== "credential" && source.sort !== "secret") {
      if (OWN_MEMORY.test(source.label))
        add(scene, "credential-read", "path", source.label, source, `looks into ${source.label}`, { how: "attach", delicacy: "store" }); // prettier-ignore
      else if (source.label.startsWith("/")) add(scene, "read", "path", source.label, source, `reads ${source.label}`);
      continue;
    }
    const isOwn = source.sort !== "credential" && !isElsewhere(source.label, scene);
    const delicacy = !isOwn ? "store" : isInfrastructureFile(source.label) ? "infrastructure" : "secret";
    const { start, end } = source;
    add(scene, "credential-read", "path", source.label, { start, end }, `reads ${source.label}`, {
      how: copies ? "copy" : "read",
      delicacy,
    });
  }
};

const OWN_MEMORY = /^\/proc\/(?:self|thread-self)\/mem$/;

/** `${TOKEN:+set}`, `${#TOKEN}`: says whether it is set, or how long it is. */
const isOnlyTested = (name: string, text: string): boolean =>
  new RegExp(`\\$\\{(?:#${name}|${name}:?[+]|${name}:0:|${name}%%)`).test(text);

/** `echo $GITHUB_TOKEN` puts a live secret into the transcript. */
function echoed(command: SimpleCommand, scene: Scene): void {
  if (command.redirects.length > 0) return;
  const takers = () => scene.reading.commands.filter(({ stdin }) => stdin.from.includes(command));
  const isTaken = (name: string, taken: true | null) => takers().some((next) => (taken && isNarrow(next)) || takesPassword(next, name, scene.trust) === taken); // prettier-ignore
  for (const word of command.args) {
    for (const name of word.variables) {
      if (!isSecretName(name) || !/^[A-Z]/.test(name) || isOnlyTested(name, word.value) || isTaken(name, true))
        continue;
      if (isTaken(name, null)) {
        cannotRead(`It cannot be told whether $${clip(name)} belongs to the registry that gets it.`, word, scene);
        continue;
      }
      add(scene, "credential-read", "command", `$${name}`, word, `prints ${clip(`$${name}`)}`, {
        how: "print",
        delicacy: "variable",
      });
    }
  }
}

/** The socket of an agent that some other session started: its keys are used without anybody handing them over. */
function borrowed({ assignments, args, name }: SimpleCommand, scene: Scene): void {
  const exported = name === "export" ? args.find(({ value }) => value.startsWith(AGENT)) : undefined;
  const word = assignments.get("SSH_AUTH_SOCK") ?? exported;
  if (word === undefined || !/^(?:SSH_AUTH_SOCK=)?(?:\/private)?\/tmp\/ssh-[^/]+\/agent\./.test(word.value)) return;
  add(scene, "credential-read", "path", word.value.replace(AGENT, ""), word, "uses the SSH agent of another session", { how: "attach", delicacy: "store" }); // prettier-ignore
}
const AGENT = "SSH_AUTH_SOCK=";

const SEARCHERS = new Set(["grep", "egrep", "fgrep", "rg", "ag", "ack", "find", "fd", "locate", "mdfind", "jq", "yq", "dasel"]); // prettier-ignore
const SYSTEM_LOGS = /^(?:journalctl|dmesg|history|fc|coredumpctl|ps)$/;

/** Looking for credentials across places that are nobody's project. */
function search(command: SimpleCommand, scene: Scene): void {
  const { name } = command;
  if (!SEARCHERS.has(name) || command.where !== "here") return;
  const words = command.args.map((arg) => arg.value).join(" "); // prettier-ignore
  const files = name === "find" || name === "fd" || name === "locate" || name === "mdfind";
  if (!(files ? namesSecrets : asksForSecrets)(words)) return mines(command, scene);
  const log = files ? undefined : command.stdin.from.find((source) => SYSTEM_LOGS.test(source.name));
  if (log !== undefined)
    add(scene, "credential-read", "command", log.name, command, `looks for credentials in what ${log.name} prints`, { how: "search", delicacy: "store" }); // prettier-ignore
  const environment = files || isNarrow(command) ? undefined : command.stdin.from.find((source) => secretsPrinted(source)?.sort === "environment"); // prettier-ignore
  if (environment !== undefined && !namesOnly(command, scene))
    add(scene, "credential-read", "command", environment.name, command, `looks for credentials in what ${environment.name} prints`, { how: "search", delicacy: "store" }); // prettier-ignore
  const roots =
    name === "find"
      ? command.args.filter(
          (arg, i) =>
            !arg.value.startsWith("-") && command.args.slice(0, i).every((before) => !/^[-(!]/.test(before.value)),
        )
      : operands(command, ["-A", "-B", "-C", "-m", "-e", "--include", "--exclude", "-g", "-t"]).slice(1);
  for (const root of name === "locate" || name === "mdfind" ? operands(command) : roots) {
    const path = name === "locate" || name === "mdfind" ? "/" : pathOf(root, command, scene);
    // What was said or typed stays that wherever it was copied to.
    const copied = path === null ? undefined : scene.tainted.get(path);
    if (path !== null && (isForeign(path, scene) || (copied !== undefined && copied.sort !== "file")))
      looksIn(copied?.label ?? path, command, scene);
  }
  mines(command, scene);
}

/** `git log -p -S SECRET | grep -o ...`: secrets that were once in the repository, as they were. */
function mines(command: SimpleCommand, scene: Scene): void {
  if (!command.args.some(({ value }) => /^-[a-zA-Z]*o|^--only-matching/.test(value))) return;
  const log = command.stdin.from.find(({ name, args }) => name === "git" && args.some(({ value }) => /^(?:-p|-u|--patch|-S.*|-G.*)$/.test(value)) && asksForSecrets(args.map(({ value }) => value).join(" "))); // prettier-ignore
  if (log !== undefined)
    add(scene, "credential-read", "command", "git", command, "takes secrets out of the repository's history", { how: "attach", delicacy: "store" }); // prettier-ignore
}

const looksIn = (path: string, command: SimpleCommand, scene: Scene) =>
  add(scene, "credential-read", "path", path, command, `looks for credentials in ${path}`, { how: "search", delicacy: "store" }); // prettier-ignore

/** `env | grep TOKEN | cut -d= -f1`: the names, and no values. */
const namesOnly = (command: SimpleCommand, scene: Scene): boolean =>
  command.args.some(({ value }) => /^-\w*o/.test(value)) ||
  scene.reading.commands.some(
    (next) => next.stdin.from.includes(command) && (isNarrow(next) || /^(?:cut|awk|sed)$/.test(next.name)) && next.args.some(({ value }) => value.includes("=") || next.name === "wc"),
  ); // prettier-ignore

/** Looks for secrets in all files below a place. */
const SCANNERS: Readonly<Record<string, RegExp>> = {
  trufflehog: /^filesystem$/, gitleaks: /^(?:detect|dir|directory|protect)$/, noseyparker: /^scan$/, "detect-secrets": /^scan$/, ggshield: /^secret$/, titus: /^scan$/, kingfisher: /^scan$/,
}; // prettier-ignore

function scan(command: SimpleCommand, scene: Scene): void {
  const verb = Object.hasOwn(SCANNERS, command.name) ? SCANNERS[command.name] : undefined;
  if (verb?.test(command.args[0]?.value ?? "") !== true) return;
  for (const word of command.args) {
    const path = pathOf(word, command, scene);
    if (path !== null && isForeign(path, scene)) looksIn(path, command, scene);
  }
}

/** What is read on another machine. */
function readThere(command: SimpleCommand, scene: Scene): void {
  if (USERS.has(command.name)) return;
  for (const path of filesOf(command, scene).filter((one) => delicacyOf(one, scene.home) === "store"))
    add(scene, "credential-read", "path", path, command, `reads ${path} on another machine`, { how: "read", delicacy: "store" }); // prettier-ignore
}
