import { inputText } from "../../input-text";
import { isNegated, sentencesOf } from "../../sentences";
import type { Opaque } from "../../types";
import { clip } from "../clip";
import { quoted } from "../code/code-text";
import { catchesCall, destinationOfUrl, hostIn, webUrl } from "../network/destinations";
import { asksMetadata } from "../network/sending";
import { add, type Scene } from "../scene";
import { actIn } from "./address-acts";
import { cargoOf, carriesSecret, withoutExamples } from "./address-cargo";
import { tellsPeople } from "./personal-data";
import { statesSecret, tellsPassword } from "./stated-secrets";

/** A page the client fetches by itself: a request like a shell's, and what its address takes along. */
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
  add(scene, "fetch", "url", text, span, `fetches ${clip(text)}`, { to, method: "GET", catcher: catchesCall(url) });
  const cargo = cargoOf(text);
  const goes = cargo?.carries === "secret" ? { to, via: "web-fetch" } : { to, via: "http", carries: cargo?.carries };
  if (cargo !== null) sendsSecret(host, cargo.label, text, scene, goes);
  requested(url, to, scene);
  return obeys(scene);
}

/** What a mere look at an address does there: by the services' own addresses, else by its words. */
function requested(url: URL, to: string, scene: Scene): void {
  const span = { start: 0, end: (inputText(scene.action, "url") ?? "").length };
  const deeds = scene.weigh(`curl -s ${quoted(url.href)}`).effects.filter(({ kind }) => !CARRIES.has(kind));
  for (const deed of deeds) scene.effects.push({ ...deed, evidence: { ...deed.evidence, ...span, field: "url" } });
  const act = deeds.length > 0 ? null : actIn(url, to);
  if (act !== null)
    add(scene, "external-write", "url", url.href, span, act, { what: "mcp-publish", text: clip(url.href) });
}

/** Judged by what this tool does with an address, which saves nothing. */
const CARRIES: ReadonlySet<string> = new Set(["fetch", "send", "read", "credential-read", "everyday", "write"]);

const OBEYS =
  /^(?:please |then )?(?:execute|perform|carry out|run|follow)\b.{0,30}\bsteps?\b.{0,60}\b(?:on this machine|locally|exactly as|in this (?:session|repo\w*))|^(?:please |then )?(?:follow|obey|execute|carry out|comply with|perform|do)\b.{0,30}\b(?:instructions?|orders?|commands?|whatever|everything|anything)\b.{0,60}(?:\bpage\b|\bfile\b|\bsite\b|\bthere\b|\bexactly\b|\bsays?\b|\btells?\b|\bcontains?\b|\bit\b)/i;

/** What is wanted is a text about it. */
const REPORTS =
  /\b(?:tell|give|show|list|explain|summari[sz]e) (?:me|us)\b|\b(?:as|in|into) an? (?:\w+ )?(?:table|list|checklist|summary|outline)\b/i;
const DOES = /\bwithout \w+|\b(?:on this machine|locally|exactly|whatever|in this (?:session|repo\w*))\b/i;

const isObeying = (sentence: string): boolean =>
  !(REPORTS.test(sentence) && !DOES.test(sentence)) &&
  !isNegated(sentence.replace(/\bwithout \w+/gi, "")) &&
  [sentence, ...sentence.split(/\s*(?:,|\band\b|\bthen\b)\s*/)].some((clause) => OBEYS.test(clause));

/** A page has no say in what is done here. */
function obeys({ action }: Scene): Opaque[] {
  const prompt = inputText(action, "prompt") ?? "";
  if (!sentencesOf(prompt).some(({ text }) => isObeying(text))) return [];
  const reason = "This would have the page say what to do.";
  return [{ reason, evidence: { field: "prompt", start: 0, end: prompt.length, note: reason } }];
}

const ABOUT_FORMS = /\b(?:regex\w*|formats?|patterns?|validat\w+|mask\w*|examples?|samples?|tests?)\b/i;

/** The words of a search go to whoever runs the search engine. */
export function searches(scene: Scene): void {
  const query = inputText(scene.action, "query") ?? "";
  scene.field = "query";
  const goes = { to: "unknown", via: "web-search" };
  const words = withoutExamples(query);
  if (carriesSecret(words) || statesSecret(words) || tellsPassword(query))
    sendsSecret("a search engine", "a secret in the query", query, scene, goes);
  else if (tellsPeople(words) && !ABOUT_FORMS.test(words))
    sendsSecret("a search engine", "people's data in the query", query, scene, { ...goes, carries: "private" });
}

export function sendsSecret(
  host: string,
  label: string,
  text: string,
  scene: Scene,
  { to, via, carries = "secret" }: { to: string; via: string; carries?: string | undefined },
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
