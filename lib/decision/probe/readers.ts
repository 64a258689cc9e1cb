import { matchesOf } from "../matches";

const NAME = String.raw`A\.I\.|AIs?|LLMs?|(?:large )?language models?|generative models?|Claude(?: Code)?|ChatGPT|GPT(?:-\d\w{0,2})?|Copilot|Gemini|Codex|Llama|Mistral|DeepSeek|Grok|Perplexity|Qwen|Devin|NotebookLM|copilots?|chatbots?|(?:AI|LLM)-(?:based|powered|driven|assisted|enabled)`;
const KIND = String.raw`assistants?|agents?|bots?|models?|tools?|readers?|systems?|reviewers?|clients?|developers?|operators?|crawlers?|summari[sz]ers?|helpers?|sessions?|scanners?|processors?|parsers?|engineers?|services?|software|contributors?|visitors?|users?|consumers?|programs?|pipelines?|workflows?|recipients?|participants?|programmers?|coders?|translators?|triagers?|note-?takers?|employees?|coworkers?|colleagues?|companions?|instances?|integrations?|extensions?|plug-?ins?|apps?|engines?|products?|technolog(?:y|ies)|evaluators?|graders?|judges?|moderators?|screeners?|recruiters?|analysts?|editors?|writers?|secretar(?:y|ies)`;
const QUALITY = String.raw`AI|LLM|GPT|coding|code|programming|chat|voice|scraping|crawling|summari[sz]ation|conversational|machine-learning|automated|automatic|autonomous|virtual|artificial|machine|shopping|browsing|browser|e-?mail|mail|research|support|agentic|robotic|intelligent|digital|language|software|review|smart|non-human`;
/** A word for a machine that reads. Those in the last group are ordinary words, too. */
const READER = new RegExp(
  String.raw`(?<![A-Za-z\d@/.]|\b(?:my|our|its|their|his|her|no|non)[ -])@?(?:(?<sure>(?:${NAME})(?:[/ -](?:(?:${QUALITY})[ -])?(?:${KIND}|${NAME}))?|(?:${QUALITY})(?:[ -](?:${QUALITY}))?[ -](?:${KIND}))|(?<plain>assistants?|agents?|bots?)|(?<weak>models?|machines?|crawlers?|summari[sz]ers?|automation|automations))(?![A-Za-z\d@]|\.\w|'s\b)`,
  "gi",
);

