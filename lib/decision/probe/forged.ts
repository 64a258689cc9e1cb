import { directiveIn } from "./directives";
import type { ProbeFinding } from "./types";
import { matchesOf } from "../matches";

/** Who or what a forged passage claims to be. Names that data carries by nature need a grave order behind them. */
const OWN = String.raw`(?:system|assistant|developer|tool|agent|ai|llm|model|claude|gpt|copilot|bot|chat|session|security|human|operator)[-_ ]?(?:messages?|prompts?|instructions?|reminders?|notices?|warnings?|overrides?|directives?|updates?|orders?|notes?|context|turn|input|policy|alert|commands?|config|directions?|role)|system|instructions?|directives?|overrides?|hidden|ignore[-_ ](?:previous|prior|all|above|user|rules|instructions)\w{0,12}|(?:new|updated|priority|secret|hidden|internal|real|additional|important|special)[-_ ](?:instructions?|orders?|tasks?|directives?|prompts?|rules?)|end[-_ ]?(?:of[-_ ]?)?(?:\w{1,12}[-_ ]?)?(?:data|results?|output|context|file|document|feedback|page|message|input|email|content|log|report)|jailbreak|root[-_ ]?access|function_results?|tool_results?`;
const SHARED = String.raw`admin|administrator|sysadmin|human|developer|assistant|operator|agent|instruct|ai|llm|claude|orders?`;

const FORMS = (names: string) =>
  new RegExp(
    String.raw`<\|?\s?(?:${names})\b[^<>\n]{0,60}>|\[{1,3}\s?(?:${names})\b(?:\s?[:\]]|[^[\]\n]{0,60}[:\]])|(?:\{\{[#%]?|\{%)\s?(?:${names})\b[^{}\n]{0,60}\}|\x60{3}\s?(?:${names})\s?(?:\n|\\n)|(?:^|\n|\\n)[ \t>/#*-]{0,8}#{1,6}\s?(?:${names})\s?(?::|\n|\\n)|(?:^|[\n.!?"'(\x60]|\\n|<!--|--|//|#)[ \t]{0,4}[=-]{2,6}\s?(?:${names})\b[^=\n]{0,40}[=-]{2,6}`,
    "gi",
  );

type Forgery = { hints: readonly string[]; pattern: RegExp; weight: number; needsRisk: boolean };

