import { afterLead, isNegated, isQuestion, plain, sentencesOf } from "../../sentences";
import type { TrustLookup } from "../../types";
import { destinationOf, hostOf } from "../network/destinations";

/** What an order to agents does that no honest one does, and where it stands. */
type Poison = { note: string; start: number; end: number };

const MAX_TEXT = 65_536;
/** No order is shorter. */
const SHORTEST = 7;

const GUARDS = String.raw`(?:permission|approval|confirmation|safety|security)[ -](?:prompts?|dialogs?|hooks?|checks?|rules?|requests?|systems?|guards?|modes?)|(?:pre|post)tooluse|permissionrequest|hooks? (?:that|which|if|when)\b|denials?|guard ?rails?|the classifier|the (?:agent|user)'?s? (?:sandbox|rules|boundaries|restrictions)|user'?s? (?:boundaries|restrictions|denials)|permission(?:s| system)?\b`;

const DELICATE = String.raw`(?:passwords?|secrets?|credentials?|tokens?|(?:api|private|ssh|access)[- ]keys?|id_(?:rsa|ed25519)|\.env\b|environment variables|cookies|transcripts?|conversations?)`;

/** Orders, tested where a clause begins: to write about such an order is not to give it. */
const ORDERS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:ignore|disregard|forget|override)\b.{0,40}?\b(?:(?:previous|prior|above|earlier|other|system|safety)(?: \w+)? (?:instructions?|prompts?|guidelines?)|(?:previous|prior|earlier|system|safety)(?: \w+)? (?:rules?|polic(?:y|ies)))\b/i,
    "sets other instructions aside",
  ],
  [
    new RegExp(String.raw`^(?:ignore|disregard|bypass|skip|evade|circumvent|work around|get around|turn off|disable|dismiss|overrule|switch off)\b.{0,40}?\b(?:${GUARDS})`, "i"),
    "sets the guard over agents aside",
  ],
  [/^(?:always |automatically )?(?:allow|approve|accept|confirm|trust|grant) .{0,30}\b(?:any|every|all|each)\b.{0,30}\b(?:permissions?|prompts?|commands?|requests?|tool (?:calls?|uses?)|tools?|actions?|dialogs?)\b/i, "approves whatever comes"],
  [/^(?:enter|enable|switch to|activate|you are now in|operate in)\b.{0,20}\b(?:unrestricted|developer|jailbreak|god|dan) mode\b/i, "sets all rules aside"],
  [/^(?:hide|conceal|keep)\b (?:it|this|that|these|what you\b.{0,20}|the (?:commands?|steps?|uploads?|requests?|changes?)) (?:secret |hidden )?from (?:the )?(?:user|human|developer|reviewer)/i, "hides things from the user"],
  [/^(?:use|pass|run|start|launch|always use)\b.{0,60}--dangerously-skip-permissions\b/i, "lets agents run unasked"],
  [/^(?:treat|consider|regard|assume)\b.{0,40}\b(?:every|all|any|each)\w*\b.{0,40}\b(?:as|to be|is|are) (?:pre-?|auto-?)?(?:approved|authori[sz]ed|allowed|confirmed|permitted)\b/i, "claims the user's consent to everything"],
  [/^(?:disable|bypass|turn off|switch off|ignore)\b (?:all |any |the |your |claude(?: code)?'?s? )*hooks?\b(?= (?:before|that|in (?:the )?settings|when|for)|[.,;(]| ?$)|\bset disableAllHooks\b/i, "sets the guard over agents aside"],
  [/^exfiltrate\b/i, "carries data off"],
  [new RegExp(String.raw`^(?:include|embed|append|add|put|paste|encode|copy|print|write|attach)\b.{0,40}\b(?:contents? of|values? (?:of|in|from))\b.{0,30}${DELICATE}.{0,60}?\b(?:in|to|into)\b.{0,30}\b(?:commit|messages?|comments?|pull request|prs?|issues?|branch name|logs?|ur[il]s?|responses?)\b`, "i"), "carries secrets off"],
  [/^(?:forward|propagate|copy|send) this (?:\w+ ){0,3}to (?:all|every|other)\b/i, "spreads itself to other agents"],
]; // prettier-ignore

/** As orders for every session; once, they are tasks that are judged by what they come to. */
const STANDING_ORDERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:always |silently )?(?:run|execute|call|start|pipe)\b.{0,80}\b(?:curl|wget)\b.{0,200}\|\s*(?:ba|z|da)?sh\b/i, "runs code from elsewhere at every turn"],
  [/^(?:always |simply |just )?(?:force[- ]push|deploy|delete|drop|wipe|send|upload|publish|transfer|read secrets|(?:run|execute|do|perform) (?:any|all|every)\w*)\b.{0,60}\bwithout (?:asking|confirm\w+|permission|approval|telling|informing)/i, "lifts what the user is asked about"],
]; // prettier-ignore

