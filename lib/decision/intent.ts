import { isOutsideProduction } from "./environments";
import { inputText } from "./input-text";
import { withoutConsents } from "./intent/consents";
import { callOf, isTyped } from "./intent/typed";
import { asksWithCommand } from "./intent/with-command";
import { isLineAsked } from "./intent/line-to-file";
import { isAboutOther } from "./intent/other";
import { isAboutText, isForLater, isHeadedBy } from "./intent/manner";
import { namesTarget } from "./naming";
import { baseName } from "./paths";
import { MAX_QUOTED, placeholderFor, QUOTE } from "./quoting";
import {
  afterLead,
  isImperative,
  isNegated,
  isQuestion,
  isReport,
  plain,
  type Sentence,
  sentencesOf,
} from "./sentences";
import type { Action, Effect, Rule } from "./types";

const MAX_MESSAGE = 20_000;
/** Longer than one writes by hand: a paste, in which only a request at its very beginning or end is the user's own. */
const MAX_WRITTEN = 2_000;

/**
 * Whether the user's last message asks for this very thing. Conservative: it must ask for the whole command (see quotedCommand), or one
 * of its sentences must be a plain English request that holds a word for the action and the exact name of every target. A negation
 * anywhere in the message clears nothing; nor does a question, or a sentence that tells about something. A rule without targets has
 * them in the words for its action. Returns the words that cleared it.
 */
export function clearingWords(action: Action, rule: Rule, effect: Effect): string | null {
  if (rule.strength === "hard") return null;
  const quoted = quotedCommand(action);
  if (quoted !== null) return quoted;
  const message = lastMessage(action);
  const call = message === null ? null : callOf(action, effect);
  if (message !== null && call !== null && asksForCall(message, call)) return call.slice(0, 200);
  const naming = rule.naming?.(effect);
  if (
    message === null ||
    naming === undefined ||
    (naming.nameless === true && naming.mentioned !== true) ||
    message.length > MAX_WRITTEN
  )
    return null;
  const isRefused = isDenied(message);
  for (const sentence of sentencesOf(withoutCode(message, action))) {
    const text = requestIn(withoutProgram(sentence.text, action));
    if (isRefused && isDenied(message.replace(text, withoutStopping(text)))) continue;
    if (
      !isHeadedBy(naming.action, headOf(text)) ||
      isForLater(withoutConsents(text)) ||
      isAboutText(text, naming.targets)
    )
      continue;
    if (naming.mentioned === true && !mentionsFile(text, action)) continue;
    if (effect.traits.production === true && isOutsideProduction(text)) continue;
    if (!isImperative(text) || isQuestion(text) || isReport(sentence)) continue;
    const named = [...naming.targets, ...objectsIn(effect, action)];
    if (!named.every((target) => namesTarget(sentence.text, target, action, effect.kind === "delete"))) continue;
    if (!isAboutOther(text, named, action, effect)) return text.slice(0, 200);
  }
  return null;
}

/** "terraform destroy envs/preview" asks as "destroy envs/preview" does. */
function withoutProgram(text: string, action: Action): string {
  const program = /^(?:sudo\s+)?([\w.-]+)\s/.exec(inputText(action, "command") ?? "")?.[1];
  const placed = ON_HOST.exec(afterLead(text));
  if (placed !== null && (inputText(action, "command") ?? "").includes(placed[1] ?? "\n")) return withoutProgram(text.slice(text.indexOf(placed[0]) + placed[0].length), action); // prettier-ignore
  const request = afterLead(text);
  const rest = program !== undefined && request.startsWith(`${program} `) ? request.slice(program.length + 1) : text;
  return rest !== text && isImperative(rest) ? rest : text;
}

/** "On web-1.internal, restart nginx" */
const ON_HOST = /^on ([\w@-]+(?:\.[\w-]+)*),\s+/i;

/** "The local database is a mess, drop the database x": from the request on. */
function requestIn(text: string): string {
  const comma = text.indexOf(", ");
  if (comma === -1 || isImperative(text)) return text;
  const rest = text.slice(comma + 2);
  return isImperative(rest) && SAYS_WHY.test(text) ? rest : text;
}
const SAYS_WHY = /^(?:the|my|our|this|that|these|those|it|they|everything|nothing|disk|db|i|we)\b[^,]{0,80}, /i;

/** What a command is about, beside what its rule asks for. */
function objectsIn({ traits }: Effect, action: Action): readonly string[] {
  const objects = typeof traits.objects === "string" && traits.objects !== "" ? traits.objects.split(" ") : [];
  return objects.filter((object) => !isOwnRepository(object, action));
}

/** "Make the repo public": nobody names the one they are in. */
const isOwnRepository = (object: string, { git }: Action): boolean =>
  git !== null && /^[\w.-]+\/[\w.-]+$/.test(object) && baseName(object) === baseName(git.root);

/** The only file that the request names, by its last name, is in the command. */
function mentionsFile(text: string, action: Action): boolean {
  const files = text.match(/[\w./~-]{0,200}[\w-]\.(?:sh|py|js|ts|rb|pl|php)\b/g) ?? [];
  const command = inputText(action, "command") ?? "";
  return files.length === 1 && command.includes(files[0]?.split("/").at(-1) ?? "\n");
}

/** Whether anything in the words is denied, refused or held off; giving up what would be lost is none of that. */
const isDenied = (text: string): boolean => isNegated(text) && isNegated(withoutConsents(text));

