import { isNegated, isReport, afterLead, isQuestion, plain, sentencesOf } from "../../sentences";
import { asCommand } from "./asked-in-words";
import { matchesOf } from "../../matches";

/** "Run `npm test`", "then execute:", "the following commands": asked for. "Find uses of `rm -rf`" is not. */
const ASKS_TO_RUN = /\b(?:runs?|execute|invoke|use|call|do|type|enter|issue|perform|start|launch|with|via|using|commands?|following|steps?)\b[^.!?\n`]{0,40}$/i; // prettier-ignore
const LOOKS_AT = /\b(?:find|search|grep|look|explain|describe|document|list|where|why|how|what|review|audit|detect|check (?:for|whether|if)|contains?|calls?|uses|mentions?|replace|remove|rename|refactor|warn|test that|examples? of|instead of|rather than|instances? of|occurrences? of|usages? of|cover(?:s|ing)?|pars(?:e|es|ing)|classif\w+|reject\w*|recogni[sz]\w+|blocks|blocked|not)\b[^.!?\n`]{0,80}$/i; // prettier-ignore

/** Characters that are read, and different requests in them. */
const MAX_TEXT = 65_536;
const MAX_REQUESTS = 200;

const INLINE = /`([^`\n]{2,400})`/g;
const FENCED = /```(?:bash|sh|shell|zsh|console|terminal)?[ \t]*\n([\s\S]{1,4000}?)(?:```|$)/g;

/** A command line that a text asks for, and where; verbatim as it stands there, or what its words come to. */
export type Request = { text: string; start: number; end: number; isVerbatim: boolean };

/** Everything that a text asks an agent to run or do, as far as words show it, each once; and whether that is all. */
export function requestsIn(text: string): { requests: Request[]; isAll: boolean } {
  const task = text.slice(0, MAX_TEXT);
  const found = new Map<string, Request>();
  for (const request of [...givenCommands(task), ...wordedActs(task)])
    if (!found.has(request.text)) found.set(request.text, request);
  const isAll = text.length <= MAX_TEXT && found.size <= MAX_REQUESTS;
  return { requests: [...found.values()].slice(0, MAX_REQUESTS), isAll };
}

function givenCommands(task: string): Request[] {
  const found: Request[] = [];
  for (const pattern of [FENCED, INLINE])
    for (const match of matchesOf(task, pattern)) {
      const text = match[1] ?? "";
      const start = match.index + match[0].indexOf(text);
      if (isAskedFor(task, match.index)) found.push({ text, start, end: start + text.length, isVerbatim: true });
    } // prettier-ignore
  return found;
}

/** Told by the sentence before it. */
function isAskedFor(task: string, at: number): boolean {
  const before = plain(task.slice(Math.max(0, at - 200), at)).trimEnd();
  const sentence = before.split(/[.!?](?:\s|$)|\n\s*\n/).at(-1) ?? "";
  const last = sentence.slice(sentence.lastIndexOf("`") + 1);
  if (isNegated(sentence) || LOOKS_AT.test(last)) return false;
  return sentence.trim() === "" || /^(?:[-*•]|\d{1,2}[.)])$/.test(sentence.trim()) || ASKS_TO_RUN.test(last);
}

const CLAUSES = /\s*(?:[,;:]|\band then\b|\bthen\b|\band\b|\bafter that\b)\s*/gi;
/** To stop something is an act; to stop doing it is none. */
const STOPS = /\bstop (?!\w+ing\b)/gi;
/** "Find where we send tokens to …": what the code does is looked at, unless what is found goes somewhere. */
const LOOKS_AT_CODE =
  /^(?:find|list|locate|identify|count|show|search for|look for|check|review|audit|grep for|trace|map)\b.{0,40}\b(?:where|whether|that|which|how) (?:we|it|they|users?|the (?:\w+ )?(?:app|code|codebase|client|server|service|library|sdk|function|script|api|cli)s?)\b/i;
const MAY_LOOK = /\b(?:where|whether|that|which|how) (?:we|it|they|users?|the) /i;
const SENDS_FOUND =
  /\b(?:send|upload|post|transfer|forward|copy|push|submit|e-?mail)\w* (?:it|them|all|everything|any|each|those|these|the (?:results?|outputs?|contents?|list|files?|matches|values?))\b/i;
const isLook = (sentence: string): boolean => LOOKS_AT_CODE.test(sentence) && !SENDS_FOUND.test(sentence);

/** The same text without what only asks to look at what code does; places stay where they are. */
export function withoutLooks(text: string): string {
  if (!MAY_LOOK.test(text)) return text;
  let [rest, from] = ["", 0];
  for (const { text: sentence } of sentencesOf(text)) {
    const at = text.indexOf(sentence, from);
    if (at === -1) continue;
    rest += text.slice(from, at) + (isLook(afterLead(plain(sentence))) ? " ".repeat(sentence.length) : sentence);
    from = at + sentence.length;
  }
  return rest + text.slice(from);
}

/** What it speaks of, the sentence before it names. */
const REFERS = /\b(?:them|it|their|these|those|the (?:results?|outputs?|contents?|archive|files?|list))\b/i;
/** Not a negation of the act itself. */
const UNASKED = /\bwithout (?:asking|confirm\w*|review\w*|waiting|approval|permission|checking|telling)\b[^,.;]*/gi;

function wordedActs(task: string): Request[] {
  let from = 0;
  return sentencesOf(task).flatMap((sentence): Request[] => {
    const start = task.indexOf(sentence.text, from);
    if (start < 0) return [];
    from = start + sentence.text.length;
    const text = plain(sentence.text).replace(UNASKED, "").replace(STOPS, "halt ");
    if (isNegated(text) || isReport({ ...sentence, text }) || isQuestion(text) || isLook(afterLead(text))) return [];
    const before = REFERS.test(text) && !isNegated(sentence.before) && !isQuestion(sentence.before) ? plain(sentence.before) : ""; // prettier-ignore
    return [...(before === "" ? [] : [`${before} ${text}`]), text, ...text.split(CLAUSES)].flatMap((clause) => {
      const command = asCommand(afterLead(clause));
      return command === null ? [] : [{ text: command, start, end: from, isVerbatim: false }];
    });
  });
}