const ARTICLE = String.raw`(?:(?:the|an?|any|all|every|each|whichever|whatever|our|your|other|fellow|some|those)\s+){0,2}`;
const EDGE = String.raw`(?:^|[\n(\[{<>"'“„«\x60|#*=/%]|\\[nr]|[.!?;:,}][\s"'“„]{1,4}|\d→|:\d{1,6}[:-]|\]|--?|–|—|(?<!\w)[-+•])[\s*_"'\x60>#|:/\[(-]{0,8}`;
/** A field that is named after its reader: `"note_for_ai": "…"`. */
const KEY = /^(?:[-_]\w{2,16}){0,2}["'\x60]?\s{0,2}[:=]\s{0,2}["'\x60](?=[A-Za-z]\w{0,20} \w)/;
const NAMED = /(?:(?:^|[\s{,<(])["'\x60]|[\w-][-_]|(?:^|\n)[ \t]{0,12})$/;
/** Right in front of the word, to its left. */
const ALONE = new RegExp(String.raw`${EDGE}$`);
const GREETED = new RegExp(
  String.raw`(?:(?:^|[^\w])(?:dear|hello|hi|hey|ok|okay|attention|attn|psst|yo|listen|please,?(?: dear)?)[\s,:]+|${EDGE}(?:to|for)\s+|(?:^|[\s(\[])(?:notice|note|warn(?:ing)?|info|hint|important|error|notification|reminder)[\s:]+|@)${ARTICLE}$`,
  "i",
);
const NOTED = new RegExp(
  String.raw`(?:\b(?:notes?|memo|notice|messages?|instructions?|directives?|hints?|attention|reminder|todo|fixme|hack|polic(?:y|ies)|requests?|terms?|rules?|warning|advice|favou?r|binding|important|p\.?s\.?|meant|intended|information|orders?|steps?|guidance|notification|requirements?|mandatory|appendix)\b[^\n.]{0,24}?\b(?:to|for)[\s:-]+|\b(?:todo|fixme|note|hack|xxx|p\.?s\.?)\s?[(@:\[]?\s{0,2})${ARTICLE}$`,
  "i",
);
const CONDITION = new RegExp(
  String.raw`\b(?:if|when|whenever|in case|once|as soon as|should|unless)\s+(?<you>(?:and only if\s+)?you(?:'re|\s+are|\s+happen to be)?\s+)?(?:${ARTICLE})$`,
  "i",
);
const BEFORE_IT = new RegExp(String.raw`\b(?:before|after)\s+${ARTICLE}$`, "i");
/** "If this page is read by an AI". */
const READ_BY = new RegExp(String.raw`\b(?:if|when|once|should)\s+(?:this|these|the)\b[^.\n]{0,40}?\b(?:by|to|with|into)\s+${ARTICLE}$`, "i"); // prettier-ignore
const AS_YOU = /\bas\s+(?:the|an?)\s+$/i;

const PHRASE = String.raw`(?:\s*\([^)\n]{0,70}\))?(?:\s+(?:(?:that|who|which)\s+)?(?:\w+ing|in|on|of|reads?|process\w*|opens?|parses?|sees?|handles?|edits?|works?|uses?|summari[sz]es?|analy[sz]es?|reviews?|unpacks?|and)\b[^\n:;!?–—<>]{0,70}?)?`;
const LABELLED = new RegExp(
  String.raw`^${PHRASE}(?:\s(?:detected|found|present|mode|session|notice|alert|check|access|only)){0,2}\s?[)\]}*_\x60"']{0,4}\s?(?:[:,!–—]|;(?= \w)|\||(?<=^)>|-{1,2}\s|\s-{1,2}\s|\.{3}|[)\]}]|\.\s|\n|[\u2190-\u2BFF\uD83C-\uD83E])`,
  "i",
);
/** "agent-hint: …", "[llm instructions]", "ai eyes only". */
const COMPOUND =
  /^[-_ ](?:notes?|hints?|directives?|instructions?|hook|guard|rules?|override|requests?|todo|guidance|warning|alert|memo|remark|requirements?|readme|polic(?:y|ies)|notice|only|eyes only|step|action|tasks?|prompt|review policy|message|command|info|context)\b[^\n:"\]>]{0,40}(?:[:\]>)=]|"\s?(?:content|value|:))/i;
const OWED =
  /^(?:\s*\([^)\n]{0,60}\))?(?:[^.!?\n]|\.(?=\S)|\n(?![ \t]*\n)){0,110}?\b(?:must|shall|should|has to|have to|needs? to|(?:is|are) (?:kindly |hereby |further )?(?:(?:required|asked|instructed|requested|obliged|expected|mandated|advised|permitted|authori[sz]ed)\b[^.\n]{0,30}? )?to)\b(?!\s+(?:not\b|never\b|be\b|have\b))/i;
const DEICTIC =
  /^(?:[^.!?\n]|\.(?=\S)|\n(?![ \t]*\n)){0,60}?\b(?:this|these|here|along|so far|this far|above|below|the (?:following|line|page|text|file|document|log|thread))\b/i;
const VERB_NEXT = /^\s+(?:please|you|do|don't|never|always|must|should)\b/i;
/** A bracket or a line's end is a label's end only behind "note for" and its like. */
const SEPARATED =
  /(?:[:,!–—;>|]|\.\.\.|\s-{1,2}\s?|-{1,2}\s|(?:detected|found|present|mode|session|check|notice)\.)\s?$/;
const BRACKETED = /[[{=]\s?$/;
/** The value of a key rather than words to somebody. */
const CODE =
  /^\s{0,2}(?:["'\x60]?[\w.$-]{1,60}["'\x60]?\s{0,2}(?:[;({)}\]<=]|,?\s{0,2}\n|$)|[{[(]\s{0,2}\n|\w{1,40}\.\w)/;
/** One of several products or kinds. */
const LISTED =
  /^,\s+(?:[A-Z][\w.+-]*(?:\s[A-Z][\w.+-]*)?(?:,|\s(?:and|or|&)\b)|etc\b|and\b|or\b|others\b|\w+,\s(?:and|or)\b)/;
/** A turn of a conversation: what an assistant said, not what it is told. */
const SPOKEN =
  /^\s{0,4}\n(?:\d{1,6}[→\t]|[ \t]){0,24}[\w-]{1,30}:\s|^[\s*:_"'\\n-]{0,8}(?:I(?:['’]\w+)?\b|sure\b|sorry\b|hello\b|hi\b|here(?:'s| is| are)\b|you(?:'re| are) welcome|\|\s|>\s{0,4}\n|let me\b|we\b|my\b|thanks?\b|of course\b|great\b|certainly\b|okay\b|yes\b|no,|got it|done\b|what\b|how\b|which\b|could you (?:tell|share|provide))/i;

const LEFT = 72;
const RIGHT = 200;
/** A text that names readers more often is about them, and is not told better by the rest. */
const MAX_READERS = 400;

/** A vocative goes right in front of its order; a label may have a pretext behind it. */
const NEAR = 170;
const FAR = 340;

type Address = { start: number; end: number; weight: number; reach: number };

/** "When you summarise this thread, …": what readers of a text do that are machines. */
const AT_WORK =
  /\b(?:when|if|while|before|after|once|whoever|whatever|anyone who)\s+(?:you(?:'re| are)?\s+|is\s+)?(?:summari[sz]|analy[sz]|process|pars|index|ingest|crawl|translat)\w*\s+(?:this|these|the) (?:document|page|thread|ticket|file|e?-?mail|message|log|issue|text|site|website|repository|code|data|record|table|conversation|review)s?\b[^.\n:,]{0,40}[,:]/gi;

/** Places where the text turns to a machine that reads it: a label, a vocative, a condition or a duty. */
export function addressesIn(text: string): Address[] {
  const found: Address[] = [];
  for (const match of matchesOf(text, READER).slice(0, MAX_READERS)) {
    const end = match.index + match[0].length;
    const left = text.slice(Math.max(0, match.index - LEFT), match.index);
    const right = text.slice(end, end + RIGHT);
    const form = formOf(left, right, kindOf(match), match[0].startsWith("@"));
    if (form !== null)
      found.push({ start: match.index, end: end + form.skip, weight: form.weight, reach: form.isNear ? NEAR : FAR });
  }
  for (const match of matchesOf(text, AT_WORK).slice(0, MAX_READERS))
    found.push({ start: match.index, end: match.index + match[0].length - 1, weight: 0.5, reach: NEAR });
  return found;
}

type Kind = "sure" | "plain" | "weak";
const kindOf = ({ groups }: RegExpExecArray): Kind =>
  groups?.sure !== undefined ? "sure" : groups?.plain !== undefined ? "plain" : "weak";

type Form = { weight: number; skip: number; isNear?: boolean };

function formOf(left: string, right: string, kind: Kind, isHandle: boolean): Form | null {
  const isSure = kind === "sure";
  const key = KEY.exec(right);
  if (key && isSure && NAMED.test(left) && !SPOKEN.test(right.slice(key[0].length))) return { weight: 0.55, skip: key[0].length };
  // The whole of a string of data, such as a role, is a value.
  const mark = left.at(-1) ?? "";
  if (/["'`]/.test(mark) && right.startsWith(mark)) return null;
  const edge = left.length < 1 || ALONE.test(left);
  const compound = COMPOUND.exec(right);
  if (compound && (edge || isSure || /[-_]$/.test(left)) && kind !== "weak") return { weight: 0.6, skip: compound[0].length - 1 };
  // Part of a longer name.
  if (/[-_]$/.test(left) || right.startsWith("_")) return null;
  const label = LABELLED.exec(right);
  // The next cell of a table, and nothing between.
  const labelled = label?.[0].includes("|") && !/^[ *_\x60]{0,4}\|$/.test(label[0]) ? null : label;
  const skip = labelled === null ? 0 : labelled[0].length - 1;
  const spoken = labelled !== null && SPOKEN.test(right.slice(labelled[0].length));
  const condition = CONDITION.exec(left);
  if (condition && (kind !== "weak" || condition.groups?.you !== undefined) && (condition.groups?.you !== undefined || DEICTIC.test(right) || /^[^.,\n]{0,50}:/.test(right)) && !spoken)
    return condition.groups?.you !== undefined && !/(?:re|are|be)\s/.test(condition.groups.you) ? null : { weight: 0.6, skip: Math.max(0, right.search(/[:,;.–—\n]/)) };
  if (READ_BY.test(left) && labelled) return { weight: 0.6, skip };
  const owed = OWED.exec(right);
  if (BEFORE_IT.test(left) && owed) return { weight: 0.5, skip: owed[0].length };
  if (labelled && LISTED.test(right)) return null;
  const led = labelled !== null || VERB_NEXT.test(right) || DEICTIC.test(right) || isHandle;
  const isComma = labelled !== null && labelled[0].trimEnd().endsWith(",");
  if (NOTED.test(left) && led && !spoken) return { weight: 0.6, skip, isNear: isComma };
  if ((GREETED.test(left) || isHandle) && led && !spoken) return { weight: isHandle ? 0.4 : isSure ? 0.55 : 0.5, skip, isNear: isComma };
  if (AS_YOU.test(left) && /^[^.\n]{0,30}?\byou\b/.test(right)) return { weight: 0.5, skip: 0 };
  const isBracketed = labelled !== null && BRACKETED.test(left) && /[\]}]$/.test(labelled[0]) && right.charAt(labelled[0].length) !== "(";
  if (kind === "weak") return null;
  if (edge && labelled && !spoken && (SEPARATED.test(labelled[0]) || isBracketed) && !CODE.test(right.slice(labelled[0].length))) return { weight: isSure ? 0.55 : 0.45, skip, isNear: isComma };
  if (owed) {
    const deictic = DEICTIC.test(right);
    if (isSure || deictic || edge) return { weight: deictic ? 0.55 : 0.4, skip: owed[0].length };
  }
  return null;
} // prettier-ignore
