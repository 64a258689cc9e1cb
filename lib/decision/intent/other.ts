import { inputText } from "../input-text";
import { matchesOf } from "../matches";
import { placesOf } from "../quoting";
import { afterLead } from "../sentences";
import type { Action, Effect } from "../types";

/**
 * Whether a request that names what an action is about says something else of it than the action does: an option, a number, a place
 * that the action has not, a part of the thing, a thing of another sort. What it then asks for is not this.
 */
export function isAboutOther(request: string, targets: readonly string[], action: Action, effect: Effect): boolean {
  const command = inputText(action, "command");
  if (command === null) return false;
  return (
    lacks(request, command) ||
    isOtherFile(request, command) ||
    (effect.kind === "git-delete-remote" && MINE.test(request) && !THEIRS.test(request)) ||
    (LOSES.test(request) && KEEPS.test(request)) ||
    OTHER_WAYS.some(([does, asked]) => does.test(command) && asked.test(request)) ||
    (LOSES.test(request) && targets.length > 0 && targets.every((target) => isOnlyHolder(request, target))) ||
    targets.some((target) => isOtherSort(request, command, target))
  );
}

/** Long options with their values; numbers that are nobody's count; networks and addresses; hosts where the command names one. */
const OPTION = /(?<![\w-])--?[a-z][a-z-]{3,}[a-z](?:=[^\s,;"'`]+[^\s,;.!"'`])?(?![\w-])/gi;
const NUMBER =
  /(?<![\w.:/@#-]|\b(?:in|of|for|about|over|since|than) )\d{3,7}(?![\w:/%-]|\.\d| (?:ms|s|sec|seconds|minutes|min|hours|h|days|lines|files|rows|times|MB|GB|KB)\b)/g;
const ADDRESS = /(?<![\w./@-])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?/g;
/** `owner/name` */
const REPOSITORY = /(?<![\w./~@:-])[a-z\d][\w-]*\/[\w.-]*\w(?![\w/])/gi;
const HOST = /(?<![\w./@-])(?:[a-z\d-]+\.){2,}[a-z]{2,}(?![\w/-])/gi;

/** What the request says in signs that a command line would hold as they are, and this one does not. */
function lacks(request: string, command: string): boolean {
  const written = command.toLowerCase();
  const missing = ([sign]: RegExpExecArray): boolean => !written.includes(sign.toLowerCase());
  return (
    matchesOf(request, OPTION).some((found) => missing(found) && !isSpelled(found[0], written)) ||
    matchesOf(request, NUMBER).some(missing) ||
    matchesOf(request, ADDRESS).some(missing) ||
    (matchesOf(command, HOST).length > 0 && matchesOf(request, HOST).some(missing)) ||
    (/^(?:gh|glab)\s/.test(command) && matchesOf(request, REPOSITORY).some(missing))
  );
}

/** "Append ~/.ssh/work.pub to …": what is put somewhere, where that is a file. */
const MOVED =
  /^[a-z-]+\s+(?:(?:the|my|our|this|key|file|contents?|of|in)\s+)*["'`]?([~./\w-]*[\w-]\.[a-z]\w{0,5}|~?\/[\w./-]+)["'`]?\s+(?:to|into|onto|in|at|over|as)\s/i;

function isOtherFile(request: string, command: string): boolean {
  const file = MOVED.exec(afterLead(request))?.[1]?.split("/").at(-1);
  return file !== undefined && !command.includes(file);
}

/** `--force` as `-f`, `--name=x` as `--name x`. */
const isSpelled = (option: string, command: string): boolean => {
  const letter = /^--([a-z])[a-z-]+$/i.exec(option)?.[1]?.toLowerCase();
  if (letter !== undefined) return new RegExp(`(?:^|\\s)-[a-z]*${letter}[a-z]*(?:\\s|$)`, "i").test(command);
  return command.replaceAll("=", " ").includes(option.toLowerCase().replace("=", " "));
};

/** Here, and nowhere else. */
const MINE = /\blocal(?:ly)?\b|\bmy (?:clone|copy|machine|checkout|working copy)\b/i;
const THEIRS = /\b(?:remotes?|remotely|origin|upstream|github|gitlab|bitbucket|server|both|everywhere|too|as well)\b/i;

/** "…, keep it on origin", "the rest stays": of what is to go, something is not. */
const KEEPS = /\b(?:keep|leave|retain|preserve)\b|\b(?:rest|others?|it|they) (?:stays?|remains?)\b/i;
/** What is done, and a word for doing another thing to the same. */
const OTHER_WAYS: readonly (readonly [does: RegExp, asked: RegExp])[] = [
  [/\bremote set-url\b/, /\badd\b/i],
  [/\bremote add\b/, /\b(?:change|replace|set-url)\b/i],
];

const LOSES = /\b(?:delete|remove|drop|destroy|erase|wipe|purge|empty|truncate|clear|uninstall|terminate|kill|tear down)\b/i; // prettier-ignore
/** "the rows in", "an asset from": what stands there is a part of what follows. */
const HOLDS =
  /\b(?:in|inside|under|from|within|of|on|at|off)\s+(?:(?:the|my|our|your|this|its|an?)\s+)?(?:(?!(?:with|by|using|via|and|to|for)\s)[\w-]+\s+){0,3}["'`]?$/i;
/** All of it, by another word. */
const ALL_OF_IT =
  /\b(?:delete|remove|drop|destroy|erase|wipe|purge|empty|truncate|clear)\s+(?:(?:all|every|any|each|of|the|its|our|my|old)\s+)*(?:everything|contents?|data|files|objects|rows|records|entries|messages|keys|documents|items|values|tables|it|them|all)(?:\s+and\s+\w+)?\s+(?:(?:that (?:is|are)|which (?:is|are)|stored|held)\s+)?(?:in|inside|under|from|within|of|on|at)\b/i;

/** "Delete the VM x in the group y" deletes no group. */
function isOnlyHolder(request: string, target: string): boolean {
  if (target.startsWith("/")) return false; // paths: naming.ts
  const name = target.split("/").findLast((part) => part !== "") ?? target;
  const places = [target, name].flatMap((form) => placesOf(request, form));
  return places.length > 0 && places.every((at) => HOLDS.test(request.slice(0, at))) && !ALL_OF_IT.test(request);
}

/** Sorts of things that are made of one another, by the word before the name of one. */
const SORT =
  /\b(table|column|row|view|index|schema|database|collection|document|bucket|object|branch|tag|release|asset|vm|instance|cluster|namespace|pod|deployment|service|secret|volume|container|image|network|snapshot|topic|queue|group|user|role|project|repo|repository|environment)s?\s+(?:if\s+(?:not\s+)?exists\s+)?["'`]?$/i;
const SAME: Readonly<Record<string, string>> = { repository: "repo", vm: "instance" };
const sortBefore = (text: string, at: number): string | null => {
  const sort = SORT.exec(text.slice(Math.max(0, at - 40), at))?.[1]?.toLowerCase();
  return sort === undefined ? null : (SAME[sort] ?? sort);
};

/** "Drop the column x" is not `DROP TABLE x`. */
function isOtherSort(request: string, command: string, target: string): boolean {
  const there = placesOf(command, target).map((at) => sortBefore(command, at)).find((sort) => sort !== null);
  if (there === undefined) return false;
  const said = placesOf(request, target).map((at) => sortBefore(request, at)).filter((sort) => sort !== null);
  return said.length > 0 && !said.includes(there);
} // prettier-ignore
