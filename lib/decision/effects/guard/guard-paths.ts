import { baseName } from "../../paths";

/** Directories that anybody writes to, and whatever a relative path names. */
export const SCRATCH = /^(?:\.|\/tmp|\/var\/tmp|\/dev\/shm)/;

/** As `guardAt`, for a path that goes away: with a directory goes the guard in it. */
export const guardWithin = (path: string, home: string): string | null =>
  guardAt(path, home) ?? guardAt(`${path}/settings.json`, home);

/** Which guard of the agent or the machine a path configures; null for others. */
export function guardAt(path: string, home: string): string | null {
  const name = baseName(path);
  if (/^\/(etc\/claude-code|Library\/Application Support\/ClaudeCode)\//.test(path)) return "managed-settings";
  if (/\/\.claude\/(settings(\.local)?\.json|hooks\/)/.test(path) || path === `${home}/.claude.json`) return "agent-settings";
  if (/^\.?mcp(_config)?\.json$/.test(name)) return "agent-settings";
  if (/\/\.claude\/projects\/.*\.jsonl$/.test(path)) return "transcript";
  if (/^\/etc\/(hosts|resolv\.conf|hosts\.(allow|deny)|nsswitch\.conf)$/.test(path)) return "name-resolution";
  if (/^\/etc\/(ssh\/sshd_config|audit|rsyslog|syslog|selinux|apparmor|iptables|ufw|fail2ban|firewalld|nftables|pf)/.test(path)) return "security-service";
  if (/\/(?:release_agent|notify_on_release)$|^\/proc\/(?:self|\d+)\/(?:uid_map|gid_map|setgroups)$/.test(path)) return "security-service";
  if (/^\/(etc\/ssl|usr\/local\/share\/ca-certificates|usr\/share\/ca-certificates|etc\/pki)/.test(path)) return "certificates";
  return null;
} // prettier-ignore
