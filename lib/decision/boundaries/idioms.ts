import { APPLY, type Bound, EVERYTHING, NETWORK, PUSH, SWITCH, TOUCH } from "../bounds";
import { matchesOf } from "../matches";

/** A boundary that is stated without "not": what it is about, in the user's words. `strict`: only where these name a place or a sort of thing. */
export type Idiom = { bound: Bound; about: string; strict: boolean };

/** A clause that asks, and not one that tells what somebody else does. */
const OPENING =
  /(?:^|[,;:(–—-]|\b(?:and|but|or|so|please|just|also|then|you|we|still|now|yet|ok|okay|to|must|should|only|me))\s*$/i;

/** What is meant stands behind: "hands off infra/", "stay away from the network". */
const BEHIND =
  /\b(?:keep (?:your |the |all )?(?:hands|fingers|paws) off|hands off|stay (?:away from|off|out of|clear of)|keep (?:away from|off|out of|clear of)|steer clear of|do nothing (?:to|in|with)|only read(?: from)?|just read from|read only from)\s+(?:of\s+)?/gi;
/** Or between two words: "leave X alone", "treat X as read-only". */
const AROUND =
  /\b(?:leave|keep|treat|consider)\s+([^,;:!?]{1,120}?)\s+(?:alone|as(?:[- ](?:it|they|that))?[- ](?:is|are|was|were)|untouched|unchanged|unmodified|(?:as )?read[- ]only|(?:as )?off[- ]limits)(?![\w-])/gi;
/** Or before: "X is off limits", "X must not be changed". */
const BEFORE =
  /\s(?:(?:is|are|stays?|remains?) (?:strictly )?(?:off[- ]limits|read[- ]only(?= (?:for (?:you|now|this|today|us)|to you|here|please)|[.!]?$))|(?:must|should|has to|have to|needs? to|is to|are to) (?:stay|remain|be left|be kept) (?:unchanged|untouched|unmodified|alone|as(?: (?:it|they))? (?:is|are)|read[- ]only)|(?:must|should|may|can|are|is)(?:n't| not|not| never) (?:to )?be (?:changed|modified|touched|edited|altered|written|overwritten|deleted|removed))(?![\w-])/gi;

const WHOLE: readonly (readonly [RegExp, Bound])[] = [
  [/\bnothing (?:goes|is to go|should go|may go|must go|gets|leaves|is to leave|may leave)\b[^.;]{0,40}\b(?:remote|origin|upstream|github|gitlab|this machine|my machine)\b/i, PUSH],
  [/\b(?:commit|keep (?:it|this|them|everything|all|commits))\b[^.;,]{0,30}\blocal(?:ly)? only\b|\blocal commits only\b/i, PUSH],
  [/(?:^|[,;:]\s*|\b(?:please|you) )(?:work|stay|do it|do this) offline\b/i, NETWORK],
  [/(?:^|[,;:]\s*|\b(?:please|and|but) )(?:stay|remain) on (?:this|the current|my) branch\b/i, SWITCH],
  [/(?:^|[,;:]\s*)(?:only|just) plan\b(?! (?:to|for|on|your|ahead))/i, APPLY],
  [/(?:^|[,;:]\s*)(?:this is )?(?:a )?read[- ]only(?: (?:session|review|audit|task|mode|please|for now))?[,.!]*$/i, EVERYTHING],
  [/(?:^|[,;:]\s*)(?:make no (?:code |file )?changes|no (?:code |file )?changes(?= (?:yet|please|for now|to any)))(?: (?:yet|please|for now|to anything|to any files?|to the code))*[,.!]*$/i, EVERYTHING],
]; // prettier-ignore

const REACH = 160;
/** A request that goes on with what it read does not end there. */
const GOES_ON = /\b(?:then|and|once|twice|first|cache|again|instead)\b/i;

export function idiomsIn(text: string): Idiom[] {
  const found: Idiom[] = [];
  const opens = (index: number) => OPENING.test(text.slice(Math.max(0, index - REACH), index));
  for (const { 0: words, index } of matchesOf(text, BEHIND)) {
    const about = clauseOf(text.slice(index + words.length, index + words.length + REACH));
    const reads = /read/i.test(words);
    if (opens(index) && !(reads && GOES_ON.test(about))) found.push({ bound: TOUCH, about, strict: reads });
  }
  for (const { 1: about = "", index } of matchesOf(text, AROUND))
    if (opens(index)) found.push({ bound: TOUCH, about, strict: false });
  for (const { index } of matchesOf(text, BEFORE)) {
    const before = text.slice(Math.max(0, index - REACH), index);
    const about = before.slice(Math.max(...[", ", "; ", ": ", " but ", " and please "].map((cut) => before.lastIndexOf(cut) + cut.length * Number(before.includes(cut))), 0)); // prettier-ignore
    if (!/\b(?:why|how|when|whether|if|that|which|where)\b/i.test(about))
      found.push({ bound: TOUCH, about, strict: true });
  }
  for (const [words, bound] of WHOLE) if (words.test(text)) found.push({ bound, about: "", strict: false });
  return found;
}

const clauseOf = (text: string): string => text.split(/[.,;:!?](?:\s|$)|\s(?:until|unless|because|since|but|when|while|for now|instead)\s/i)[0] ?? ""; // prettier-ignore

/** The user will do it, or wants to be asked: the verb or noun of what is meant, as it stands. */
const BY_USER: readonly RegExp[] = [
  /(?:^|[,;.]\s|\b(?:and|but) )i(?:'ll| will| am going to|'m going to| want to| would like to|'d like to) (?:do the )?(\w+)(?: (?:it|that|this|them|everything))?(?: (?:later|then))? (?:myself|by hand|on my own)\b/gi,
  /(?:^|[,;.:]\s|\b(?:and|but|please) )leave (?:the |all )?(\w+) to me\b/gi,
  /(?:^|[,;.:]\s|\b(?:and|but|please) )(\w+ing) is (?:strictly )?(?:off[- ]limits|not allowed|forbidden|up to me|my job)\b/gi,
  /\b(?:wait for|get|ask for|need) my (?:ok(?:ay)?|approval|confirmation|permission|go(?:-ahead)?|sign-?off) before (?:you )?(\w+)/gi,
  /(?:^|[,;.:]\s|\b(?:and|but|please|always) )(?:ask|check with) me before (?:you )?(?:do |make )?(?:any )?(\w+)/gi,
];

export function wordsForBounds(text: string): string[] {
  return BY_USER.flatMap((pattern) => matchesOf(text, pattern).map(([, word = ""]) => word));
}
