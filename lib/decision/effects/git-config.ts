import type { SimpleCommand, Span } from "../shell/types";
import { hasFlag } from "./arguments";
import { clip } from "./clip";
import { destinationOf, hostOf } from "./destinations";
import { add, type Scene } from "./scene";

/** Settings that make git run programs, skip hooks or talk to other hosts. */
export function configured(setting: string, span: Span, scene: Scene, command: SimpleCommand): void {
  if (hasFlag(command, "--get", "--list", "-l", "--unset", "--get-all", "--get-regexp")) return;
  const [key = "", ...rest] = setting.split(" ");
  const value = rest.join(" ");
  const name = key.toLowerCase();
  const guard = (what: string, note: string) => add(scene, "guard-change", "command", key, span, note, { what });
  if (value === "" && rest.length === 0) return;
  if (name === "core.hookspath") guard("hooks-path", "changes where git looks for hooks");
  else if (name === "http.sslverify" && /^(false|0|no|off)$/i.test(value))
    guard("tls", "turns git's certificate checks off");
  else if (/^(?:http|https)(?:\..*)?\.proxy$/.test(name) && redirects(value, scene))
    guard("traffic", `sends git's traffic to ${clip(value)}`);
  else if (/^url\..*\.(insteadof|pushinsteadof)$/.test(name)) {
    add(scene, "git-remote-change", "remote", key, span, "redirects git URLs to another place", {
      verb: "insteadOf",
      name: key,
      trusted: scene.trust.gitRemote(key.slice(4, key.lastIndexOf("."))),
    });
  } else if (
    /^(core\.(sshcommand|fsmonitor|editor|pager|askpass|gitproxy)|filter\..*|diff\..*\.(command|textconv)|alias\..*|credential\.helper|gpg\.program|uploadpack\..*|protocol\.ext\.allow)$/.test(
      name,
    ) &&
    /[!|;&$]|\bsh\b|\/|curl|wget|always/.test(value) &&
    !/^(vim|nano|code|cache|osxkeychain|store|manager.*|delta|less.*)( --wait)?$/.test(value)
  ) {
    add(scene, "persist", "command", key, span, `makes git run ${clip(value)}`, { what: "git-config" });
  }
}

const redirects = (proxy: string, scene: Scene): boolean => {
  const to = destinationOf(hostOf(proxy), scene.trust);
  return to !== "local" && to !== "trusted";
};
