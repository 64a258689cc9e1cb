import { normaliseHost } from "./host";
import { isPlainSegment } from "./segment";

/** A repository in normal form: host, and the segments of its path without `.git`. */
export type RemoteLocation = { host: string; path: string[] };

/** These fold case themselves, so two spellings are one repository. */
const CASE_FOLDING = new Set(["github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "dev.azure.com"]);

/** Other doors of the same host, for networks that block port 22. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["ssh.github.com", "github.com"],
  ["altssh.gitlab.com", "gitlab.com"],
  ["altssh.bitbucket.org", "bitbucket.org"],
]);

const URL_FORM = /^(https|ssh|git\+ssh|ssh\+git):\/\/(?:[^/@\s?#]*@)?(\[[^\]]*\]|[^/:@\s]+)(?::\d{0,5})?(?:\/(.*))?$/i;
/** As git reads it: a colon before any slash. One letter before it is a Windows drive. */
const SCP_FORM = /^(?:[\w.~+-]+@)?(\[[^\]]*\]|[^/:@\s]{2,}):(?!\/\/)(.*)$/;

/**
 * Reads a git remote as git would; null for local paths, remote helpers (`ext::`), protocols that do not prove who
 * answers (http, git), and anything that climbs by `..`. Credentials in the URL are passed over: only where it leads counts.
 */
export function locateRemote(text: string): RemoteLocation | null {
  if (text.length > 2_000 || /[\p{Cc}\p{Cs}\\]|^-|^[\w+.-]*::/u.test(text)) return null;
  const url = URL_FORM.exec(text);
  if (!url && /^[a-z][\w+.-]*:\/\//i.test(text)) return null;
  const scp = url ? null : SCP_FORM.exec(text);
  const host = normaliseHost((url ? url[2] : scp?.[1]) ?? "/");
  // The short form is not percent-decoded by git.
  if (scp?.[2]?.includes("%")) return null;
  const path = segmentsOf((url ? url[3] : scp?.[2]) ?? "");
  return host !== null && path !== null ? canonical(host, path) : null;
}

function segmentsOf(text: string): string[] | null {
  const segments: string[] = [];
  for (const part of text.replace(/^\/+|\/+$/g, "").split("/")) {
    const segment = decode(part);
    if (segment === "" && segments.length === 0) continue;
    if (segment === null || /[\p{Cc}\p{Cs}*?#]/u.test(segment) || !isPlainSegment(segment)) return null;
    segments.push(encodeURIComponent(segment));
  }
  const last = segments.at(-1)?.replace(/\.git$/i, "");
  if (last === "") return null;
  return last === undefined ? [] : [...segments.slice(0, -1), last];
}

/** Azure DevOps has three spellings of one repository. */
function canonical(host: string, path: string[]): RemoteLocation {
  if (host === "ssh.dev.azure.com" && path[0] === "v3") return folded("dev.azure.com", path.slice(1));
  const organization = /^([a-z0-9-]+)\.visualstudio\.com$/.exec(host)?.[1];
  if (organization) return folded("dev.azure.com", [organization, ...path.filter((part) => part !== "_git")]);
  if (host === "dev.azure.com")
    return folded(
      host,
      path.filter((part) => part !== "_git"),
    );
  return folded(ALIASES.get(host) ?? host, path);
}

const folded = (host: string, path: string[]): RemoteLocation => ({
  host,
  path: CASE_FOLDING.has(host) ? path.map((part) => part.toLowerCase()) : path,
});

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};
