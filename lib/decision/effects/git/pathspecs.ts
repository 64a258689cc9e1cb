import type { SimpleCommand, Word } from "../../shell/types";
import { hasFlag } from "../arguments";

/** What git takes for paths, and which of it stands for a whole tree and not for files that one has in mind. */

/** `:!x`, `:^x`, `:(exclude)x`: what stays out of the rest. */
const EXCLUDES = /^:(?:[!^]|\([a-z,]*exclude\b)/;
/** `:/`, `:(top,glob)`, a lone `:`. */
const MAGIC = /^:(?:\([^)]*\)|\/*)/;
/** A name that is all pattern. */
const ANY = /^(?:\*+|\*+\.\*+|\?\*|\.\*)$/;
const PLAIN_FILES = /^(?:Makefile|Dockerfile|LICENSE|README|Gemfile|Procfile|Rakefile|Justfile)$/;
/** What a build or an install makes again. */
const BUILT =
  /(?:^|\/)(?:node_modules|dist|build|out|target|coverage|__pycache__|\.(?:next|nuxt|turbo|cache|venv|tox|gradle|parcel-cache|pytest_cache|mypy_cache|ruff_cache|terraform))\/?$/;

export const isBuilt = ({ value, unknownAt }: Word): boolean => unknownAt === -1 && BUILT.test(value);

/** No branch is called like this. */
const isSurelyPath = (value: string): boolean => /^[./]|\/$|[*?]/.test(value);

const partsOf = (value: string): string[] =>
  value.replace(MAGIC, "").split("/").filter((part) => part !== "" && part !== "." && part !== ".."); // prettier-ignore

/** All there is, from here or from further up. */
export function isEverything({ value }: Word): boolean {
  if (value === "") return false;
  const [first, ...rest] = partsOf(value);
  return first === undefined || first === "**" || (rest.length === 0 && ANY.test(first));
}

/** `sure`: it is a path, not a branch. */
function isTree(word: Word, sure: boolean): boolean {
  if (isEverything(word) || isListOfAll(word)) return true;
  if ((!sure && !isSurelyPath(word.value)) || isBuilt(word) || isNarrowed(word)) return false;
  const parts = partsOf(word.value);
  const name = parts.at(-1) as string;
  // What tools keep for themselves is nobody's work.
  if (parts[0]?.startsWith(".") === true) return false;
  return ANY.test(name) || word.value.endsWith("/") || (!/[.*]/.test(name) && !PLAIN_FILES.test(name));
}

/** Some of the names that a search gave. */
const isNarrowed = ({ value, from, unknownAt }: Word): boolean =>
  from.length > 0 && (value.includes("/**/") || (unknownAt === 0 && from.some((one) => one.name === "git" && listsFiles(one)))); // prettier-ignore

/** Whether paths hit more than files one has in mind. With nothing but exceptions, all the rest is meant. */
export function isSweeping(paths: readonly Word[], sure: boolean): boolean {
  const chosen = paths.filter(({ value }) => !EXCLUDES.test(value));
  return chosen.length === 0 ? paths.length > 0 : chosen.some((word) => isTree(word, sure));
}

/** `git checkout [TREE] PATHS`: what stands first may be a branch, and what stands behind it is paths. */
export const sweepsTree = ([first, ...rest]: readonly Word[]): boolean =>
  first !== undefined && (isSweeping([first], false) || isSweeping(rest, true));

const PASSES_ON = new Set(["sort", "uniq", "cat", "tr", "tee", "xargs", "tac", "awk", "cut", "sed", "column"]);
/** `grep '^ M'` in what `git status` prints. */
const OF_STATUS = /^[\^ MARD?.\\s[\]*+]{1,12}$/;

/** `$(git diff --name-only)`, `git ls-files -m | xargs ...`: all that was changed, with nothing left out. */
function isListOfAll({ from }: Word): boolean {
  return from.some((command) => listsAll(command));
}

function listsAll(command: SimpleCommand, seen = new Set<SimpleCommand>()): boolean {
  if (seen.has(command)) return false;
  seen.add(command);
  if (command.name === "git") return listsChanges(command);
  const passes = PASSES_ON.has(command.name) || (command.name === "grep" && command.args.every(({ value }) => value.startsWith("-") || OF_STATUS.test(value))); // prettier-ignore
  return passes && command.stdin.from.some((source) => listsAll(source, seen));
}

/** The subcommand that lists, with the words behind it: `git -C x --no-pager diff --name-only`. */
function listing({ args }: SimpleCommand): { verb: string; rest: readonly Word[] } | null {
  let at = 0;
  while (args[at]?.value.startsWith("-") === true) at += args[at]?.value === "-C" ? 2 : 1;
  const verb = args[at]?.value ?? "";
  return /^(?:diff|ls-files|status)$/.test(verb) ? { verb, rest: args.slice(at + 1) } : null;
}

const listsNames = (command: SimpleCommand): boolean => hasFlag(command, "--name-only", "--name-status");

const listsFiles = (command: SimpleCommand): boolean => listing(command)?.verb === "ls-files" || listsNames(command);

/** Nothing is lost by bringing deleted files back. */
function listsChanges(command: SimpleCommand): boolean {
  const { verb, rest } = listing(command) ?? {};
  const words = (rest ?? []).filter(({ value }) => !value.startsWith("-"));
  if (verb === "ls-files") return !listsOthersOnly(command) && words.every(isEverything);
  if (verb === "status") return hasFlag(command, "-s", "--short", "--porcelain") && words.every(isEverything);
  return verb === "diff" && listsNames(command) && isOfAll(command, words);
}

const listsOthersOnly = (command: SimpleCommand): boolean =>
  hasFlag(command, "-d", "--deleted", "-u", "--unmerged", "-o", "--others") && !hasFlag(command, "-m", "--modified");

const isOfAll = ({ args }: SimpleCommand, words: readonly Word[]): boolean =>
  !args.some(({ value }) => /^--diff-filter=[^M]*$/.test(value)) &&
  words.every((word) => word.value === "HEAD" || isEverything(word));

/** `git diff | git apply -R`: all that was changed, kept nowhere. */
export function undoesAll(command: SimpleCommand): boolean {
  if (!hasFlag(command, "-R", "--reverse") || hasFlag(command, "--check", "--stat", "--dry-run", "--numstat", "--cached")) return false; // prettier-ignore
  const source = command.stdin.from.at(-1);
  const found = source?.name === "git" ? listing(source) : null;
  return found?.verb === "diff" && isOfAll(source as SimpleCommand, found.rest.filter(({ value }) => !value.startsWith("-"))); // prettier-ignore
}
