import { trustableHost } from "./domain";
import { normaliseHost } from "./host";
import { ok, type Parsed, refuse } from "./parsed";
import { isPlainSegment } from "./segment";

/** Where an https URL leads: `origin` without a default port, and the segments of its path, decoded. */
type UrlLocation = { origin: string; path: string[] };

/** User info is passed over: only where it leads counts. */
const HTTPS = /^https:\/\/(?:[^/@\s?#]*@)?(\[[^\]]*\]|[^/:@\s?#]+)(?::(\d{0,5}))?(?:\/([^?#]*))?(?:[?#].*)?$/i;
const DEFAULT_PORT = 443;

/**
 * A trusted part of the web, as registries and services are: an https address that takes in everything below it. Normal
 * form: `https://host[:port]/path/`, ending in a slash. A port is part of it, since another port is another server.
 */
export function parseUrlPrefix(raw: string, example: string): Parsed {
  const text = raw.trim().replace(/\/\*+$/, "/");
  if (text.includes("*"))
    return refuse(`Everything below an address is trusted, so it needs no star. Write ${example}.`);
  if (/^http:\/\//i.test(text)) return refuse("http does not prove who answers. Write the https address.");
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) && !/^https:\/\//i.test(text))
    return refuse(`Write the https address, such as ${example}.`);
  const url = /^https:/i.test(text) ? text : `https://${text}`;
  if (/^https:\/\/[^/]*@/i.test(url)) return refuse("Leave out the user name and password before the “@”.");
  if (/[?#]/.test(url)) return refuse("Leave out “?” or “#” and what follows.");
  const host = trustableHost(HTTPS.exec(url)?.[1] ?? "");
  if (!host.ok) return host;
  const location = locateUrl(url);
  return location === null
    ? refuse(`This is not an address. Write one such as ${example}.`)
    : ok(prefixesOf(location).at(-1) ?? url);
}

/** Null for what is not https, and for paths that climb, skip a segment, or mean different things to different servers. */
export function locateUrl(text: string): UrlLocation | null {
  if (text.length > 4_000 || /[\p{Cc}\p{Cs}\\]/u.test(text)) return null;
  const [, rawHost = "/", rawPort = "", rawPath = ""] = HTTPS.exec(text) ?? [];
  const host = normaliseHost(rawHost);
  const port = rawPort === "" ? DEFAULT_PORT : Number(rawPort);
  const path = segmentsOf(rawPath);
  if (host === null || path === null || port < 1 || port > 65_535) return null;
  return { origin: `https://${host}${port === DEFAULT_PORT ? "" : `:${port}`}`, path };
}

/** The normal forms that take in a location, the broadest first. */
export function prefixesOf({ origin, path }: UrlLocation): string[] {
  const prefixes = [`${origin}/`];
  for (const segment of path) prefixes.push(`${prefixes.at(-1)}${encodeURIComponent(segment)}/`);
  return prefixes;
}

function segmentsOf(path: string): string[] | null {
  const parts = path.replace(/\/$/, "").split("/");
  const segments = path === "" ? [] : parts.map(decoded);
  return segments.every((segment) => segment !== null) ? segments : null;
}

function decoded(text: string): string | null {
  try {
    const segment = decodeURIComponent(text);
    return isPlainSegment(segment) && !/[\p{Cc}\p{Cs}\s]/u.test(segment) ? segment : null;
  } catch {
    return null;
  }
}
