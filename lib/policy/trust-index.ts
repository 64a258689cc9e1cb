import type { TrustLookup } from "@/lib/decision/types";
import { locateBucket } from "./bucket";
import { normaliseHost, parentsOf } from "./host";
import { withoutProtocol } from "./registry";
import { locateRemote } from "./remote-url";
import type { TrustEntry, TrustKind } from "./schemas";
import { locateUrl, prefixesOf } from "./url-prefix";

/**
 * Compiles entries to sets. A look-up tries the few spellings that could cover its argument (a host's parents, a path's
 * prefixes), so 10,000 entries cost what 10 cost. What does not parse is not trusted. Entries that have expired by `now`
 * are left out: build anew at `nextExpiry`.
 * @param now Unix time in ms
 */
export function buildTrustLookup(entries: readonly TrustEntry[], now: number): TrustLookup {
  const live = entries.filter((entry) => !hasExpired(entry, now));
  const valuesOf = (kind: TrustKind) =>
    new Set(live.filter((entry) => entry.kind === kind).map((entry) => entry.value));
  const domains = valuesOf("domain");
  const buckets = valuesOf("bucket");
  const remotes = valuesOf("git-remote");
  const registries = valuesOf("registry");
  const services = valuesOf("service");
  return {
    domain: (host) => coversDomain(domains, host),
    bucket: (url) => coversBucket(buckets, url),
    gitRemote: (url) => coversRemote(remotes, url),
    registry: (url) => coversUrl(registries, withoutProtocol(url)),
    service: (urlOrServer) => services.has(urlOrServer) || coversUrl(services, urlOrServer),
  };
}

export const hasExpired = (entry: TrustEntry, now: number): boolean =>
  entry.expiresAt !== null && Date.parse(entry.expiresAt) <= now;

/** When the next entry stops counting, Unix time in ms; null when none will. */
export function nextExpiry(entries: readonly TrustEntry[], now: number): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (const { expiresAt } of entries) {
    const at = expiresAt === null ? Number.NaN : Date.parse(expiresAt);
    if (at > now && at < next) next = at;
  }
  return Number.isFinite(next) ? next : null;
}

/** @param raw a host, with or without a port; anything more (user, path) is no host */
function coversDomain(domains: ReadonlySet<string>, raw: string): boolean {
  if (domains.size === 0 || raw.length > 1_000) return false;
  const [, name = "", port = "1"] = /^(.*?)(?::(\d{1,5}))?$/s.exec(raw) ?? [];
  const host = normaliseHost(name);
  if (host === null || Number(port) > 65_535) return false;
  if (domains.has(host)) return true;
  for (const parent of parentsOf(host)) if (domains.has(`*.${parent}`)) return true;
  return false;
}

function coversBucket(buckets: ReadonlySet<string>, url: string): boolean {
  const location = buckets.size === 0 || url.length > 4_000 ? null : locateBucket(url);
  if (location === null) return false;
  let prefix = location.root;
  if (buckets.has(prefix)) return true;
  for (const segment of location.path) {
    prefix += `${segment}/`;
    if (buckets.has(prefix)) return true;
  }
  return false;
}

function coversUrl(prefixes: ReadonlySet<string>, url: string): boolean {
  const location = prefixes.size === 0 ? null : locateUrl(url);
  return location !== null && prefixesOf(location).some((prefix) => prefixes.has(prefix));
}

function coversRemote(remotes: ReadonlySet<string>, url: string): boolean {
  const location = remotes.size === 0 ? null : locateRemote(url);
  if (location === null || location.path.length === 0) return false;
  let name = location.host;
  for (const segment of location.path) {
    if (remotes.has(`${name}/*`)) return true;
    name += `/${segment}`;
  }
  return remotes.has(name);
}
