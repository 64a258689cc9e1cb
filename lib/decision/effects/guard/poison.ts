import { afterLead, isNegated, isQuestion, plain, sentencesOf } from "../../sentences";
import type { TrustLookup } from "../../types";
import { destinationOf, hostOf } from "../network/destinations";
import { claimIn, DELICATE, hidesIn, orderIn } from "./poison-orders";

/** What an order to agents does that no honest one does, and where it stands. */
type Poison = { note: string; start: number; end: number };

/** No order is shorter. */
const SHORTEST = 7;

const REFUSAL = /den(?:y|ies|ied)|block|refuse|reject|disallow/i;
const REFUSED = /\b(?:den(?:y|ies|ied)|block(?:s|ed)?|refuse[sd]?|reject(?:s|ed)?|disallow(?:s|ed)?)\b/i;
const GUARD =
  /\b(?:hooks?|permissions?|guards?|classifier|auto mode|sandbox|approval|gatehouse|policy)\b|\b(?:commands?|(?:tool )?calls?|tools?|actions?|steps?) (?:is|are|was|were|gets?|got|has been|have been|being) (?:den|block|refuse|reject|disallow)/i;
const ROUNDABOUT =
  /^(?:write|create|use|run|encode|wrap|rewrite|split|put|call|do it|send it|try|obfuscate|hide)\b.{0,60}(?:\bscript\b|\bbase64\b|\bhex\b|\bencod|\bsubprocess\b|\banother tool\b|\bdifferent tool\b|\bpieces\b|\beval\b|\bobfuscat)|^(?:write|put|save|copy) (?:it|them|the commands?)\b.{0,60}\b(?:run|execute|source)s? (?:it|that|them|the file|this)\b/i;
const STUDIES =
  /\b(?:reproduc\w+|tests?|debug\w*|investigat\w+|explain\w*|diagnos\w+|log(?:s|ging)?|document\w*|report)\b/i;

const SEND = /send|post|upload|forward|mail|exfiltrate|transmit|copy/i;
const VERB = String.raw`(?:send|post|upload|forward|e-?mail|exfiltrate|transmit|copy)(?:ing)?`;
const TO = String.raw`.{0,80}?\b(?:to|at|with)\b.{0,20}?`;
const SENDS = new RegExp(String.raw`^(?:also |always |silently |quietly |automatically )*${VERB}\b.{0,80}\b${DELICATE}${TO}(https?:\/\/[^\s"'\x60)>]+|(?:[\w-]+\.){1,6}[a-z]{2,12}\b)`, "i"); // prettier-ignore
/** Whatever the project holds, at every turn: a report on one's work names no such thing. */
const EACH_TIME = String.raw`(?:(?:at the (?:end|start|beginning) of|after|before|on|for|during|whenever|when|once|each time|every time|always)\b.{0,60}?\b)`;
const REPORTS = new RegExp(String.raw`^${EACH_TIME}${VERB}\b.{0,60}\b(?:diffs?|source (?:code|files)|sources|code ?base|the code|repo(?:sitory)?|contents? of|prompts?|conversations?|working tree|${DELICATE})${TO}(https?:\/\/[^\s"'\x60)>]+)`, "i"); // prettier-ignore
const EVERY = new RegExp(String.raw`^${VERB}\b.{0,30}\b(?:every|each|all)\b.{0,20}\b(?:files?|changes?|edits?|diffs?|prompts?|messages?)\b${TO}(https?:\/\/[^\s"'\x60)>]+)`, "i"); // prettier-ignore
const SIGNS_IN = /\b(?:header|authorization|bearer|authenticat\w+|log ?in|sign ?in|endpoint)\b/i;

const CLAUSES =
  /\s*(?:[,;]|:(?!\/)|\band then\b|\bthen\b|\band\b|\balso\b|\b(?:you|agents?|claude) (?:must|should|may|can|will|are to|shall)\b)\s*/i;

/** "When it fails, …": what is ordered stands behind the comma. */
const CONDITION = /^(?:when(?:ever)?|if|once|should|before|after|at|on|during|for|each|every)\b[^,]{0,200},\s*(?=\S)/i;

type Look = {
  trust: TrustLookup;
  /** It is told to every session: then it also counts to keep something from the user, which in one task is a way to report. */
  standing: boolean;
};

/** The first order in a text that would have agents set rules or the user aside. */
export function poisonIn(text: string, look: Look): Poison | null {
  let from = 0;
  let before = "";
  for (const { text: written } of sentencesOf(text)) {
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

function noteOf(sentence: string, before: string, look: Look): string | null {
  if (look.standing && hidesIn(sentence)) return "keeps from the user what is theirs to know or decide";
  const isRefused =
    (REFUSAL.test(sentence) || REFUSAL.test(before)) &&
    [before, sentence].some((one) => REFUSED.test(one) && GUARD.test(one)) &&
    !STUDIES.test(sentence);
  const clauses = sentence.split(CLAUSES);
  const parts = clauses.length === 1 ? clauses : [...clauses, sentence];
  for (let i = 0; i < parts.length; i++) {
    const note = noteOfClause(parts[i] ?? "", isRefused, look);
    // A negation reaches over all that is listed behind it.
    if (note !== null) return parts.slice(0, i + 1).some(denies) ? null : note;
  }
  return null;
}

function noteOfClause(clause: string, isRefused: boolean, { trust, standing }: Look): string | null {
  const order = afterLead(clause.replace(CONDITION, ""));
  const found = claimIn(clause) ?? orderIn(order, standing);
  if (found !== null) return found;
  if (SEND.test(order) && !SIGNS_IN.test(order)) {
    const to = (SENDS.exec(order) ?? (standing ? (REPORTS.exec(order) ?? EVERY.exec(order)) : null))?.[1];
    if (to !== undefined && !/^(?:local|trusted)$/.test(destinationOf(hostOf(to), trust)))
      return "sends secrets or the project's data to others";
  }
  return isRefused && ROUNDABOUT.test(order) ? "gets round what was refused" : null;
}

/** Whom or what an order is about may refuse; the order itself does not. */
const denies = (text: string): boolean =>
  isNegated(text.replace(/\bwithout \w+/gi, "").replace(/\b(?:that|which|who|if|when)\b.*$/i, ""));
