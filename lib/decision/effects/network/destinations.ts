import { parse as parseDomain } from "tldts";
import { innerDestinations } from "../../inner-destinations";
import type { TrustLookup } from "../../types";

/**
 * `local`: this machine. `trusted`: the organization's. `drop`: public paste, file drop and request catcher services. `address`: a bare
 * public IP address. `unknown`: everything else.
 */
export type Destination = "local" | "trusted" | "drop" | "address" | "unknown";

const LOCAL = /^(?:localhost|.*\.localhost|127(?:\.\d+){1,3}|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|\[?::\]?)$/i;

/** Registrable domains, and hosts on shared ones, where anybody can collect what is sent. */
const DROPS = new Set([
  "webhook.site", "requestbin.com", "requestbin.net", "pipedream.net", "beeceptor.com", "hookbin.com", "requestcatcher.com", "postb.in", "interact.sh",
  "oast.fun", "oast.pro", "oast.live", "oast.site", "oast.online", "oast.me", "burpcollaborator.net", "oastify.com", "dnslog.cn", "ceye.io", "canarytokens.com",
  "transfer.sh", "file.io", "0x0.st", "ix.io", "paste.rs", "termbin.com", "sprunge.us", "pastebin.com", "hastebin.com", "dpaste.com", "dpaste.org",
  "ghostbin.com", "rentry.co", "paste.ee", "bashupload.com", "temp.sh", "catbox.moe", "gofile.io", "anonfiles.com", "tmpfiles.org", "uguu.se", "oshi.at",
  "pixeldrain.com", "wetransfer.com", "mega.nz", "mega.io", "filebin.net", "tmp.ninja", "keep.sh", "p.teknik.io", "clbin.com", "paste.debian.net", "bpa.st",
  "pastes.io", "paste.mozilla.org", "controlc.com", "privatebin.net", "snippet.host", "dpaste.de", "nopaste.net", "0bin.net", "cl1p.net", "send.vis.ee", "litterbox.moe", "mediafire.com", "zippyshare.com", "sendspace.com", "file.coffee", "ufile.io", "limewire.com", "storj.io", "curl.by", "envs.sh", "x0.at", "ttm.sh", "c-v.sh", "ptpb.pw", "w3s.link", "localtunnel.me", "pagekite.me", "requestbin.io", "interactsh.com", "dnslog.link", "canarytokens.org", "xss.ht", "bxss.me", "hookdeck.com", "mockbin.org", "patchbay.pub", "kvdb.io", "jsonbin.io", "ntfy.sh", "pushover.net", "slexy.org",
  "ngrok.io", "ngrok-free.app", "ngrok.app", "trycloudflare.com", "serveo.net", "localhost.run", "loca.lt", "discord.com", "discordapp.com", "telegram.org",
  "mermaid.live", "mermaid.ink", "kroki.io", "plantuml.com",
  // Chats and automations that pass on whatever is posted to an address that anybody may hold.
  "hooks.slack.com", "hooks.slack-gov.com", "chat.googleapis.com", "hooks.zapier.com", "maker.ifttt.com", "open.feishu.cn", "open.larksuite.com", "qyapi.weixin.qq.com", "oapi.dingtalk.com", "api.pushbullet.com", "api.pushover.net", "make.com",
]); // prettier-ignore

/** What such services call themselves, under whatever ending. */
const DROP_NAME =
  /^(?:paste-?bins?|hastebin|privatebin|dpaste|termbin|ghostbin|nopaste|file-?(?:bin|drop)|img-?drop|transfer-?sh|bashupload|request-?(?:bin|catcher)|webhook-?site)$/;
/** Services that are drops only under one path or host name. */
const DROP_HOST = /(?:^|\.)(?:oast|interactsh|collaborator|burp|requestbin|webhook|exfil)[.-]/i;

/** Longer than any address a person writes or a server takes. */
export const MAX_URL_LENGTH = 8_192;

/** An address as clients read it, tabs, percent signs and full-width dots included; null for what is none. */
export function webUrl(text: string): URL | null {
  const word = text.length > MAX_URL_LENGTH ? "" : text.trim();
  if (!URL.canParse(word)) return null;
  const url = new URL(word);
  return url.hostname === "" ? null : url;
}

/** A host name in comparable form. */
export const hostIn = ({ hostname }: URL): string => hostname.toLowerCase().replace(/\.$/, "");

