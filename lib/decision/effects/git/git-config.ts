import { isInProject } from "../../protected-paths";
import type { SimpleCommand, Span } from "../../shell/types";
import { hasFlag, operands } from "../arguments";
import { clip } from "../clip";
import { destinationOf, hostOf, isOurs } from "../network/destinations";
import { isTrustedRemote } from "./git-remotes";
import { SCRATCH } from "../guard/guard-paths";
import { add, pathOf, type Scene } from "../scene";

/** Settings that make git run programs, skip hooks or talk to other hosts. */
export function configured(setting: string, span: Span, scene: Scene): void {
  const [key = "", ...rest] = setting.split(" ");
  const value = rest.join(" ");
  const name = key.toLowerCase();
  const guard = (what: string, note: string) => add(scene, "guard-change", "command", key, span, note, { what });
  if (value === "" && rest.length === 0) return;
  scene.gitSettings.set(name, value);
  if (READS_SETTINGS.test(name) && SCRATCH.test(value))
    add(scene, "persist", "command", key, span, `makes git read ${clip(value)}`, { what: "git-config" });
  else if (REMOTE_URL.test(name)) movesRemote(key.split(".").slice(1, -1).join("."), value, span, scene);
  else if (name === "core.hookspath") guard("hooks-path", "changes where git looks for hooks");
  else if (SSL_VERIFY.test(name) && /^(false|0|no|off)$/i.test(value) && !isOnThisMachine(name, scene))
    guard("tls", "turns git's certificate checks off");
  else if (/^(?:http|https)(?:\..*)?\.proxy$/.test(name) && redirects(value, scene))
    guard("traffic", `sends git's traffic to ${clip(value)}`);
  else if (/^url\..*\.(insteadof|pushinsteadof)$/.test(name)) {
    add(scene, "git-remote-change", "remote", key, span, "redirects git URLs to another place", {
      verb: "insteadOf",
      name: key,
      trusted: scene.trust.gitRemote(key.slice(4, key.lastIndexOf("."))) || isSameHost(key, value),
    });
  } else if (
    /^(core\.(sshcommand|fsmonitor|editor|pager|askpass|gitproxy)|filter\..*|diff\..*\.(command|textconv)|alias\..*|credential\.helper|gpg\.program|uploadpack\..*|protocol\.ext\.allow)$/.test(
      name,
    ) &&
    /[!|;&$]|\b(?:ba|z|da|k)?sh\b|\/|curl|wget|always/.test(value) &&
    !/^(vim|nano|code|cache|osxkeychain|store|manager.*|delta|less.*)( --wait)?$/.test(value)
  ) {
    add(scene, "persist", "command", key, span, `makes git run ${clip(value)}`, { what: "git-config" });
  }
}

/** For all hosts, or for those of an address: `http.https://git.internal/.sslVerify`. */
const SSL_VERIFY = /^https?\.(?:.*\.)?sslverify$/;
const isOnThisMachine = (name: string, { trust }: Scene): boolean =>
  destinationOf(hostOf(name.slice(name.indexOf(".") + 1, name.lastIndexOf("."))), trust) === "local";

/** Where projects keep their hooks; what is written there is judged when it is. */
const HOOKS = /\/\.(?:husky(?:\/_)?|githooks)$/;

/** `git config core.hooksPath .husky`: the project's own set-up, for this repository alone. */
export function usesProjectHooks(command: SimpleCommand, scene: Scene): boolean {
  if (hasFlag(command, "--global", "--system", "-f", "--file", "--worktree", "--blob")) return false;
  const words = operands(command);
  const [key, value, ...more] = words[0]?.value === "set" ? words.slice(1) : words;
  if (key?.value.toLowerCase() !== "core.hookspath" || value === undefined || more.length > 0) return false;
  const path = pathOf(value, command, scene);
  return path !== null && HOOKS.test(path) && isInProject(path, scene.roots);
}

/** Where a remote is, or where pushes to it go. */
const REMOTE_URL = /^remote\..+\.(?:push)?url$/;

function movesRemote(name: string, url: string, span: Span, scene: Scene): void {
  scene.remotes.set(name, url);
  const trusted = isTrustedRemote(name, scene);
  add(scene, "git-remote-change", "remote", url, span, `points ${name} at ${clip(url)}`, { verb: "set-url", name, trusted }); // prettier-ignore
}

const WHOLE_HOST = /^(?:(?:ssh|https|git):\/\/)?(?:git@)?([\w.-]+)[:/]$/;

/** `https` to `ssh` on one host is another way to the same place. */
function isSameHost(key: string, value: string): boolean {
  const base = WHOLE_HOST.exec(key.slice(4, key.lastIndexOf(".")))?.[1]?.toLowerCase();
  return base !== undefined && base === WHOLE_HOST.exec(value)?.[1]?.toLowerCase();
}

/** Settings that name a file of settings, or a directory whose hooks a new repository gets. */
const READS_SETTINGS = /^(?:include\.path|includeif\..*\.path|core\.attributesfile|init\.templatedir)$/;

const redirects = (proxy: string, { trust }: Scene): boolean => !isOurs(destinationOf(hostOf(proxy), trust));
