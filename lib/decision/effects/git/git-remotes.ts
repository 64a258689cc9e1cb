import gitUrlParse from "git-url-parse";
import type { Scene } from "../scene";

/** A remote in comparable form, `host/owner/name` in lower case; null when it names no host. */
export function remoteKey(url: string): string | null {
  if (url.length > 2_000 || /^(ext|fd|file)::?/.test(url)) return null;
  try {
    const { source, resource, full_name: name } = gitUrlParse(url);
    const host = (resource || source).toLowerCase();
    if (host === "" || name.split("/").includes("..")) return null;
    return `${host}/${name.toLowerCase().replace(/\.git$/, "")}`;
  } catch {
    return null;
  }
}

export const looksLikeUrl = (text: string): boolean => /^[a-z][\w+.-]*:\/\/|^[\w.-]+@[\w.-]+:|^[\w+]+::/i.test(text);

/** Whether pushing there stays within the organization: a remote the session began with, or a trusted one. */
export function isTrustedRemote(nameOrUrl: string, scene: Scene): boolean {
  const own = scene.action.git?.remotes ?? {};
  const changed = scene.remotes.get(nameOrUrl);
  const url = changed ?? (looksLikeUrl(nameOrUrl) ? nameOrUrl : own[nameOrUrl]);
  // A remote that nothing is known about was not made by this command line; it is the repository's own.
  if (url === undefined) return !nameOrUrl.includes("/") && !nameOrUrl.includes("$");
  if (scene.trust.gitRemote(url)) return true;
  const key = remoteKey(url);
  return key !== null && Object.values(own).some((known) => remoteKey(known) === key);
}