/** The host a word names: of a URL as clients read it, of `user@host:path` and bare names as written. Null for what names none. */
export function hostOf(text: string): string | null {
  const word = text.slice(0, MAX_URL_LENGTH).trim();
  // Clients disagree on whether a backslash ends the host.
  if (/^[a-z][\w+.-]*:\/\/[^/?#]*\\/i.test(word)) return null;
  // A variable's name is told apart by case, which URLs do not know.
  if (/^(?:https?:|[a-z][a-z\d+.-]+:[/\\])/i.test(word) && !/^[a-z]+:\/\/[^/?#]*\$/i.test(word)) {
    const url = webUrl(word);
    if (url !== null) return hostIn(url);
  }
  // Digits behind the colon are a port: `localhost:3000/x`.
  const match = /^(?:[a-z][\w+.-]*:(?!\d{1,5}(?:[/?#]|$)))?(?:\/\/)?(?:[^/?#\\]*@)?(\[[^\]]+\]|[^/:?#\\@\s]+)/i.exec(
    word,
  );
  const written = match?.[1]?.replace(/\.$/, "");
  const host = written?.includes("$") === true ? written : written?.toLowerCase();
  return host === undefined || host === "" ? null : host;
}

export function destinationOf(host: string | null, trust: TrustLookup): Destination {
  if (host === null || host.includes("$") || host.includes("`")) return "unknown";
  if (LOCAL.test(host)) return "local";
  if (trust.domain(host)) return "trusted";
  const parsed = parseDomain(host);
  if (parsed.isIp === true || /^(?:0x[\da-f]+|\d{8,10})$/i.test(host)) return "address";
  if (DROPS.has(parsed.domain ?? "") || DROPS.has(host) || DROP_NAME.test(parsed.domainWithoutSuffix ?? "") || DROP_HOST.test(`${host}.`)) return "drop"; // prettier-ignore
  return "unknown";
}

/** This machine, or the organization's. */
export const isOurs = (to: string): boolean => to === "local" || to === "trusted";

const OUTWARD: readonly Destination[] = ["drop", "address", "unknown"];

/**
 * Where a request to a URL may end up: of a trusted host that is sent on by what the address carries (`?next=https://…`), the place it
 * is sent on to.
 */
export function destinationOfUrl(url: string, trust: TrustLookup): Destination {
  const outer = destinationOf(hostOf(url), trust);
  if (outer !== "trusted") return outer;
  const inner = innerDestinations(url.slice(0, MAX_URL_LENGTH)).map((one) => destinationOf(hostOf(one), trust));
  return OUTWARD.find((place) => inner.includes(place)) ?? outer;
}

/** Services whose only use is to see that something called them. */
const CATCHERS = new Set([
  "webhook.site", "requestbin.com", "requestbin.net", "requestbin.io", "requestcatcher.com", "hookbin.com", "postb.in", "pipedream.net", "beeceptor.com", "interact.sh", "interactsh.com",
  "oast.fun", "oast.pro", "oast.live", "oast.site", "oast.online", "oast.me", "burpcollaborator.net", "oastify.com", "dnslog.cn", "dnslog.link", "ceye.io", "canarytokens.com", "canarytokens.org", "xss.ht", "bxss.me", "hookdeck.com", "mockbin.org",
]); // prettier-ignore

/** Whether a host only takes note of who calls it, so that a call alone tells something. */
export function isCatcher(host: string | null): boolean {
  if (host === null) return false;
  return CATCHERS.has(parseDomain(host).domain ?? "") || DROP_HOST.test(`${host}.`);
}

const OWN_PAGE = /^\/(?:$|(?:docs?|documentation|blog|pricing|about|faq|help|support|features|guides?|terms|privacy|changelog|status)(?:\/|$))/i; // prettier-ignore

/** As `isCatcher`, without what such a service says about itself: its front page, its documentation. */
export function catchesCall(url: URL): boolean {
  const host = hostIn(url);
  if (!isCatcher(host)) return false;
  const { domain, subdomain } = parseDomain(host);
  const isItsOwn = domain === host || /^(?:www|docs|blog|help|support|status)$/.test(subdomain ?? "");
  const isPage = subdomain === "docs" || OWN_PAGE.test(url.pathname);
  return !(isItsOwn && isPage && url.search === "" && url.pathname.length <= MAX_PAGE_LENGTH);
}
/** A longer path may be a message. */
const MAX_PAGE_LENGTH = 80;

/**
 * Metadata services of clouds and clusters: they hand out the machine's credentials. Link-local addresses under all of their names and
 * notations.
 */
export const isMetadataService = (host: string): boolean =>
  /^(?:(?:.*\.)?169[.-]254[.-]1(?:69|70)[.-]\d{1,3}(?:\.(?:nip|sslip|xip)\.io)?|(?:.*\.)?metadata(?:\.(?:google\.internal|goog|azure\.com|azure\.internal|tencentyun\.com|packet\.net))?|instance-data(?:\.ec2\.internal)?|\[::ffff:a9fe:a[9a][\da-f]{2}\]|100\.100\.100\.200|192\.0\.0\.192|\[?fd00:ec2::(?:23|254)\]?|\[?fd20:ce::254\]?)$/i.test(
    host,
  );
