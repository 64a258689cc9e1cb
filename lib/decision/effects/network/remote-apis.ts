import type { SimpleCommand, Word } from "../../shell/types";
import { hasFlag, operands, optionValues } from "../arguments";
import { ADMIN_APIS } from "../books/admin-apis";
import { HOSTED_APIS } from "../books/hosted-apis";
import { clip } from "../clip";
import { cannotRead } from "../code/code-scripts";
import type { Deed } from "../deeds";
import { METHOD_FLAGS, type Api } from "./api";
import { destinationOfUrl, MAX_URL_LENGTH } from "./destinations";
import { isProduction } from "../phrases";
import { add, type Maker, type Scene } from "../scene";

const APIS: readonly Api[] = [...HOSTED_APIS, ...ADMIN_APIS];
const taking = (method: string): readonly Api[] => APIS.filter((one) => one.method.includes(method));
const BY_METHOD = new Map(["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => [method, taking(method)]));

/** Keys and hosts by which services tell rehearsal from the real thing. */
const REHEARSAL = /\b(?:[rs]k|rzp|pk)_test_|sandbox|paper-api|-test\.adyen|(?:_|\b)TEST_(?:[A-Z]{2,12}_)?(?:KEY|SECRET|TOKEN)\b|\bBearer test_/i; // prettier-ignore
const BODY = ["-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode", "--json", "-F", "--form", "--post-data", "--post-file", "--body-data", "--body-file"]; // prettier-ignore
const OTHERS = ["-H", "--header", "-u", "--user", "-o", "--output", "-A", "--user-agent", "-w", "--cacert", "--cert", "--key", "-m", "--max-time"]; // prettier-ignore

const MAX_ADDRESSES = 100;

/** Second reading of a request: what it does at the service, where the address tells. */
const request: Maker = (command, scene) => {
  const body = optionValues(command, ...BODY);
  const method = methodOf(command, body);
  const apis = BY_METHOD.get(method) ?? taking(method);
  if (apis.length === 0) return;
  const words = command.args.map(({ value }) => value).join(" ").slice(0, MAX_URL_LENGTH); // prettier-ignore
  const addresses = [...operands(command, [...METHOD_FLAGS, ...BODY, ...OTHERS]), ...optionValues(command, "--url")];
  const urls = addresses.flatMap((word) => {
    const url = addressOf(word.value);
    return url === null ? [] : [{ word, url }];
  });
  if (urls.length > MAX_ADDRESSES) cannotRead("The call names more addresses than can be looked at.", command, scene);
  for (const { word, url } of urls.slice(0, MAX_ADDRESSES)) {
    const api = apis.find((one) => isMeant(one, url, words, body));
    if (api === undefined) continue;
    const outside = destinationOfUrl(url.href, scene.trust) !== "local";
    if (api.deed.kind === "external-write" && (!outside || isRehearsal(url, command) || saysNothing(body))) continue;
    const { kind, note, traits } = nearer(api.deed, url, scene);
    const text = clip(`${method} ${url.host}${url.pathname}`);
    const said = [url.href, ...body.map(({ value }) => value)].join(" ").slice(0, MAX_URL_LENGTH);
    add(scene, kind, "url", url.href, word, `${command.name}: ${note}`, { what: note, text, production: isProduction(said), local: isRehearsed(url, scene), ...traits }); // prettier-ignore
  }
};

/** Only where a request goes and the key that it goes with say so; what else stands in a call is just text. */
function isRehearsal(url: URL, command: SimpleCommand): boolean {
  const headers = [...optionValues(command, "-H", "--header"), ...operands(command)].filter(({ value }) => KEY_HEADER.test(value)); // prettier-ignore
  const keys = [...headers, ...optionValues(command, "-u", "--user", "-a", "--auth", "--oauth2-bearer")];
  return [url.hostname + url.pathname, ...keys.map(({ value }) => value)].some((text) => REHEARSAL.test(text));
}
const KEY_HEADER = /^(?:authorization|[\w-]{0,40}(?:key|token|secret)[\w-]{0,40})\s?:/i;

/** Refused by every service that takes messages or money. */
const saysNothing = (body: readonly Word[]): boolean =>
  body.length > 0 && body.every(({ value }) => /^\s*(?:\{\s*\})?\s*$/.test(value));

/** What runs on this machine may be the developer's own: whether it is, only they can say. */
const nearer = (deed: Deed, { href }: URL, { trust }: Scene): Deed =>
  deed.kind === "cluster-change" && destinationOfUrl(href, trust) === "local"
    ? { ...deed, traits: { ...deed.traits, act: "change" } }
    : deed;

/** An index that tests make on this machine and name so. */
const isRehearsed = (url: URL, { trust }: Scene): boolean =>
  destinationOfUrl(url.href, trust) === "local" && /^\/(?:indexes\/)?(?:tests?|[\w-]+[-_]tests?|tests?[-_][\w-]+)\/?$/.test(url.pathname); // prettier-ignore

function isMeant({ host, port, path, body, said }: Api, url: URL, words: string, parts: readonly Word[]): boolean {
  if (host?.some((one) => url.hostname === one || url.hostname.endsWith(`.${one}`)) === false) return false;
  if (port?.includes(url.port) === false) return false;
  if (path?.test(url.pathname + url.search) === false || said?.test(words) === false) return false;
  return body === undefined || parts.some(({ value }) => body.test(value));
}

/** `http host/path a=b c:=1` posts. */
const FIELD = /^[\w.[\]-]{1,60}:?=(?!=)/;

function methodOf(command: SimpleCommand, body: readonly Word[]): string {
  const named = optionValues(command, ...METHOD_FLAGS)[0]?.value;
  if (named !== undefined) return named.toUpperCase();
  if (command.name.startsWith("curl") && hasFlag(command, "-G", "--get")) return "GET";
  if (hasFlag(command, "-T", "--upload-file")) return "PUT";
  const word = command.args.find(({ value }) => /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/.test(value))?.value;
  const posts = body.length > 0 || (/^(?:http|xh)/.test(command.name) && command.args.some(({ value }) => FIELD.test(value))); // prettier-ignore
  return word ?? (posts ? "POST" : "GET");
}

/** `host:port/path`, `:port/path` and addresses in full. */
function addressOf(text: string): URL | null {
  if (text.length > MAX_URL_LENGTH) return null;
  const full = /^https?:\/\//i.test(text) ? text : text.startsWith(":") ? `http://localhost${text}` : /^[\w.-]+(?::\d+)?\//.test(text) ? `http://${text}` : null; // prettier-ignore
  return full !== null && URL.canParse(full) ? new URL(full) : null;
}

export const API_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  ["curl", "curlie", "wget", "wget2", "http", "https", "httpie", "xh", "xhs"].map((name) => [name, request]),
);
