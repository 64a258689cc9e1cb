import { inputText } from "../input-text";
import { matchesOf } from "../matches";
import { MAX_QUOTED } from "../quoting";
import { isVerb } from "../sentences";
import type { Action, Effect } from "../types";

/** Where one call of a command line ends, and what only says where its output goes. */
const ENDS = /\s{0,9}(?:&&|\|\||[;\n|&)]|\d?>)/;
const OUTPUT = /(?:\s{1,9}\d?>{1,2}\s?&?\S+)+$/;
const SEPARATORS = /&&|\|\||[;\n|&(]/g;
/** Another directory, machine, user, branch or account from there on; and variables, which may name any of these. */
const MOVES =
  /(?:^|[\s;&|({])(?:(?:cd|pushd|popd|chroot|ssh|su|export|declare|set|unset|alias|eval|source|\.|use|use-\w+|set-\w+|select|switch|checkout|configure|login|connect)(?=\s|$)|[A-Za-z_]\w{0,99}\+?=)/;

/**
 * The call that an effect is about, as it stands in the command line; null where it stands in no text, and where it is not what the same
 * words are when somebody types them: behind what changes where it runs, or within what is quoted for another command.
 */
export function callOf(action: Action, { evidence }: Effect): string | null {
  const command = inputText(action, "command");
  if (command === null || evidence.field !== "command" || evidence.end - evidence.start > MAX_QUOTED) return null;
  const sign = matchesOf(command.slice(0, evidence.start), SEPARATORS).at(-1);
  const behind = command.slice(evidence.end);
  const from = sign === undefined ? 0 : sign.index + sign[0].length;
  const ahead = command.slice(0, from);
  if (MOVES.test(ahead) || isOpen(ahead)) return null;
  const to = evidence.end + (ENDS.exec(behind)?.index ?? behind.length);
  if (to - from > MAX_QUOTED) return null;
  const call = command.slice(from, to).trim().replace(OUTPUT, "");
  return call.length >= 8 && call.includes(" ") ? call : null;
}

/** A quote in it is not closed, as far as counting tells. */
const isOpen = (text: string): boolean => [`"`, "'"].some((quote) => text.split(quote).length % 2 === 0);

/** What may follow a command that somebody typed as their message: where, why, and what comes then; never more of it. */
const FOLLOWS = /^["'`]?(?:[.!]?\s*$|\s*[,;(]|\s+[–—-]\s|\s+(?:on|in|for|please|then|now)\b)/i;
const AND = /^["'`]?\s+and\s+(?:then\s|([a-z]+.*))/is;
/** It is told, not asked for. */
const HAPPENED = /\b(?:lost|losing|accident\w*|oops|mistakes?|was|were|did|got|gave|gives|ran|broke\w*|breaks|caused|causes|happened|happens|went|errors?|fails?|failed)\b/i; // prettier-ignore

/** "git stash clear, all of it is old", "git reset --hard HEAD~2 on my branch": the command, and what is said of it. */
export function isTyped(behind: string): boolean {
  if (HAPPENED.test(behind)) return false;
  const next = AND.exec(behind);
  return FOLLOWS.test(behind) || (next !== null && (next[1] === undefined || isVerb(next[1])));
}
