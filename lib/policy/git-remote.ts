import { isIpAddress } from "./host";
import { ok, type Parsed, refuse } from "./parsed";
import { locateRemote } from "./remote-url";

/** Anyone can make an account here, so trusting the whole host would trust strangers. */
const PUBLIC_FORGES = new Set([
  "github.com", "gist.github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "dev.azure.com", "git.sr.ht", "gitee.com",
  "sourceforge.net", "huggingface.co", "gitea.com", "hf.co",
]); // prettier-ignore

/**
 * A trusted git remote. Normal forms: `host/owner/repo` (groups may nest) and `host/owner/*` for everything below an
 * owner; `host/*` for a host of one's own. A clone URL of any kind is understood; scheme, user and port are left out.
 */
export function parseGitRemote(raw: string): Parsed {
  const text = raw.trim();
  const wildcard = text.endsWith("/*");
  const base = wildcard ? text.slice(0, -2) : text;
  if (base.includes("*"))
    return refuse("A star can only stand at the end, for all repositories of an owner: github.com/acme/*.");
  if (/^[a-z][\w+.-]*::/i.test(base))
    return refuse("Remote helpers run programs and cannot be trusted. Write host/owner/repository.");
  if (/^(?:file:|[.~/\\]|[a-z]:[/\\])/i.test(base))
    return refuse("This is a path on one machine. Write where the repository lives: host/owner/repository.");
  if (/^(?:git|http|ftp|ftps):\/\//i.test(base))
    return refuse("This protocol does not prove who answers. Write the https or ssh address.");
  if (/^https:\/\/[^/]*@|^[a-z+]+:\/\/[^/@]*:[^/@]*@/i.test(base))
    return refuse("Leave out the user name and password before the “@”.");

  const remote = locateRemote(/^(?:[^:@/]+\.[^:@/]+|\[[\da-f:.]+\])(?:\/|$)/i.test(base) ? `https://${base}` : base);
  if (remote === null)
    return refuse(
      "This is not a git remote. Write host/owner/repository, such as github.com/acme/app or github.com/acme/*.",
    );
  return shaped(remote.host, remote.path, wildcard);
}

function shaped(host: string, path: string[], wildcard: boolean): Parsed {
  const name = [host, ...path].join("/");
  if (!host.includes(".") && !isIpAddress(host))
    return refuse("Write the host's full name: what a short name means differs by machine.");
  const isPublic = PUBLIC_FORGES.has(host);
  if (isPublic && path.length === 0)
    return refuse(`Anyone can have repositories on ${host}. Name the owner: ${host}/acme/*.`);
  if (wildcard) return ok(`${name}/*`);
  if (path.length === 0) return refuse(`To trust every repository on this host, write ${host}/*.`);
  if (path.length === 1 && isPublic) return refuse(`Write ${name}/* for all repositories of ${path[0]}, or name one.`);
  if (host === "github.com" && path.length > 2)
    return refuse(`Write only owner and repository: ${name.split("/", 3).join("/")}.`);
  return ok(name);
}
