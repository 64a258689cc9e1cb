import type { Probed, ProbeFinding } from "./types";

/** The reader's own next words; and what a person who answers a mail is rightly asked to put in. */
const REPLY = String.raw`your (?:next |final |whole |entire )?(?:responses?|repl(?:y|ies)|answers?|messages?|output)(?:'s)?`;
const FORM = String.raw`(?:encod|decod|encrypt|encipher|cipher|translat|render|revers|invert|flip|rewrit|convert|writ|provid|giv|present|display|express|represent|format|deliver|produc|craft|compos|phras|shift|obfuscat|transform|spell|show|substitut|replac|appl|use|using|utili[sz]|employ|scrambl|rotat|swap|misspell|anagram|group|mak|creat|turn|mix|remov|delet|omit|jumbl)(?:e|es|ing|y|t)?`;
const HOLD = String.raw`(?:includ|add|append|insert|mention|integrat|incorporat|embed|weav|slip|work|augment|enhanc|enrich|modif|alter|chang|adjust|tailor|end|begin|start|conclud|finish|clos|infus|sprinkl|supplement|complement|boost|elevat|introduc|feature|promot|suggest|hint|drop|plac|put|mix|blend|extend|expand|amend|updat|revis)(?:e|y)?`;

const SHAPING = [
  new RegExp(String.raw`^(?:please |can you |could you |would you |kindly |now |then )*(?:${FORM}|${HOLD})\b[^\n]{0,120}?\b${REPLY}(?![\w-])`, "i"),
  new RegExp(String.raw`^(?:in|at the end of|at the start of|within|to|for|with|throughout) ${REPLY},? (?:please )?(?:${FORM}|${HOLD})\b`, "i"),
  /^(?:please |can you |could you |kindly )*(?:reply|respond|answer|speak|write back|talk)\b (?:only |entirely |to (?:me|this) )?(?:in|using|with|by|backwards?|as)\b[^\n]{0,24}?\b(?:reverse|emojis?|base ?\d+|cipher|morse|binary|hex\w*|backwards?|encod\w+|code|rot13|pig latin|rhymes?|spanish|french|german|italian|portuguese|chinese|japanese|korean|russian|arabic|dutch|hindi|turkish|polish|swedish|latin)\b/i,
]; // prettier-ignore

/** "Please include your order number in your reply". */
const ORDINARY = /\b(?:your|the|this|a|an) (?:\w+ ){0,2}(?:number|id|reference|name|phone|address|details|code|receipt|date|contact|documents?|resume|cv|availability|quote)\b/i; // prettier-ignore