/** "Stop the postgresql service" asks for something; "stop", "stop that" and "stop pushing" do not. */
const withoutStopping = (text: string): string =>
  text.replace(/(^|[.!;\n]\s{0,3})((?:please|now|ok|okay)[,:]? )?stop (?=(?:(?:the|all|my|our|this|these) )+(?!\w+ing\b)[\w@.-]+|[\w@-]+(?:\.service| service| container)\b|and (?:disable|mask|remove|delete|uninstall) |logging (?:of|to|for) )/gi, "$1"); // prettier-ignore

/** The command, when the user's last message asks for it word for word. Mentioning it is not asking. */
export function quotedCommand(action: Action): string | null {
  let quoted = QUOTED.get(action);
  if (quoted === undefined) QUOTED.set(action, (quoted = quotedIn(action)));
  return quoted;
}

/** Every soft rule asks, and the answer is the same. */
const QUOTED = new WeakMap<Action, string | null>();

function quotedIn(action: Action): string | null {
  const message = lastMessage(action);
  const command = (inputText(action, "command") ?? "").trim();
  if (message === null || command.length < 8 || command.length > MAX_QUOTED) return null;
  const said =
    message.length > MAX_WRITTEN || isDenied(message)
      ? undefined
      : sentencesOf(message).find((one) => isLineAsked(afterLead(one.text), command) && !isReport(one));
  if (said !== undefined) return said.text.slice(0, 200);
  const text = placeholderFor(message, plain(command));
  if (!text.includes(QUOTE) || isDenied(text)) return null;
  return asksFor(text) ? command.replace(/\s+/g, " ").slice(0, 200) : null;
}

/** One call of the command line, asked for or typed as it stands. */
function asksForCall(message: string, call: string): boolean {
  if (message.length > MAX_WRITTEN || call.length > MAX_QUOTED) return false;
  const text = placeholderFor(message, plain(call));
  if (!text.includes(QUOTE) || isDenied(text)) return false;
  return asksFor(text) || (!text.trim().endsWith("?") && sentencesOf(text).some(isTypedIn));
}

function isTypedIn(sentence: Sentence): boolean {
  const text = afterLead(sentence.text).replace(/^["'`]+/, "");
  if (
    sentence.before !== "" ||
    !text.startsWith(QUOTE) ||
    isQuestion(text) ||
    isReport(sentence) ||
    isForLater(withoutConsents(text))
  )
    return false;
  return isTyped(text.slice(QUOTE.length));
}

/** Names may stand in backticks; a command line there is not a sentence. What follows a colon is what the sentence speaks about. */
const withoutCode = (message: string, action: Action): string =>
  placeholderFor(message, plain(inputText(action, "command") ?? "")).replace(/`[^`\n]*\s[^`\n]*`/g, QUOTE);
const headOf = (sentence: string): string => (sentence.includes(QUOTE) ? "" : (sentence.split(/:\s/)[0] ?? ""));

/** "run `…`", "Please execute exactly: …": the verb right before the command, at the beginning of its sentence. */
const RUN =
  /^(?:run|rerun|re-run|execute|do|use|invoke)(?: (?:exactly|precisely|just|now|again|this|it|as|with|the|following|command|verbatim|one))*\s*[:,]?\s*(?:`[^`\n]{1,300}`,? (?:and|then|and then) )?(?:["'`]|```\w*)?\s*$/i;
/** What may follow a command that is not in backticks: never more of it. */
const GOES_ON = /^["']?\s*(?:[-|&<>;()\\]|\d?>)/;
/** Where it is to run, as if that had to be said. */
const HERE =
  /^["'`]*\s+(?:in|on|for) (?:this|the|our|my) (?:repo(?:sitory)?|project|directory|folder|machine|worktree|checkout)[.!]?\s*$/i;
const COURTESY = /^(?:```\w*|[`"'.,!:;$\s]|please|pls|now|thanks|thank you|ok|okay|yes|go ahead)*$/i;

function asksFor(text: string): boolean {
  if (text.replaceAll(QUOTE, "").length > MAX_WRITTEN) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return [lines[0] ?? "", lines.at(-1) ?? ""].some((text) => asksForIn({ text, before: "" }));
  }
  if (COURTESY.test(text.replaceAll(QUOTE, ""))) return true;
  return sentencesOf(joinBlocks(text)).some(asksForIn);
}

function asksForIn(sentence: Sentence): boolean {
  const { text } = sentence;
  const at = text.indexOf(QUOTE);
  if (at === -1 || isQuestion(text) || isReport(sentence) || isForLater(text)) return false;
  const before = afterLead(text.slice(0, at));
  const after = text.slice(at + QUOTE.length);
  if (GOES_ON.test(after)) return false;
  if (RUN.test(before)) return true;
  return (
    (COURTESY.test(after) || HERE.test(after)) && asksWithCommand(before, (introduction) => RUN.test(introduction))
  );
}

/** A command on a line or in a block of its own belongs to the line that introduces it: "Please run:". */
const joinBlocks = (text: string): string => text.replace(/:[ \t]*\n+(?:```\w*[ \t]*\n)?[ \t]*(?=`?\ue000)/g, ": ");

/** What stands between tags was put in from somewhere: `<issue>…</issue>`. */
function withoutMaterial(message: string): string {
  const from = message.search(/<[a-z][\w-]*>/i);
  const to = message.lastIndexOf("</");
  return from === -1 || to < from ? message : `${message.slice(0, from)}\n${message.slice(message.indexOf(">", to) + 1 || message.length)}`;
} // prettier-ignore

const lastMessage = ({ userMessages }: Action): string | null => {
  const message = userMessages.at(-1);
  return message === undefined || message.length > MAX_MESSAGE ? null : plain(withoutMaterial(message));
};
