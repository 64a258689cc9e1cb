import { delicacyOf } from "../../credential-paths";
import { MAX_PATH_LENGTH } from "../../input-shape";
import { clip } from "../clip";
import { destinationOfUrl } from "../network/destinations";
import { type InputString, pathIn } from "./input-strings";
import { add, type Scene } from "../scene";
import { carriesSecret } from "./address-cargo";
import { sendsSecret } from "./web-tools";

/** Ways out through a browser, as the rules name them; `shortcut` is none, but starts several at once. */
type Way = "navigate" | "input" | "js" | "file-upload" | "shortcut";

const BROWSER = /(?:^|[_-])(?:browser\w*|playwright|puppeteer|chrome\w*|chromium|firefox|selenium|webdriver|devtools|stagehand)(?:[_-]|$)/; // prettier-ignore
const WAYS: readonly (readonly [RegExp, Way])[] = [
  [/shortcut/, "shortcut"],
  [/upload|input_files|file_chooser/, "file-upload"],
  [/evaluate|javascript|_js(?:_|$)|run_code|run_script|execute_script|inject/, "js"],
  [/type|fill|input|form|press|set_value|select_option|keyboard/, "input"],
  [/navigate|goto|go_to|open|new_(?:page|tab)|visit|browse/, "navigate"],
];

/** A tool that drives a browser. */
export const drivesBrowser = (server: string, verb: string): boolean =>
  BROWSER.test(server.toLowerCase()) || verb.startsWith("browser_");

/** Which way a browser tool leads out; null for other tools and for those that only look. */
export function browserWay(server: string, verb: string): Way | null {
  if (!drivesBrowser(server, verb)) return null;
  return WAYS.find(([pattern]) => pattern.test(verb))?.[1] ?? null;
}

/** What a page keeps for its user, and calls that carry something off. */
const KEPT = /document\s?\.\s?cookie|(?:local|session)Storage|indexedDB|cookieStore|navigator\s?\.\s?(?:credentials|clipboard)|type=["']?password/; // prettier-ignore
const CARRIES =
  /\bfetch\s?\(|XMLHttpRequest|sendBeacon|new\s+(?:Image|WebSocket|EventSource)\b|\.(?:src|href|action)\s?=|location\s?(?:=|\.assign|\.replace)|window\s?\.\s?open/;
const URL_IN_CODE = /\b(?:https?|wss?):\/\/[^\s"'`)\\]{1,300}/;

/** One argument of a browser tool: does it carry something delicate out? */
export function browserArgument({ text }: InputString, way: Way, scene: Scene): void {
  const via = `browser-${way}`;
  const url = URL_IN_CODE.exec(text)?.[0] ?? null;
  const to = url === null ? "unknown" : destinationOfUrl(url, scene.trust);
  const send = (label: string) => sendsSecret(url ?? "the page", label, text, scene, { to, via });
  if (carriesSecret(text)) return send("a secret");
  if (way === "js" && KEPT.test(text) && CARRIES.test(text)) return send("what the page keeps for its user");
  const path = way === "file-upload" ? pathIn(text.slice(0, MAX_PATH_LENGTH), scene) : null;
  if (path !== null && delicacyOf(path, scene.home) !== null) send(path);
}

const MONEY = /(?:[$€£¥]\s?\d|\b\d[\d.,]*\s?(?:usd|eur|gbp|chf|jpy|btc|eth)\b)/i;
const PAYS = /\b(?:confirm|complete|submit|authori[sz]e|approve|send|sign|make|place|finali[sz]e)\b.{0,20}\b(?:transfer|payment|purchase|order|wire|transaction|withdrawal|payout|checkout)\b|\b(?:pay|buy|purchase) now\b|\b(?:pay|transfer|wire|withdraw|donate)\b.{0,12}[$€£¥]\s?\d|\bplace (?:your )?order\b/i; // prettier-ignore
const ENDS =
  /\b(?:permanently )?(?:delete|close|destroy|erase|terminate)\b.{0,20}\b(?:account|organi[sz]ation|repositor(?:y|ies)|workspace|tenant|subscription|database|cluster|production)\b/i;

/** A press of a button that pays or that ends something for good, as the call describes it. */
export function pressed({ name, text }: InputString, verb: string, scene: Scene): void {
  if (!/(?:^|_)(?:click|press|tap|submit)(?:_|$)/.test(verb) || !/^(?:element|text|label|description|name)$/.test(name)) return; // prettier-ignore
  const span = { start: 0, end: text.length };
  const words = text.slice(0, 400);
  if (PAYS.test(words) && MONEY.test(words))
    add(scene, "external-write", "command", verb, span, "pays or transfers money", { act: "transaction", text: clip(text) }); // prettier-ignore
  else if (PAYS.test(words) || ENDS.test(words))
    add(scene, "external-write", "command", verb, span, "presses what cannot be taken back", { what: "mcp-publish", text: clip(text) }); // prettier-ignore
}