/** What people ask an assistant and not one another. */
const ASKING = [
  /^(?:please |can you |could you |help me |kindly )*(?:analy[sz]e|determine|find|check|gauge|rate|interpret|classify|identify|evaluate|assess|detect|judge|label|tell me|is|what is|what's)\b[^\n]{0,40}?\b(?:sentiment|mood|tone|emotions?|positive or negative|negative or positive)\b/i,
  /^(?:please |can you |could you |kindly )*(?:help me (?:with|write|find|plan|create|understand)|show me (?:how|a)|teach me|recommend (?:a|an|some|me)|suggest (?:a|an|some|me|weekend|ideas|ways|good)|tell me (?:about|a|an|how|what|the)|give me (?:a|an|some|ideas|tips)|write (?:a|an|me|some) (?:\w+ ){0,2}(?:poem|essay|story|song|haiku|limerick|letter|script|function|joke|article)|explain (?:the|how|why|what)|describe (?:the|how)|provide (?:a|an|me|some|insights?|information|details|examples|tips|ideas|advice|steps)\b|summari[sz]e (?:the|recent|key|main)|list (?:the|some|five|ten|three|all) |compare (?:the|and)|analy[sz]e (?:the|how)|translate (?:the|this)|(?:calculate|compute|solve|find|convert|simplify) (?:the|this|how|me|a|for|all)|(?:create|draft|generate|compose|design|plan|develop|outline|brainstorm|craft|prepare) (?:a|an|me|some|the|\d+)|discuss (?:the|how)|define (?:the|what)|name (?:the|some|three|five|a)|identify (?:the|some)|evaluate (?:the|how))\b/i,
  /^(?:how (?:can|do|should|would|could) (?:i|one|we)\b|how (?:does|do|did|has|have|is|are)\b|what (?:are|is|were|was) the (?:best|benefits|advantages|pros|main|key|impact|latest|difference|effects?|causes?|role|history|most|top|current|primary|health|potential|challenges|major|long-term|recent|common)\b|what (?:movies|books|restaurants|songs|shows|games|should i)\b|what(?:'s| is| are| were| was) (?:the|an?|some)\b|which (?:is|are|of)\b|who (?:is|was|won|are)\b|why (?:is|are|do|does|did)\b|where can i\b|can you (?:explain|tell|recommend|suggest|help|give|find|show|list|classify|summari[sz]e|translate)\b|is (?:this|it|there)\b|could you (?:explain|tell|recommend|suggest|help)\b)[^\n]{4,180}\?/i,
];

const MAX_LINE = 260;

/** Requests of a kind that nobody makes of a document: judged by where they stand, since their words are ordinary. */
export function requestFindings({ text, isRemote }: Probed): ProbeFinding[] {
  const lines = linesOf(text);
  const filled = lines.filter(({ content }) => content !== "");
  if (filled.length < 2) return [];
  const rows = filled.filter(({ content }) => isRow(content)).length;
  const isTable = rows >= 3 && rows / filled.length >= 0.5;
  const isMail = isRemote && filled.slice(0, MAIL_HEAD).some(({ content }) => GREETING.test(content));
  if (!isTable && !isRemote) return [];
  const stems = countsOf(stemsOf(text));
  const found: ProbeFinding[] = [];
  for (const [index, { content, start }] of filled.entries()) {
    if (content.length > MAX_LINE || content.length < 12 || isRow(content)) continue;
    const edge = isBeforeMail(filled, index) || isAfterMail(filled, index);
    const request = isTable || edge ? content : content.replace(/^[^.!?]{0,80}: /, "");
    const end = start + content.length;
    if (SHAPING.some((pattern) => pattern.test(request)) && !ORDINARY.test(request))
      found.push({ signal: "reply-shaping", weight: isTable || isMail ? 1 : 0.6, start, end, note: "tells the reader what its own reply must be" });
    else if ((isTable || edge) && ASKING.some((pattern) => pattern.test(request)) && isForeign(content, stems))
      found.push({ signal: "stray-request", weight: 1, start, end, note: "a request to an assistant that has nothing to do with the data" });
  } // prettier-ignore
  return found;
}

const GREETING =
  /^(?:subject|from|to|date|sent|received|email_from)\s*:|^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b/i;
const FAREWELL =
  /\b(?:regards|sincerely|cheers|thank you|thanks|best|yours|team|unsubscribe|you are receiving|sent (?:with|from)|all rights reserved|reply to this|(?:inc|ltd|llc|gmbh)\b\.?|street|suite|p\.?o\.? box)/i;
const FAREWELL_LINES = 6;
const MAIL_HEAD = 4;

/** Nobody writes above their own greeting or below their own farewell; who adds to a mail of somebody else's does. */
const isBeforeMail = (lines: readonly Line[], index: number) =>
  index === 0 && GREETING.test(lines[1]?.content ?? "") && !GREETING.test(lines[0]?.content ?? "");
const isAfterMail = (lines: readonly Line[], index: number) =>
  index === lines.length - 1 && lines.slice(-1 - FAREWELL_LINES, -1).some(({ content }) => FAREWELL.test(content));

type Line = { content: string; start: number };

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const raw = text.slice(start, end);
    lines.push({ content: raw.trim(), start: start + (raw.length - raw.trimStart().length) });
    start = end + 1;
  }
  return lines;
}

const isRow = (line: string) => line.startsWith("|") || (line.match(/ \| /g)?.length ?? 0) >= 2;

const COMMON = new Set("about above after also been before being between both could does each from have help here how into just like list main make many more most much need only other over provide show some such tell than that their them then there these they this those through using very want were what when where which while will with would your years".split(" ")); // prettier-ignore

const stemsOf = (text: string) =>
  (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 6));

function countsOf(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** Of the words of a caption, or of a question that the data answers, the data holds some. @param all of the whole text, line included */
function isForeign(line: string, all: ReadonlyMap<string, number>): boolean {
  const own = countsOf(stemsOf(line));
  const stems = stemsOf(line.replace(/(?<!\w)["'“‘].*["'”’]/, ""));
  const shared = stems.filter((stem) => (all.get(stem) ?? 0) > (own.get(stem) ?? 0));
  return stems.length > 0 && shared.length / stems.length <= 0.25;
}
