import { getDomain } from "tldts";
import type { TrustEntry } from "./schemas";

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
  if (kind === "git-remote") return /^[^/]+\/\*$/.test(value) ? "It trusts every repository on the host." : null;
  if (kind !== "domain") return null;
  const base = value.replace(/^\*\./, "");
  const registered = getDomain(base);
  const isShared = [base, registered].some((name) => name !== null && SHARED_PLATFORMS.has(name));
  if (isShared) return "Others can publish or receive data there as well.";
  if (value.startsWith("*.") && base === registered) return "It trusts every host under the registered name.";
  return null;
}