const FORGERIES: readonly Forgery[] = [
  { hints: ["<", "[", "{", "```", "#", "--", "**", "=="], pattern: FORMS(OWN), weight: 0.5, needsRisk: false },
  { hints: ["<", "[[", "```"], pattern: new RegExp(String.raw`<(?:${SHARED}|${SHARED.toUpperCase()})>|\[\[\s?(?:${SHARED}|${SHARED.toUpperCase()})\s?[:\]]|<\|(?:${SHARED})[^<>\n]{0,40}\|?>`, "g"), weight: 0.45, needsRisk: true },
  // In capitals, or with a mark of a prompt: "SYSTEM> …", "done. SYSTEM: …".
  { hints: ["SYSTEM", "ADMIN", "DEVELOPER", "ROOT", "OPERATOR", "INSTRUCTION", "Instruction"], pattern: /(?:^|[\n"'([<{|>]|[.!?;]\s|:\d{1,6}:|<!--|\\n|\/\/|#|\*)[ \t]{0,4}(?:SYSTEM|ADMIN(?:ISTRATOR)?|DEVELOPER|ROOT|OPERATOR)(?: (?:MESSAGE|PROMPT|NOTICE|OVERRIDE|UPDATE|INSTRUCTIONS?))?\s?[:>]\s|\b(?:SYSTEM (?:MESSAGE|PROMPT|OVERRIDE)|(?:content|value|alt|title)=["']Instructions?)\s?:/g, weight: 0.45, needsRisk: false },
  { hints: ["INST", "SYS", "<|", "<start_of_turn"], pattern: /\[INST\]|<<SYS>>|<\|(?:im_start|im_end|start_header_id|eot_id|endoftext|end_of_turn)\|>|<start_of_turn>/g, weight: 0.5, needsRisk: true },
  { hints: ["ystem", "eveloper", "ool", "unction"], pattern: /(?:^|[\n"'([<{|>]|[.!?;]\s|:\d{1,6}:|<!--|\\n|\/\/|#|\*)[ \t]{0,4}(?:System|Developer|Tool|Function|Admin(?:istrator)?)[ -](?:[Mm]essage|[Pp]rompt|[Nn]ot(?:e|ice|ification)|[Ii]nstructions?|[Uu]pdate|[Oo]verride|[Aa]lert|[Rr]esult|[Oo]utput|[Rr]esponse|[Cc]ommand|[Rr]eminder)\s?[:>]\s/g, weight: 0.45, needsRisk: false },
  { hints: ["BEGIN", "NEW ", "UPDATED ", "PRIORITY "], pattern: /\b(?:BEGIN|NEW|UPDATED|PRIORITY|OVERRIDE) (?:SYSTEM |USER |ADMIN |DEVELOPER )?(?:PROMPT|INSTRUCTIONS?|MESSAGE|DIRECTIVES?|ORDERS?)\b/g, weight: 0.5, needsRisk: false },
  { hints: ['role\\"'], pattern: /\{\\"role\\"\s?:\s?\\"(?:system|developer|user)\\",\s?\\"content\\"\s?:\s?\\"/g, weight: 0.45, needsRisk: true },
  { hints: ["Thought:"], pattern: /(?:^|\n|\\n)[ \t]{0,4}Thought:\s/g, weight: 0.45, needsRisk: true },
  { hints: ["role"], pattern: /(?:^|\n|\\n)[ \t]{0,4}role\s?:\s?["']?(?:system|developer|user)["']?(?:\n|\\n)\s{0,4}(?:content|message)\s?:/gi, weight: 0.45, needsRisk: false },
  { hints: ["content="], pattern: /<meta\s[^<>\n]{0,20}name=["'][^"'\n]{0,40}(?:\bllms?\b|\bai\b|agent|assistant|instruction|robots-\w)[^"'\n]{0,40}["'] content=["']/gi, weight: 0.5, needsRisk: false },
  { hints: ["end of", "End of"], pattern: /(?:[-=#*<[_]{2,}|\[)\s?end of (?:the )?(?:\w{1,16} ){0,2}(?:data|results?|output|context|files?|documents?|feedback|page|message|input|e-?mail|content|log|report|text|article|issue|ticket|comments?)\s?(?:[-=#*>\]_]{1,})/gi, weight: 0.5, needsRisk: false },
  { hints: ["human:", "user:", "system:", "Human:", "User:", "System:"], pattern: /<\/[\w:-]{2,24}>(?:\s|\\n|\d{1,6}→|[#*/]){0,60}(?:human|user|system)\s?:/gi, weight: 0.6, needsRisk: false },
]; // prettier-ignore

/** `Result<Human>` is a type. A line break may be written as two letters. */
const GENERIC = /(?<!\\)[\w\]]$|\\[^n]$/;

const MAX_EACH = 200;
const PLAIN = 0.4;
const RISKY = 0.6;

/** Tags, headings and labels that pretend to come from the client, its system prompt or its user, with an order behind them. */
export function forgedTurns(text: string): ProbeFinding[] {
  const found: ProbeFinding[] = [];
  for (const { hints, pattern, weight, needsRisk } of FORGERIES) {
    if (!hints.some((hint) => text.includes(hint) || text.includes(hint.toUpperCase()))) continue;
    for (const match of matchesOf(text, pattern).slice(0, MAX_EACH)) {
      const from = match.index + match[0].length;
      if (match[0].startsWith("<") && GENERIC.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
      const order = directiveIn(text, from);
      if (order === null || (needsRisk && !order.isRisky)) continue;
      const gravity = order.isRisky ? RISKY : PLAIN;
      found.push({ signal: "fake-turn", weight: weight + gravity, start: match.index, end: order.end, note: "poses as the client or its user, and gives orders" }); // prettier-ignore
    }
  }
  return found;
}
