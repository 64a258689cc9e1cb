import { delicacyOf, isSecretName } from "../../credential-paths";
import { hasGlob } from "../../path-glob";
import { isInside, parentOf } from "../../paths";
import type { SimpleCommand } from "../../shell/types";
import { isInspection, operands } from "../arguments";
import { filesRead, isNarrow, secretsPrinted } from "./flow";
import { clip } from "../clip";
import { placeOf } from "../files/places";
import { add, pathOf, type Maker, type Scene } from "../scene";

/** Programs that use a credential file for its purpose instead of showing it. */
const USERS = new Set([
  "ssh", "ssh-add", "ssh-keygen", "ssh-copy-id", "git", "kubectl", "helm", "aws", "gcloud", "docker", "terraform", "ls", "stat", "file", "test", "[", "chmod", "chown", "wc", "du", "rm", "mkdir", "touch",
  "cd", "diff", "cmp", "shasum", "sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum", "realpath", "which", "find", "open", "code",
]); // prettier-ignore

const COPIERS = new Set(["cp", "mv", "ln", "tar", "zip", "rsync", "install", "ditto", "7z", "gpg", "age"]);

/**
 * Reading, printing or looking for credentials. Traits: `how` (read, print, search, metadata, copy), `delicacy`.
 */
export const credentialUse: Maker = (command, scene) => {
  const printed = secretsPrinted(command);
  if (printed?.sort === "credential")
    add(scene, "credential-read", "command", printed.label, command, `prints a credential (${printed.label})`, {
      how: command.redirects.some(({ op }) => op.includes(">")) ? "export" : "print",
      delicacy: "store",
    });
  if (printed?.sort === "secret" && command.name === "printenv" && !/_UR[LI]$/.test(printed.label))
    add(scene, "credential-read", "command", `$${printed.label}`, command, `prints $${clip(printed.label)}`, { how: "print", delicacy: "variable" }); // prettier-ignore
  if (command.name === "echo" || command.name === "printf") return echoed(command, scene);
  search(command, scene);
  const copies = COPIERS.has(command.name);
  if (USERS.has(command.name) || command.where === "remote" || (copies && isInspection(command))) return;
  for (const source of filesRead(command, scene)) {
    if (source.sort !== "credential" && source.sort !== "secret") {
      if (source.label.startsWith("/")) add(scene, "read", "path", source.label, source, `reads ${source.label}`);
      continue;
    }
    const delicacy = source.sort === "credential" || isElsewhere(source.label, scene) ? "store" : "secret";
    const { start, end } = source;
    add(scene, "credential-read", "path", source.label, { start, end }, `reads ${source.label}`, {
      how: copies ? "copy" : "read",
      delicacy,
    });
  }
};

/** Secrets of somebody else's project, or of nobody's: not what this session works with. */
const isElsewhere = (path: string, scene: Scene): boolean => {
  const parent = parentOf(path);
  // What lies on the way up from the working directory may be the same project's.
  if (hasGlob(path) || (parent !== scene.home && isInside(scene.action.cwd, parent))) return false;
  const place = placeOf(path, scene);
  return place === "home" || place === "system" || place === "elsewhere";
};

/** `${TOKEN:+set}`, `${#TOKEN}`: says whether it is set, or how long it is. */
const isOnlyTested = (name: string, text: string): boolean =>
  new RegExp(`\\$\\{(?:#${name}|${name}:?[+]|${name}:0:|${name}%%)`).test(text);

/** `echo $GITHUB_TOKEN` puts a live secret into the transcript. */
function echoed(command: SimpleCommand, scene: Scene): void {
  if (command.redirects.length > 0) return;
  const isCounted = () => scene.reading.commands.some((next) => next.stdin.from.includes(command) && isNarrow(next));
  for (const word of command.args) {
    for (const name of word.variables) {
      if (!isSecretName(name) || !/^[A-Z]/.test(name) || isOnlyTested(name, word.value) || isCounted()) continue;
      add(scene, "credential-read", "command", `$${name}`, word, `prints ${clip(`$${name}`)}`, {
        how: "print",
        delicacy: "variable",
      });
    }
  }
}

const SEARCHED =
  /(?:^|[\s/.~"'*])(?:id_rsa|id_ed25519|id_dsa|id_ecdsa|credentials|\.aws|\.ssh|\.pem|\.p12|\.pfx|\.key|\.kdbx|\.netrc|\.npmrc|\.env|\.htpasswd|accessTokens|msal_token|shadow|\.git-credentials|keychain|wallet|password-store|\.kdbx|\.gpg\b|\.gnupg)/i;
const SECRET_PATTERN =
  /(?:api[_-]?\W{0,4}key|passw(?:or)?d|secret|token|credential|private[_ ]?key|BEGIN [A-Z ]*PRIVATE|AKIA|ghp_|sk-ant|aws_access)/i;

const SEARCHERS = new Set(["grep", "egrep", "fgrep", "rg", "ag", "ack", "find", "fd", "locate", "mdfind"]);
const SYSTEM_LOGS = /^(?:journalctl|dmesg|history|fc|coredumpctl|ps)$/;

/** Looking for credentials across places that are nobody's project. */
function search(command: SimpleCommand, scene: Scene): void {
  const { name } = command;
  if (!SEARCHERS.has(name) || command.where !== "here") return;
  const words = command.args
    .map((arg) => arg.value)
    .join(" ")
    .slice(0, 4_000);
  const files = name === "find" || name === "fd" || name === "locate" || name === "mdfind";
  if (!(files ? SEARCHED : SECRET_PATTERN).test(words)) return;
  const log = files ? undefined : command.stdin.from.find((source) => SYSTEM_LOGS.test(source.name));
  if (log !== undefined)
    add(scene, "credential-read", "command", log.name, command, `looks for credentials in what ${log.name} prints`, { how: "search", delicacy: "store" }); // prettier-ignore
  const roots =
    name === "find"
      ? command.args.filter(
          (arg, i) =>
            !arg.value.startsWith("-") && command.args.slice(0, i).every((before) => !/^[-(!]/.test(before.value)),
        )
      : operands(command, ["-A", "-B", "-C", "-m", "-e", "--include", "--exclude", "-g", "-t"]).slice(1);
  for (const root of name === "locate" || name === "mdfind" ? operands(command) : roots) {
    const path = name === "locate" || name === "mdfind" ? "/" : pathOf(root, command, scene);
    if (path === null || !isForeign(path, scene)) continue;
    add(scene, "credential-read", "path", path, command, `looks for credentials in ${path}`, {
      how: "search",
      delicacy: "store",
    });
    return;
  }
}

function isForeign(path: string, scene: Scene): boolean {
  if (scene.roots.some((root) => path === root || path.startsWith(`${root}/`))) return false;
  if (
    path === "/" ||
    path === scene.home ||
    delicacyOf(`${path}/x`, scene.home) === "store" ||
    delicacyOf(path, scene.home) === "store"
  )
    return true;
  return (
    /^\/(etc|root|home|Users|var|opt|proc)(\/|$)/.test(path) &&
    (path.startsWith(`${scene.home}/.`) || !path.startsWith(`${scene.home}/`))
  );
}
