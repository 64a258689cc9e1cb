const PLAIN = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/;
/** A last label like these makes the whole an IPv4 address in some spelling: 127.1, 0x7f.1, 2130706433. */
const NUMERIC_END = /(?:^|\.)(?:\d+|0x[\da-f]*)$/;
/** Characters that show nothing, and those that older and newer clients write differently in punycode. */
const AMBIGUOUS = /[\p{Default_Ignorable_Code_Point}\u00df\u1e9e\u03c2]/u;
const MAPPED_IPV4 = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * The one spelling of a host that comparisons are made in: lower case, punycode, no trailing dot, IP addresses in
 * their usual form (IPv6 in brackets, unless it only wraps an IPv4 address). Null for anything that is not a bare host: user info, ports, paths.
 */
export function normaliseHost(raw: string): string | null {
  const undotted = raw.replace(/\.$/, "");
  const host = undotted.toLowerCase();
  if (PLAIN.test(host) && !NUMERIC_END.test(host)) return isHostName(host) ? host : null;
  if (/[\s/\\?#@%]/.test(host) || AMBIGUOUS.test(undotted) || (host.includes(":") && !/^\[[\da-f:.]+\]$/.test(host)))
    return null;
  // Not `host`: lower case in JavaScript depends on a letter's place in the word (σ, ς), in names it does not.
  const url = parseUrl(`http://${undotted}/`);
  if (!url || url.hostname === "") return null;
  // A trailing dot may also have been written in another alphabet; two are one too many.
  const normal = unmapped(undotted === raw ? url.hostname.replace(/\.$/, "") : url.hostname);
  return isIpAddress(normal) || isHostName(normal) ? normal : null;
}

/** The IPv4 address that an IPv6 address in normal form stands for, where it does. */
const unmapped = (host: string): string => {
  const [, high, low] = MAPPED_IPV4.exec(host) ?? [];
  return high === undefined || low === undefined ? host : ipv4Of(high, low);
};

/** From its two halves, in hex. */
export function ipv4Of(high: string, low: string): string {
  const bits = [high, low].map((half) => Number.parseInt(half, 16));
  return bits.flatMap((half) => [half >> 8, half & 255]).join(".");
}

/** For hosts in normal form. */
export const isIpAddress = (host: string): boolean => host.startsWith("[") || /^\d+\.\d+\.\d+\.\d+$/.test(host);

/** The parents of a host, nearest first: `a.b.c` gives `b.c`, `c`. */
export function* parentsOf(host: string): Generator<string> {
  for (let dot = host.indexOf("."); dot !== -1; dot = host.indexOf(".", dot + 1)) yield host.slice(dot + 1);
}

const isHostName = (host: string) => host.length <= 253 && host.split(".").every((label) => LABEL.test(label));

export const parseUrl = (text: string): URL | null => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};
