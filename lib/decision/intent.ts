import { inputText } from "./input-text";
import { namesTarget } from "./naming";
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
  const naming = rule.naming?.(effect);
  if (message === null || naming === undefined || message.length > MAX_WRITTEN || isNegated(message)) return null;
  for (const sentence of sentencesOf(withoutCode(message, action))) {
    const { text } = sentence;
    if (!naming.action.test(headOf(text)) || !isImperative(text) || isQuestion(text) || isReport(sentence)) continue;
    if (naming.targets.every((target) => namesTarget(text, target, action, effect.kind === "delete")))
      return text.slice(0, 200);
  }
  return null;
}

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
  const text = placeholderFor(message, plain(command));
  if (!text.includes(QUOTE) || isNegated(text)) return null;
  return asksFor(text) ? command.replace(/\s+/g, " ").slice(0, 200) : null;
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
  if (at === -1 || isQuestion(text) || isReport(sentence)) return false;
  const before = afterLead(text.slice(0, at));
  const after = text.slice(at + QUOTE.length);
  return RUN.test(before) && !GOES_ON.test(after);
}

/** A command on a line or in a block of its own belongs to the line that introduces it: "Please run:". */
const joinBlocks = (text: string): string => text.replace(/:[ \t]*\n+(?:```\w*[ \t]*\n)?[ \t]*(?=`?\ue000)/g, ": ");

const lastMessage = ({ userMessages }: Action): string | null => {
  const message = userMessages.at(-1);
  return message === undefined || message.length > MAX_MESSAGE ? null : plain(message);
};