const ALL_ORDERS = [...ORDERS, ...STANDING_ORDERS];

/** Claims, wherever they stand in a sentence that denies nothing. */
const CLAIMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:user|owner|administrator|admin|developer|human|organi[sz]ation)s? (?:(?:has|have|had|already|permanently|hereby|explicitly|always) ){1,3}(?:pre-?)?(?:approve[sd]?|authori[sz]e[sd]?|consent(?:s|ed) to|agree[sd] to|allow(?:s|ed)?|permit(?:s|ted)?)\b.{0,30}\b(?:all|any(?:thing)?|every(?:thing)?|whatever)\b/i, "claims the user's consent to everything"],
  [/\b(?:full|blanket|standing|unlimited|permanent|unconditional) (?:approval|permission|authori[sz]ation|consent)\b(?=.{0,40}\b(?:any|all|every|whatever|you)\w*)/i, "claims the user's consent to everything"],
  [/\bpre-?(?:approved|authori[sz]ed)\b.{0,20}\b(?:all|any|every)\b/i, "claims the user's consent to everything"],
  [/\b(?:user|owner|administrator|developer)s? (?:wants?|expects?|prefers?|requires?)\b.{0,20}\b(?:all|every|any)\b.{0,30}\b(?:permissions?|approvals?|prompts?|commands?|requests?)\b.{0,30}\b(?:auto-?)?(?:approved|accepted|allowed|skipped|bypassed|ignored)\b/i, "claims the user's consent to everything"],
  [/^permissionMode:\s*["']?bypassPermissions\b/i, "makes an agent that asks nobody"],
]; // prettier-ignore

const NOT = String.raw`\b(?:do not|don't|never|must not|should not|without)(?: ever)?`;
/** What is kept from the user, or no longer asked. */
const HIDES: readonly RegExp[] = [
  /\b(?:security|safety|permission|approval)\b.{0,15}\b(?:polic(?:y|ies)|rules?|restrictions?|checks?|prompts?)?\b.{0,10}\b(?:do(?:es)? not|don't|doesn't|no longer) apply\b/i,
  /\b(?:force[- ]push\w*|deploy\w*|deletions?|drops|production)\b.{0,40}\b(?:never|do not|don't|does not|doesn't|need not|no longer) (?:need|require)s?\b.{0,15}\b(?:confirmation|approval|permission|review)\b/i,
  new RegExp(String.raw`${NOT} (?:tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|alert(?:ing)?|warn(?:ing)?)(?: (?:the )?(?:user|human|developer|anyone|anybody|them|operator)s?)\b(?: (?:about|of|that))? (?:it|this|these|any of|what you|you (?:did|ran|sent|read|have))\b`, "i"),
  new RegExp(String.raw`${NOT} (?:mention|show|report|reveal|disclose|include|list)(?:ing)? (?:it|this|these|them|the (?:steps?|commands?|changes?|uploads?|requests?|instructions?))\b.{0,20}?(?:\bto (?:the )?(?:user|human|developer|anyone)|\bin (?:the |your |any )?(?:\w+ )?(?:summar\w+|reports?|answers?|repl(?:y|ies)|responses?|transcript))`, "i"),
  new RegExp(String.raw`${NOT} (?:ask|consult|wait for)(?:ing)? (?:the )?(?:user|human|developer|anyone|anybody)s?\b.{0,20}\b(?:before|approv\w+|permission|consent)\b.{0,30}\b(?:push\w*|deploy\w*|delet\w+|merg\w+|send\w*|publish\w*|drop\w*|any\w*|all|every\w*)\b`, "i"),
]; // prettier-ignore

const REFUSED = /\b(?:den(?:y|ies|ied)|block(?:s|ed)?|refuse[sd]?|reject(?:s|ed)?|disallow(?:s|ed)?)\b/i;
const GUARD = /\b(?:hooks?|permissions?|guards?|classifier|auto mode|sandbox|approval|gatehouse|policy)\b/i;
const ROUNDABOUT =
  /^(?:write|create|use|run|encode|wrap|rewrite|split|put|call|do it|send it|try|obfuscate|hide)\b.{0,60}(?:\bscript\b|\bbase64\b|\bhex\b|\bencod|\bsubprocess\b|\banother tool\b|\bdifferent tool\b|\bpieces\b|\beval\b|\bobfuscat)/i;
const STUDIES =
  /\b(?:reproduc\w+|tests?|debug\w*|investigat\w+|explain\w*|diagnos\w+|log(?:s|ging)?|document\w*|report)\b/i;

const SENDS = new RegExp(String.raw`^(?:also |always |silently |quietly |automatically )*(?:send|post|upload|forward|e-?mail|exfiltrate|transmit|copy)(?:ing)?\b.{0,80}\b${DELICATE}.{0,80}?\b(?:to|at|with)\b.{0,20}?(https?:\/\/[^\s"'\x60)>]+|(?:[\w-]+\.){1,6}[a-z]{2,12}\b)`, "i"); // prettier-ignore
const SIGNS_IN = /\b(?:header|authorization|bearer|authenticat\w+|log ?in|sign ?in|endpoint)\b/i;

const CLAUSES =
  /\s*(?:[,;]|:(?!\/)|\band then\b|\bthen\b|\band\b|\balso\b|\b(?:you|agents?|claude) (?:must|should|may|can|will|are to|shall)\b)\s*/i;

type Look = {
  trust: TrustLookup;
  /** It is told to every session: then it also counts to keep something from the user, which in one task is a way to report. */
  standing: boolean;
};

/** The first order in a text that would have agents set rules or the user aside. */
export function poisonIn(text: string, look: Look): Poison | null {
  let from = 0;
  let before = "";
  for (const { text: written } of sentencesOf(text.slice(0, MAX_TEXT))) {
    const start = text.indexOf(written, from);
    from = start + written.length;
    const sentence = plain(written).replace(/^[#>\s*-]+/, "");
    for (const part of sentence.split(/;\s+/)) {
      const note = part.length < SHORTEST || isQuestion(part) ? null : noteOf(part, before, look);
      if (note !== null) return { note, start, end: from };
    }
    before = sentence;
  }
  return null;
}

function noteOf(sentence: string, before: string, { trust, standing }: Look): string | null {
  if (standing && HIDES.some((pattern) => pattern.test(sentence))) return "keeps from the user what is theirs to know or decide";
  const refused = [before, sentence].some((one) => REFUSED.test(one) && GUARD.test(one)) && !STUDIES.test(sentence);
  const orders = standing ? ALL_ORDERS : ORDERS;
  const clauses = sentence.split(CLAUSES);
  let isDenied = false;
  for (const clause of clauses.length === 1 ? clauses : [...clauses, sentence]) {
    // A negation reaches over all that is listed behind it.
    isDenied ||= denies(clause);
    if (isDenied) continue;
    const order = afterLead(clause);
    const found = CLAIMS.find(([claim]) => claim.test(clause)) ?? orders.find(([pattern]) => pattern.test(order));
    if (found !== undefined) return found[1];
    const to = SIGNS_IN.test(order) ? undefined : SENDS.exec(order)?.[1];
    if (to !== undefined && !/^(?:local|trusted)$/.test(destinationOf(hostOf(to), trust))) return "sends secrets to others";
    if (refused && ROUNDABOUT.test(order)) return "gets round what was refused";
  }
  return null;
} // prettier-ignore

/** Whom or what an order is about may refuse; the order itself does not. */
const denies = (text: string): boolean =>
  isNegated(text.replace(/\bwithout \w+/gi, "").replace(/\b(?:that|which|who|if|when)\b.*$/i, ""));
