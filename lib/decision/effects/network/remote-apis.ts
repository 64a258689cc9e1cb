import type { SimpleCommand, Word } from "../../shell/types";
import { operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { destinationOfUrl, MAX_URL_LENGTH } from "./destinations";
import type { Deed } from "../deeds";
import { account, approval, chatOps, ciBypass, clusterDelete, drops, flagWrite, grant, logging, message, nameChange, review, secretWrite, transaction } from "../deed-kinds"; // prettier-ignore
import { isProduction } from "../phrases";
import { add, type Maker, type Scene } from "../scene";

/** A write to a service's own interface. `host`: ends with it. `path` and `body` must hold the words where given. */
type Api = { host?: string; port?: readonly string[]; method: string; path?: RegExp; body?: RegExp; deed: Deed };

const WRITES = "POST PUT PATCH DELETE";

const APIS: readonly Api[] = [
  { host: "api.github.com", method: "PUT", path: /\/pulls\/\d+\/merge$/, deed: review("merges a pull request") },
  { host: "api.github.com", method: "POST", path: /\/pulls\/\d+\/reviews/, body: /APPROVE/, deed: approval("approves a pull request") },
  { host: "api.github.com", method: "PUT PATCH DELETE", path: /\/(?:protection|rulesets|actions\/workflows\/[^/]+\/disable)/, deed: ciBypass("turns checks off") },
  { host: "api.github.com", method: "PUT POST PATCH", path: /\/(?:collaborators|hooks|keys|memberships|invitations|teams)(?:\/|$)/, deed: grant("grants access") },
  { host: "api.github.com", method: "PUT DELETE", path: /\/secrets\//, deed: secretWrite("writes secrets") },
  { host: "api.github.com", method: "POST", path: /\/issues\/\d+\/comments/, body: /"body"\s*:\s*"(?:\/\w|atlantis |@dependabot|bors )/, deed: chatOps("triggers automation by a comment") },
  { path: /\/api\/v4\/projects\/[^/]+\/merge_requests\/\d+\/merge$/, method: "PUT", deed: review("merges a merge request") },
  { path: /\/api\/v4\/projects\/[^/]+\/merge_requests\/\d+\/approve$/, method: "POST", deed: approval("approves a merge request") },
  { host: "launchdarkly.com", method: WRITES, path: /\/flags\//, deed: flagWrite("changes a feature flag", { production: true }) },
  { host: "api.split.io", method: "POST PUT PATCH", path: /\/splits\//, deed: flagWrite("changes a feature flag", { production: true }) },
  { path: /\/api\/admin\/projects\/[^/]+\/features\//, method: "POST PUT PATCH", deed: flagWrite("changes a feature flag", { production: true }) },
  { host: "api.stripe.com", method: "POST", path: /\/v1\/(?:charges|payment_intents|refunds|payouts|transfers|invoices|subscriptions|topups|checkout)/, deed: transaction("moves money") },
  { host: "api-m.paypal.com", method: "POST", path: /\/(?:payments|checkout|payouts)/, deed: transaction("moves money") },
  { host: "connect.squareup.com", method: "POST", path: /\/(?:payments|refunds|orders)/, deed: transaction("moves money") },
  { host: "api.alpaca.markets", method: "POST", path: /\/orders/, deed: transaction("places an order") },
  { host: "api.coinbase.com", method: "POST", path: /\/(?:orders|transactions|withdrawals)/, deed: transaction("moves money") },
  { host: "api.binance.com", method: "POST", path: /\/(?:order|withdraw)/, deed: transaction("places an order") },
  { host: "api.twilio.com", method: "POST", path: /\/(?:Messages|Calls)/, deed: message("sends messages to people") },
  { host: "api.sendgrid.com", method: "POST", path: /\/mail\/send/, deed: message("sends mail to people") },
  { host: "api.mailgun.net", method: "POST", path: /\/messages/, deed: message("sends mail to people") },
  { host: "gmail.googleapis.com", method: WRITES, path: /\/settings\/(?:forwarding|filters|delegates|autoForwarding|sendAs)/, deed: account("changes rules of a mailbox") },
  { host: "api.cloudflare.com", method: WRITES, path: /\/(?:dns_records|zones|custom_certificates|ssl)/, deed: nameChange("changes DNS or certificates") },
  { host: "api.godaddy.com", method: WRITES, path: /\/domains\//, deed: nameChange("changes DNS") },
  { host: "api.digitalocean.com", method: WRITES, path: /\/domains\//, deed: nameChange("changes DNS") },
  { path: /\/v1\/(?:secret|kv|sys|auth)\//, port: ["8200"], method: WRITES, deed: secretWrite("writes to the secret store") },
  { path: /\/api\/v2\/silences?$|\/api\/v2\/silence\//, method: WRITES, deed: logging("silences alerts") },
  { path: /\/api\/v1\/admin\/tsdb\//, method: "POST PUT DELETE", deed: drops("deletes recorded metrics") },
  { path: /\/_delete_by_query(?:$|\?)/, method: "POST", deed: drops("deletes documents by a query") },
  { port: ["9200", "9243", "9201"], method: "DELETE", deed: drops("deletes an index or a snapshot") },
  { port: ["7700", "6333", "8108", "8983", "5984", "8086", "19530"], method: "DELETE", deed: drops("deletes stored data") },
  { port: ["7700"], path: /\/delete(?:-batch)?(?:$|\?)/, method: "POST", deed: drops("deletes stored data") },
  { port: ["8123"], body: /\b(?:DROP|TRUNCATE)\b/i, method: "POST", deed: drops("deletes stored data") },
  { port: ["15672"], path: /\/api\/(?:queues|exchanges|vhosts|users)\//, method: "DELETE", deed: drops("deletes queues") },
  { port: ["8001", "8444"], path: /^\/(?:services|routes|plugins|consumers|upstreams|certificates|snis|targets)\//, method: "DELETE", deed: clusterDelete("deletes configuration of a gateway") },
  { port: ["8500", "4646"], path: /^\/v1\/(?:kv|job|acl|config)\//, method: "DELETE", deed: clusterDelete("deletes shared configuration") },
  { port: ["6443", "8443"], path: /^\/apis?\//, method: "DELETE", deed: clusterDelete("deletes cluster resources") },
  { path: /\/(?:doDelete|doKill|quietDown|safeRestart|scriptText)(?:$|\?)/, method: "POST", deed: ciBypass("deletes or stops something of the build server") },
]; // prettier-ignore

/** Keys and hosts by which services tell rehearsal from the real thing. */
const REHEARSAL = /\b[rs]k_test_|sandbox|paper-api/i;
const METHOD = ["-X", "--request", "--method"];
const BODY = ["-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode", "--json", "-F", "--form", "--post-data", "--body-data"]; // prettier-ignore

/** Second reading of a request: what it does at the service, where the address tells. */
const request: Maker = (command, scene) => {
  const body = optionValues(command, ...BODY);
  const method = methodOf(command, body);
  if (method === "GET" || method === "HEAD") return;
  const words = command.args.map(({ value }) => value).join(" ").slice(0, MAX_URL_LENGTH); // prettier-ignore
  if (REHEARSAL.test(words)) return;
  for (const word of [...operands(command, [...METHOD, ...BODY, "-H", "--header", "-u", "-o"]), ...optionValues(command, "--url")]) {
    const url = addressOf(word.value);
    const api = url === null ? undefined : APIS.find((one) => isMeant(one, url, method, body));
    if (url === null || api === undefined) continue;
    const { kind, note, traits } = api.deed;
    const text = clip(`${method} ${url.host}${url.pathname}`);
    add(scene, kind, "url", url.href, word, `${command.name}: ${note}`, { what: note, text, production: isProduction(url.href), local: isRehearsed(url, scene), ...traits }); // prettier-ignore
    return;
  }
}; // prettier-ignore

/** An index that tests make on this machine and name so. */
const isRehearsed = (url: URL, { trust }: Scene): boolean =>
  destinationOfUrl(url.href, trust) === "local" && /^\/(?:indexes\/)?(?:tests?|[\w-]+[-_]tests?|tests?[-_][\w-]+)\/?$/.test(url.pathname); // prettier-ignore

function isMeant({ host, port, method, path, body }: Api, url: URL, given: string, parts: readonly Word[]): boolean {
  if (!method.includes(given)) return false;
  if (host !== undefined && url.hostname !== host && !url.hostname.endsWith(`.${host}`)) return false;
  if (port !== undefined && !port.includes(url.port)) return false;
  if (path !== undefined && !path.test(url.pathname + url.search)) return false;
  return body === undefined || parts.some(({ value }) => body.test(value));
}

function methodOf(command: SimpleCommand, body: readonly Word[]): string {
  const named = optionValues(command, ...METHOD)[0]?.value;
  if (named !== undefined) return named.toUpperCase();
  const word = command.args.find(({ value }) => /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/.test(value))?.value;
  return word ?? (body.length > 0 ? "POST" : "GET");
}

/** `host:port/path`, `:port/path` and addresses in full. */
function addressOf(text: string): URL | null {
  if (text.length > MAX_URL_LENGTH) return null;
  const full = /^https?:\/\//i.test(text) ? text : text.startsWith(":") ? `http://localhost${text}` : /^[\w.-]+(?::\d+)?\//.test(text) ? `http://${text}` : null; // prettier-ignore
  return full !== null && URL.canParse(full) ? new URL(full) : null;
}

export const API_MAKERS: Readonly<Record<string, Maker>> = { curl: request, wget: request, http: request, https: request, xh: request, httpie: request }; // prettier-ignore
