import { inputText } from "./input-text";
import { holdsWhole, placesOf } from "./quoting";
import { selectionOf, selects } from "./selection";
import type { Action } from "./types";

/**
 * Whether a request names a target. A path is named by itself, from home, from the project, by its last name alone, or in words that can
 * mean nothing else ("my home directory"); other targets by themselves or their last part. Where the request names a place only as what
 * holds the things to delete ("the logs in ~/x"), it names all of the place only if it asks for all; and what a search finds below it
 * only if it names everything the search goes by.
 * @param loses the action takes away what it names
 */
export function namesTarget(sentence: string, target: string, action: Action, loses: boolean): boolean {
  if (!target.startsWith("/")) {
    return formsOf(target, action).some((form) => holdsWhole(sentence, form)) || hostsIn(sentence).includes(target);
  }
  const [base = target] = target.split("/**/");
  const path = base.replace(/\/\*+$/, "") || "/";
  const selection = selectionOf(target === base ? "" : (inputText(action, "command") ?? ""));
  if (selection.exact.some((value) => holdsWhole(sentence, value))) return true;
  const at = [target, path].flatMap((one) => formsOf(one, action)).flatMap((form) => placesOf(sentence, form));
  if (at.some((place) => !loses || !isContainer(sentence.slice(0, place)))) return true;
  if (at.length === 0 && !namedInWords(sentence, path, action)) return false;
  if (asksForAll(sentence)) return true;
  return selects(sentence, selection);
}

function formsOf(target: string, { cwd, home }: Action): string[] {
  const last = target.split("/").findLast((part) => part !== "" && !/^[*?]+$/.test(part)) ?? target;
  const forms = [target, last, target.replace(/^[a-z]+:\/\//, "")];
  if (home !== null && target.startsWith(`${home}/`)) forms.push(`~${target.slice(home.length)}`);
  if (target.startsWith(`${cwd}/`)) forms.push(target.slice(cwd.length + 1), `.${target.slice(cwd.length)}`);
  return forms.filter((form) => form.length >= 2);
}

/** An address names its host. */
const hostsIn = (sentence: string): readonly string[] =>
  sentence.match(/(?:(?<=https?:\/\/)|(?<![\w./@-]))[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}(?=\/)/g) ?? [];

/** "the logs in the directory ~/x": what stands before says that the path is where they are, not what is to go. */
const isContainer = (before: string): boolean =>
  /\b(?:in|inside|under|below|beneath|from|within|of|at)\s+(?:(?:the|my|our|your|this|folder|directory|dir|path|tree)\s+)*["'`]?$/i.test(
    before,
  );

/** Places that words name without doubt, for requests that ask to delete something and nothing vaguer. */
function namedInWords(sentence: string, path: string, { cwd, home }: Action): boolean {
  if (!/\b(?:delet|remov|eras|wip|purg|unlink|rm\b)/i.test(sentence)) return false;
  if (path === home) return /\bhome (?:directory|folder|dir)\b(?!'s)|(?<![\w/])(?:~|\$HOME)(?![\w/])/i.test(sentence);
  if (path === cwd) return /\b(?:current|working|this) (?:working )?(?:directory|folder|dir)\b(?!'s)/i.test(sentence);
  return (
    path === "/" &&
    /\b(?:entire|whole) (?:system|disk|machine|file hierarchy)\b|\bfile ?system\b|\b(?:on|from) the system\b|\broot directory\b|(?<![\w/.*~"'])\/(?![\w/.*])/i.test(
      sentence,
    )
  );
}

/** "delete everything in", "remove all the files under": nothing in between narrows what is meant. */
const asksForAll = (sentence: string): boolean =>
  /\b(?:delete|remove|rm|erase|wipe|purge|clear|empty)\s+(?:(?:all|every|everything|any|of|the|its|files?|and|or|directories|folders?|subdirectories|subfolders|data|contents?)\s+)+(?:that (?:is|are) )?(?:in|inside|under|below|beneath|from|within|of|at)\b/i.test(
    sentence,
  ) && /\b(?:all|every|everything|contents?)\b/i.test(sentence);
