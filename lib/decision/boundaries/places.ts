import { LOCK } from "../acting-files";
import { isInside, resolvePath } from "../paths";
import { matchesGlob } from "./place-globs";
import type { Action } from "../types";

/** Files or directories as a user names them. */
export type Place =
  | { kind: "path"; path: string }
  /** A directory or file by its name alone: "the migrations folder". */
  | { kind: "name"; name: string }
  /** What everybody calls the same: "the tests". Where something says which, that has to be seen as well. */
  | { kind: "sort"; pattern: RegExp; which: readonly string[] };

const TESTS = /\/(?:__tests__|tests?|specs?|e2e)\/|[._-](?:test|spec|tests)\.\w+$|\/test_[^/]*\.py$/i;
const MIGRATIONS = /\/(?:db_?)?migrat(?:e|ions?)\//i;

const SORTS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:lock-?files?|locks?)$/i, LOCK],
  [/^(?:tests|specs)$/i, TESTS],
  [/^migrations$/i, MIGRATIONS],
];

const DIRECTORY = /^(?:folders?|director(?:y|ies)|dirs?|files?|suite|cases?)$/i;
const WITHIN = /^(?:in|under|inside|below|beneath|within)$/i;
const SAYS_NOTHING =
  /^(?:the|a|an|any|all|our|my|your|its|this|that|these|those|of|or|and|nor|in|under|inside|to|from|with|for|at|on|it|them|anything|everything|existing|failing|other|current|unit|same|whole|entire|new|old|here|there|place|files?|folders?|director(?:y|ies)|code|project|repo|repository|yet|please|now|ever|just|general|particular|production|prod|database|databases|db|dbs|cluster|cloud|container|containers|service|services|app|application|main|master|english|german|french)$/i;
const PATH = /^(?:[~.]{0,2}\/)?[\w@.*+-]+(?:\/[\w@.*+-]*)+$|^(?:~|\.{1,2})?\/[\w@.*+/-]+$/;
const FILE = /^(?:\.[a-z][\w.-]*|[\w@*+-]+(?:\.[\w-]+)*\.[a-z]\w{0,9})$/i;
/** A slash between two words that are no places. */
const PAIR = /^(?:and\/or|ci\/cd|i\/o|read\/write|client\/server|yes\/no|n\/a|w\/o|tcp\/ip|he\/she)$/i;

const bare = (token: string): string => token.replace(/^[`"'(]+|[`"').,;:!]+$/g, "").replace(/^~(?=$)/, "~/");

/** The places that a user's words name, in the order of the words. */
export function placesIn(tokens: readonly string[], all = false): Place[] {
  const words = tokens.map(bare);
  return words.flatMap((word, i): Place[] => {
    const next = words[i + 1] ?? "";
    const before = words[i - 1] ?? "";
    const isTicked = /^["'(]*`/.test(tokens[i] as string);
    if ((PATH.test(word) && !PAIR.test(word)) || FILE.test(word)) return [{ kind: "path", path: word }];
    const sort = sortOf(word, next);
    if (sort !== null) return [{ kind: "sort", pattern: sort, which: words.slice(Math.max(0, i - 2), i).filter((one) => !SAYS_NOTHING.test(one) && /^[a-z][\w-]+$/i.test(one)) }]; // prettier-ignore
    if (!/^[\w@][\w.@-]+$/.test(word) || SAYS_NOTHING.test(word)) return [];
    return all || isTicked || DIRECTORY.test(next) || isWithin(words, i) || /^(?:folder|directory|dir)$/i.test(before)
      ? [{ kind: "name", name: word.toLowerCase() }]
      : [];
  });
}

function sortOf(word: string, next: string): RegExp | null {
  const named = /^(?:lock|test|spec|migration)$/i.test(word) && DIRECTORY.test(next) ? `${word.replace(/^lock$/i, "lockfile")}${/^lock$/i.test(word) ? "" : "s"}` : word; // prettier-ignore
  if (/^locks?$/i.test(named)) return null;
  return SORTS.find(([words]) => words.test(named))?.[1] ?? null;
}

/** "anything in the vendor": what a place holds. */
const isWithin = (words: readonly string[], at: number): boolean => {
  const before = words.slice(Math.max(0, at - 2), at);
  return WITHIN.test(before.at(-1) ?? "") || (/^(?:the|our|my)$/i.test(before.at(-1) ?? "") && WITHIN.test(before[0] ?? ""));
}; // prettier-ignore

/** Whether what happens to `target` happens to the place; to all that lies around it, where that is taken away or searched through. */
export function isAt(place: Place, target: string, wide: boolean, action: Action): boolean {
  const path = `${target}/`;
  if (place.kind === "sort") {
    const lower = path.toLowerCase();
    return place.pattern.test(target) && place.which.every((word) => lower.includes(word.toLowerCase()));
  }
  if (place.kind === "name") return isNamed(path, place.name, action);
  const named = place.path.replace(/\/(?:\*{1,2})?$/, "") || "/";
  if (named.includes("*")) return matchesGlob(target, named);
  const absolute = resolvePath(named, action.cwd, action.home);
  if (absolute === null) return false;
  if (isInside(target, absolute)) return true;
  if (!/^(?:[~/]|\.)/.test(named) || /^\.[a-z]/i.test(named)) {
    if (path.includes(`/${named}/`)) return true;
  }
  return wide && isAround(target, absolute);
}

function isNamed(path: string, name: string, { cwd }: Action): boolean {
  const within = (path.startsWith(`${cwd}/`) ? path.slice(cwd.length) : path).toLowerCase();
  if (within.includes(`/${name}/`)) return true;
  const file = within.split("/").at(-2) ?? "";
  return file.split(".")[0] === name;
}

/** A pattern may hit the place, a directory holds it. */
function isAround(target: string, place: string): boolean {
  const star = target.indexOf("*");
  if (star === -1) return isInside(place, target);
  const holder = target.slice(0, target.lastIndexOf("/", star)) || "/";
  if (!isInside(place, holder)) return false;
  const end = /\*(\.\w+)$/.exec(target)?.[1];
  const extension = /\.[a-z]\w*$/i.exec(place)?.[0];
  return end === undefined || extension === undefined || end === extension;
}
