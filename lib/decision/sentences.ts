import { matchesOf } from "./matches";

/** What may be told from the words of a message about how they are meant. Everything in doubt is told as "does not ask for it". */
export type Sentence = {
  text: string;
  /** The one it follows: "Here is the log:" speaks about what stands below it. */
  before: string;
};

/** Typographic apostrophes and spaces become plain ones, so that “don’t” is a negation like any other. */
export const plain = (message: string): string =>
  message
    .replace(/[\u2018\u2019\u02bc\u00b4\u0060](?=(?:t|s|re|ll|ve|d|m)\b)/g, "'")
    .replace(/[\u00a0\u2000-\u200b\u202f]/g, " ");

const NEGATION =
  /(?<![\w./@-])(?:\w+n't|\w{2,7}nt|do not|not|never|cannot|without|no|hold off|(?<!owned by )nobody|nothing|none|neither|nor|avoid|stop|refrain|instead of|rather than|unless|forbid\w*|prohibit\w*|refuse\w*|nicht|kein\w*|nie|niemals|ohne|ne pas|jamais|sans|nunca|sin|não|nao|mai|senza|niet|geen|inte|ikke)(?![\w/@-]|\.\w)/gi;
/** "dont" and its like, without words that merely end so ("want", "client"). */
const BARE_NEGATION = /^(?:do|does|did|ca|wo|would|should|could|must|is|are|was|were|has|have|had|need)nt$/i;

export function isNegated(text: string): boolean {
  return matchesOf(text, NEGATION).some(([word]) => !/^\w{2,7}nt$/i.test(word) || BARE_NEGATION.test(word));
}

const REPORT =
  /(?<![\w./@-])(?:fail(?:s|ed|ing|ure)?|ran|says?|said|told|tells|wrote|writes|posted|suggest(?:s|ed)|recommend(?:s|ed)|attack(?:er|ers|ed)?|malicious|suspicious|yesterday|earlier|logged|why|what (?:does|did|happens|is)|explain\w*|describe\w*|document\w*|summari[sz]e\w*|translate\w*|postmortem|broke|happened|did|tried|according|quote[ds]?|mention\w*|suppose\w*|imagine|pretend|warn\w*)(?![\w/@-]|\.\w)/i;
const MATERIAL =
  /(?<![\w./@-])(?:logs?|outputs?|errors?|stack ?traces?|examples?|readme|docs|guide|step \d+)(?![\w/@-]|\.\w)/i;

/** Telling about it is not asking for it; nor is what follows on the mention of a log. */
export const isReport = ({ text, before }: Sentence): boolean =>
  REPORT.test(text) ||
  REPORT.test(before) ||
  MATERIAL.test(before) ||
  (before.endsWith(":") && !INTRODUCES.test(before));

/** What stands behind another line's colon is what that line speaks about. */
const INTRODUCES =
  /^(?:please|ok|okay|yes|then|now|next|so|also|steps?|tasks?|to-?dos?|plan|here is what to do|do|run)\b[^.]{0,40}:$/i;

const LEAD =
  /^(?:(?:[-*•]|\d{1,2}[.)])\s+)?(?:(?:ok(?:ay)?|yes|yep|sure|fine|great|good|thanks|alright|right|now|then|next|first|finally|also|just|so|and|please|kindly|approved|confirmed|i (?:approve|confirm)(?: (?:it|this))?|lgtm|go (?:ahead|on)(?: and)?|let'?s|let us|i(?:'d| would) like you to|i (?:want|need) you to|you (?:can|may)(?: now)?|(?!apply|reply|supply|multiply|assembly)\w+ly)(?:[\s,:;.!-]+|$))*/i;

/** The sentence from its verb on: without courtesies and consent before it. */
export const afterLead = (sentence: string): string => sentence.trim().replace(LEAD, "");

const VERBS = new Set(
  `add allow amend append apply approve archive assign attach authorize build bump buy bypass cancel capture change check chmod chown clean clear clone
  close comment commit configure connect copy count create cut delete deploy deprecate destroy disable discard display download drain drop dropdb
  edit empty enable erase exec execute expose fetch find fix flush force force-push format forward generate get give grant import
  ignore insert inspect install kill launch let list listen locate look make merge migrate modify move mount open output overwrite overwirte pipe point
  pay post print prune publish pull purge push put query read rebase reboot rebuild recreate redeploy refund register release reload remove rename replace
  reset resize restart restore revert revoke rewrite rm roll rotate run scale schedule search send set setup share show shred skip squash squash-merge rebase-merge
  start stop suspend switch sync tag taint tear terminate throw transfer trigger truncate turn uncommit undo uninstall unpublish unset up update upgrade upload use
  wipe write yank`.split(/\s+/),
);

/** Begins with an English verb in its plain form, as a request does. */
export const isImperative = (sentence: string): boolean => isVerb(afterLead(sentence));
export const isVerb = (words: string): boolean =>
  VERBS.has(/^[a-z]+(?:-[a-z]+)?/i.exec(words)?.[0].toLowerCase() ?? "");

export const isQuestion = (text: string): boolean => /\?(?=["')\]]*(?:\s|$))/.test(text);

/** A full stop ends a sentence only before a space: names and paths are full of them. Three by themselves leave something out. */
export function sentencesOf(message: string): Sentence[] {
  const texts = message
    .split(/(?<=(?<!\s\.\.)[.!?])\s+|\n+/)
    .map((text) => text.trim())
    .filter((text) => text !== "");
  return texts.map((text, i) => ({ text, before: texts[i - 1] ?? "" }));
}
