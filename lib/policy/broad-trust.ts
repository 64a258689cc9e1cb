import { getDomain } from "tldts";
import type { TrustEntry } from "./schemas";
import { locateUrl } from "./url-prefix";

/** Where anyone can rent a host or publish a page, although no public suffix says so. */
const SHARED_PLATFORMS = new Set([
  "amazonaws.com", "azure.com", "cloudfront.net", "core.windows.net", "digitaloceanspaces.com", "discord.com", "dropbox.com",
  "fastly.net", "github.com", "gitlab.com", "google.com", "googleapis.com", "googleusercontent.com", "heroku.com",
  "huggingface.co", "ngrok.io", "office.com", "oraclecloud.com", "pastebin.com", "pipedream.net", "requestbin.com",
  "sharepoint.com", "slack.com", "telegram.org", "transfer.sh", "windows.net", "workers.dev", "zapier.com",
]); // prettier-ignore

/** True for a wildcard over a whole registered name, and for names under which anyone can put something. */
export const isBroad = (entry: Pick<TrustEntry, "kind" | "value">): boolean => breadthOf(entry) !== null;

/** In words, why an entry trusts more than it seems to; null when it does not. */
export function breadthOf({ kind, value }: Pick<TrustEntry, "kind" | "value">): string | null {
  switch (kind) {
    case "git-remote":
      return /^[^/]+\/\*$/.test(value) ? "It trusts every repository on the host." : null;
    case "domain": {
      const base = value.replace(/^\*\./, "");
      if (isShared(base)) return "Others can publish or receive data there as well.";
      return value.startsWith("*.") && base === getDomain(base)
        ? "It trusts every host under the registered name."
        : null;
    }
    case "registry":
    case "service": {
      const location = locateUrl(value);
      return location?.path.length === 0 && isShared(new URL(location.origin).hostname)
        ? "Others have accounts there as well. Add the part of the path that is yours."
        : null;
    }
    case "bucket":
      return null;
  }
}

const isShared = (host: string): boolean =>
  [host, getDomain(host)].some((name) => name !== null && SHARED_PLATFORMS.has(name));
