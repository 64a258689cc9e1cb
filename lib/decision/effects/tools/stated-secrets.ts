import { isSecretName } from "../../credential-paths";
import { matchesOf } from "../../matches";

/** Stands where a secret would: in examples, templates and masked logs. */
const PLACEHOLDER =
  /^(?:[<${*%[(]|x{3,}|your|my[-_]|change|example|placeholder|redacted|dummy|test|fake|todo|tbd|\.{2,}|none|null|undefined|true|false|process\.|os\.|env\.|secrets?\.|config\.|foo|bar|abc123|password|p[a@]ssw[o0]rd|secret|hunter2$)|example|redacted|placeholder|\*{3}|x{4,}|•/i;
const LOCAL = /^(?:localhost|127\.|0\.0\.0\.0|host\.docker\.internal|example\.|.*\.example\.|.*\.(?:test|local|localhost|invalid)$)/i; // prettier-ignore

const ADDRESS = /\b[a-z][a-z+]{2,20}:\/\/[^\s:/@'"]{1,100}:([^\s@/'"]{2,200})@([\w.-]{1,253})/gi;
const ASSIGNED = /(?<![\w$-])([A-Za-z]\w{2,60})["']?\s?[=:]\s?(?!\/\/)["']?([^\s"',;&}\])]{6,400})/g;
const TOLD = /\b(?:password|passwd|passphrase|api[ _-]key|access[ _-]key|secret[ _-]key|auth[ _-]token)\s{0,2}(?:is|=|:)\s{0,2}["'`]?([^\s"'`,;]{8,200})/gi; // prettier-ignore
const LIVE = /\b(?:[sr]k_live_\w{8}|whsec_\w{16}|SG\.[\w-]{16,40}\.[\w-]{16})|\bAccountKey=[\w+/]{40}/;

/** Settings that programs sign in with, as they stand in their files: no one writes these by hand into anything else. */
const SETTINGS =
  /\bkind["']?\s?[:=]\s?["']?Config\b[\s\S]{0,1500}?\b(?:token|client-key-data|password)["']?:\s{0,3}["']?([\w./+=-]{16,})|\baws_secret_access_key\s?=\s?([\w/+]{30,})|\bmachine\s{1,3}[\w.-]{1,200}\s{1,3}login\s{1,3}\S{1,100}\s{1,3}password\s{1,3}(\S{8,200})|:_(?:authToken|password)\s?=\s?["']?([\w./+=-]{16,})|"auths"\s?:\s?\{\s?"[^"]{1,200}"\s?:\s?\{\s?"auth"\s?:\s?"([\w/+=]{12,})"/;
const holdsSettings = (text: string): boolean => {
  // Within a text of JSON their lines are joined.
  const value = SETTINGS.exec(text.replaceAll(String.raw`\n`, "\n"))?.slice(1).find((one) => one !== undefined); // prettier-ignore
  return value !== undefined && isRandom(value) && !isPlaceholder(value);
};

export const isPlaceholder = (value: string): boolean => PLACEHOLDER.test(value);

/** Letters and digits together, as no word has them. */
const isRandom = (value: string): boolean => /[A-Za-z]/.test(value) && /\d/.test(value) && !/^\w+:\/\//.test(value);

/**
 * A secret that shows by what stands beside it: a password in an address, a value behind a secret's name. Weaker than a secret's own
 * form, so it is asked for only where a text goes to other people.
 */
export function statesSecret(text: string): boolean {
  if (LIVE.test(text) || holdsSettings(text)) return true;
  for (const { 1: password = "", 2: host = "" } of matchesOf(text, ADDRESS)) {
    const isFar = host.includes(".") || /prod|live/i.test(host);
    if (isFar && !LOCAL.test(host) && !isPlaceholder(password)) return true;
  }
  for (const { 1: name = "", 2: value = "" } of matchesOf(text, ASSIGNED)) {
    const isNamed = /^[A-Z][A-Z\d_]+$/.test(name) && (isSecretName(name) || /(?:^|_)PASS$/.test(name));
    if (isNamed && isRandom(value) && !isPlaceholder(value)) return true;
  }
  for (const { 1: value = "" } of matchesOf(text, TOLD)) if (isRandom(value) && !isPlaceholder(value)) return true;
  return false;
}

const TOLD_BARE = /\b(?:password|passwd|passphrase|pwd)\s{1,2}["'`]?([^\s"'`,;?]{8,200})/gi;

/** A password right behind its name, as no program and no algorithm is called: letters, digits and signs in one. */
export function tellsPassword(text: string): boolean {
  for (const { 1: value = "" } of matchesOf(text, TOLD_BARE))
    if (isRandom(value) && /\w[!@#$%^&*]\w/.test(value) && !isPlaceholder(value)) return true;
  return false;
}
