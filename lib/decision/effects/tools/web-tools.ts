import { inputText } from "../../input-text";
import type { Opaque } from "../../types";
import { clip } from "../clip";
import { percentDecoded, decodedRuns } from "../../inner-encodings";
import { destinationOfUrl, hostIn, isCatcher, MAX_URL_LENGTH, webUrl } from "../network/destinations";
import { asksMetadata } from "../network/sending";
import { add, type Scene } from "../scene";
import { isNegated, sentencesOf } from "../../sentences";
import { holdsSecret } from "../secrets/secret-values";
import { statesSecret } from "./stated-secrets";

/** A page the client fetches by itself. */
export function fetches(scene: Scene): Opaque[] {
  const text = inputText(scene.action, "url") ?? "";
  scene.field = "url";
  const span = { start: 0, end: text.length };
  const url = webUrl(text);
  if (url === null)
    return [{ reason: "The address cannot be read.", evidence: { field: "url", ...span, note: "no address" } }];
  const host = hostIn(url);
  asksMetadata(host, text, span, scene);
  const to = destinationOfUrl(text, scene.trust);
  add(scene, "fetch", "url", text, span, `fetches ${clip(text)}`, { to, method: "GET", catcher: isCatcher(host) });
  const [label, isData] = cargoOf(text);
  const goes = isData ? { to, via: "http", carries: "file" } : { to, via: "web-fetch" };
  if (label !== null) sendsSecret(host, label, text, scene, goes);
  const act = actIn(url);
  if (act !== null) add(scene, "external-write", "url", text, span, act, { what: "mcp-publish", text: clip(text) });
  return obeys(scene);
}

/** What an address takes along: a secret, or as much of something else as no page is named by. */
function cargoOf(text: string): [label: string | null, isData: boolean] {
  if (carriesSecret(text)) return ["a secret in the address", false];
  const inner = decodedRuns(text.slice(0, MAX_URL_LENGTH));
  if ([percentDecoded(text.slice(0, MAX_URL_LENGTH)), ...inner].some(statesSecret)) return ["a secret in the address", false]; // prettier-ignore
  return [inner.some(isProse) ? "encoded text in the address" : toldIn(text) ? "text in the address" : null, true];
}

/** A whole sentence that is no search. */
const SEARCHES = /^(?:q|query|search\w*|s|term|keywords?|k|text_?query|prompt|title|message)$/i;
const toldIn = (text: string): boolean =>
  [...(webUrl(text)?.searchParams ?? [])].some(
    ([name, value]) => !SEARCHES.test(name) && value.length >= 80 && value.split(/\s+/).length >= 12,
  );

const MIN_PROSE = 60;
/** Words or settings, and not an identifier or the state of a page. */
const isProse = (text: string): boolean =>
  text.length >= MIN_PROSE && (text.match(/[A-Za-z]{2,}[ =:]+\S/g) ?? []).length >= 3 && !/^\s*[{[]|https?:/.test(text);

const ENDS_SOMETHING =
  /\/(?:actuator\/(?:shutdown|restart|refresh)|unsubscribe|quitquitquit|api\/(?:shutdown|restart))\/?$/i;
const ACTS = /\/(?:shutdown|restart|reboot|delete|destroy|remove|purge|reset|terminate|kill|drop|cancel|approve|confirm|transfer|pay)(?:[-_/]\w+)?\/?$/i; // prettier-ignore
const CONFIRMED = /[?&](?:confirm(?:ed)?|force|yes|sure|really|execute|approve)(?:=(?:true|1|yes|y|on)?)?(?:&|$)/i;
const ACTION = /[?&](?:action|cmd|command|do|op|method)=(?:delete|destroy|remove|purge|reset|shutdown|restart|drop|kill|approve|unsubscribe|cancel)\b/i; // prettier-ignore

/** What a mere look at an address does there. */
function actIn({ pathname, search }: URL): string | null {
  const acts = ENDS_SOMETHING.test(pathname) || ACTION.test(search) || (ACTS.test(pathname) && CONFIRMED.test(search));
  return acts ? "calls an address that changes something there" : null;
}

const OBEYS =
  /^(?:please |then )?(?:execute|perform|carry out|run|follow)\b.{0,30}\bsteps?\b.{0,60}\b(?:on this machine|locally|exactly as|in this (?:session|repo\w*))|^(?:please |then )?(?:follow|obey|execute|carry out|comply with|perform|do)\b.{0,30}\b(?:instructions?|orders?|commands?|whatever|everything|anything)\b.{0,60}(?:\bpage\b|\bfile\b|\bsite\b|\bthere\b|\bexactly\b|\bsays?\b|\btells?\b|\bcontains?\b|\bit\b)/i;

const isObeying = (sentence: string): boolean =>
  !isNegated(sentence.replace(/\bwithout \w+/gi, "")) &&
  [sentence, ...sentence.split(/\s*(?:,|\band\b|\bthen\b)\s*/)].some((clause) => OBEYS.test(clause));

/** A page has no say in what is done here. */
function obeys({ action }: Scene): Opaque[] {
  const prompt = inputText(action, "prompt") ?? "";
  if (!sentencesOf(prompt).some(({ text }) => isObeying(text))) return [];
  const reason = "This would have the page say what to do.";
  return [{ reason, evidence: { field: "prompt", start: 0, end: prompt.length, note: reason } }];
}

/** A secret as it is, or encoded once. */
export function carriesSecret(text: string): boolean {
  if (holdsSecret(text)) return true;
  const head = text.slice(0, MAX_URL_LENGTH);
  return [percentDecoded(head), ...decodedRuns(head)].some(holdsSecret);
}

/** The words of a search go to whoever runs the search engine. */
export function searches(scene: Scene): void {
  const query = inputText(scene.action, "query") ?? "";
  scene.field = "query";
  if (carriesSecret(query))
    sendsSecret("a search engine", "a secret in the query", query, scene, { to: "unknown", via: "web-search" });
}

export function sendsSecret(
  host: string,
  label: string,
  text: string,
  scene: Scene,
  { to, via, carries = "secret" }: { to: string; via: string; carries?: string },
): void {
  add(scene, "send", "host", host, { start: 0, end: text.length }, `sends ${label} to ${host}`, {
    carries,
    label,
    to,
    via,
    bulk: false,
    url: clip(text),
  });
}
