import { inputText } from "./input-text";
import type { Action, Effect, Rule } from "./types";

const NEGATED =
  /\b(?:don'?t|do not|never|without|must not|should not|shouldn'?t|no need|avoid|stop|instead of|rather than)\b/i;
const QUESTION = /^\s*(?:can|could|should|would|is|are|do|does|what|why|how|when|where|may)\b[^.!]*\?\s*$/i;
const MAX_MESSAGE = 20_000;

/**
 * Whether the user's last message asks for this very thing. Conservative: it must quote the whole command, or one of its sentences must
 * hold a word for the action and the exact name of every target; a question or a negation clears nothing. A rule without targets has
 * them in the words for its action. Returns the words that cleared it.
 */
export function clearingWords(action: Action, rule: Rule, effect: Effect): string | null {
  if (rule.strength === "hard") return null;
  const quoted = quotedCommand(action);
  if (quoted !== null) return quoted;
  const message = action.userMessages.at(-1);
  const naming = rule.naming?.(effect);
  if (message === undefined || naming === undefined || message.length > MAX_MESSAGE) return null;
  for (const sentence of message.split(/(?<=[.!?])\s+|\n/)) {
    if (NEGATED.test(sentence) || QUESTION.test(sentence) || !naming.action.test(sentence)) continue;
    if (naming.targets.every((target) => namesTarget(sentence, target, action))) return sentence.trim().slice(0, 200);
  }
  return null;
}

/** The command, when the user's last message holds it word for word. */
export function quotedCommand(action: Action): string | null {
  const message = action.userMessages.at(-1);
  const command = squeeze(inputText(action, "command") ?? "").trim();
  if (message === undefined || message.length > MAX_MESSAGE || command.length < 8 || NEGATED.test(message)) return null;
  return holdsWhole(squeeze(message), command) ? command.slice(0, 200) : null;
}

/** A path is named by itself, from home, from the project, or by its last name alone; other targets by themselves or their last part. */
function namesTarget(sentence: string, target: string, { cwd, home }: Action): boolean {
  const last = target.split("/").findLast((part) => part !== "" && !/^[*?]+$/.test(part)) ?? target;
  const [base = target] = target.split("/**/");
  const forms = [target, base, target.replace(/\/\*+$/, ""), last];
  if (home !== null && target.startsWith(`${home}/`)) forms.push(`~${target.slice(home.length)}`);
  if (target.startsWith(`${cwd}/`)) forms.push(target.slice(cwd.length + 1), `.${target.slice(cwd.length)}`);
  return forms.some((form) => form.length >= 2 && holdsWhole(sentence, form));
}

const squeeze = (text: string): string => text.replace(/\s+/g, " ");

/** The name stands by itself: "old" is not named by "old-client", nor `main` by "maintain", nor `config` by "a/config". */
function holdsWhole(text: string, name: string): boolean {
  const lower = text.toLowerCase();
  const wanted = name.toLowerCase();
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    if (!/[\w/~.-]/.test(lower[at - 1] ?? " ") && !goesOn(lower.slice(at + wanted.length))) return true;
  }
  return false;
}

/** A full stop or slash ends a name unless more of it follows. */
const goesOn = (rest: string): boolean => /^(?:[\w-]|[./][\w*])/.test(rest);
