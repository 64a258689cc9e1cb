import { parse } from "tldts";
import { ipv4Of, isIpAddress, normaliseHost, parseUrl } from "./host";
import { ok, type Parsed, refuse } from "./parsed";
import { mixesAlphabets } from "./scripts";

/** Not in the public suffix list, and never delegated: names under them can only be an organization's own. */
const PRIVATE_SUFFIXES = new Set(["internal", "home.arpa"]);
/** They hand out credentials to whoever can make a request. */
const METADATA = new Set([
  "[fd00:ec2::254]", "[fd20:ce::254]", "100.100.100.200", "192.0.0.192", "168.63.129.16",
  "metadata.google.internal", "metadata.goog", "instance-data.ec2.internal",
]); // prettier-ignore
const LINK_LOCAL = /^169\.254\.|^\[fe[89ab]/;
/** A translator between the two kinds of addresses turns these into the IPv4 address at their end. */
const NAT64 = /^\[64:ff9b::([\da-f]{1,4}):([\da-f]{1,4})\]$/;

const NO_METADATA = "The cloud's metadata service hands out credentials and cannot be trusted.";

/**
 * A trusted domain: an exact host or `*.` and the domain whose subdomains are meant (at any depth, without the domain
 * itself). Normal form: lower case, punycode, no trailing dot. Trust covers every port of a host, so none can be given.
 */
export function parseDomain(raw: string): Parsed {
  const text = raw.trim();
  if (text.includes("://")) return refuse(insteadOfUrl(text));
  if (text.includes("@")) return refuse("Write only the host, without a user name and “@”.");
  if (/^[\d.]+\/\d+$|^[\da-f:]+\/\d+$/i.test(text))
    return refuse("Address ranges cannot be trusted. Add single addresses, or a domain such as *.corp.example.com.");
  if (/[/\\?#]/.test(text)) return refuse(`Write only the host: ${text.split(/[/\\?#]/)[0] || "corp.example.com"}.`);
  if (/^(?:[^:]*|\[.*\]):\d+$/.test(text))
    return refuse(`Trust covers every port of a host. Leave the port out: ${text.replace(/:\d+$/, "")}.`);

  const wildcard = text.startsWith("*.");
  const base = wildcard ? text.slice(2) : text;
  if (text === "*" || base === "*" || text === "*.")
    return refuse("This would trust the whole internet. Name a domain.");
  if (base.includes("*")) return refuse("A star can only stand for all subdomains, at the front: *.corp.example.com.");
  if (text.startsWith(".")) return refuse(`To trust all subdomains, write *${text}.`);
  return trustableHost(isBareIpv6(base) ? `[${base}]` : base, wildcard);
}

/** A host that one entry may stand for, in normal form; with `wildcard`, everything below it. */
export function trustableHost(text: string, wildcard = false): Parsed {
  if (mixesAlphabets(text))
    return refuse(
      "This name mixes alphabets that look alike, as deceptive names do. Write its xn-- form if you mean it.",
    );
  const host = normaliseHost(text);
  if (host === null) return refuse("This is not a host name. Write one such as build.corp.example.com.");
  if (isIpAddress(host)) return wildcard ? refuse("A star cannot stand before an address.") : parseAddress(host);
  return parseName(host, wildcard);
}

function parseName(host: string, wildcard: boolean): Parsed {
  if (METADATA.has(host)) return refuse(NO_METADATA);
  if (host === "localhost" || host.endsWith(".localhost"))
    return refuse("This is each developer's own machine, which needs no entry.");
  const { publicSuffix, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  if (wildcard && PRIVATE_SUFFIXES.has(host)) return ok(`*.${host}`);
  if (host === publicSuffix && (wildcard || isIcann || isPrivate))
    return refuse(
      `Names under ${host} can belong to anyone. Name your own, such as ${wildcard ? "*." : ""}acme.${host}.`,
    );
  if (!host.includes("."))
    return refuse(`Write the full name, such as ${host}.corp.example.com: what a short name means differs by machine.`);
  return ok(wildcard ? `*.${host}` : host);
}

function parseAddress(host: string): Parsed {
  const [, high, low] = NAT64.exec(host) ?? [];
  if (high !== undefined && low !== undefined) return parseAddress(ipv4Of(high, low));
  if (METADATA.has(host) || LINK_LOCAL.test(host)) return refuse(NO_METADATA);
  if (/^(?:0\.|127\.)|^\[::1?\]$/.test(host))
    return refuse("This is each developer's own machine, which needs no entry.");
  return ok(host);
}

function insteadOfUrl(text: string): string {
  const host = parseUrl(text)?.hostname.replaceAll("%2A", "*").replaceAll("%2a", "*");
  return host ? `Write only the host, without scheme and path: ${host}.` : "Write only a host, not a URL.";
}

const isBareIpv6 = (text: string) => /^[\da-f]*:[\da-f:.]*:[\da-f.]*$/i.test(text);
