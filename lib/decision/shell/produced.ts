import { flagless, isSilent, outputOf, sinksOf, type Known } from "./static-output";
import type { SimpleCommand, Word } from "./types";
import { isKnown } from "./word";

/** Commands that pass lines on: what comes out is some of what went in. */
const FILTERS = new Set([
  "sort", "uniq", "head", "tail", "grep", "egrep", "fgrep", "sed", "tr", "cut", "awk", "tac", "tee", "cat", "rg", "xargs", "shuf", "column",
]); // prettier-ignore

/**
 * A glob that covers the file names a pipeline lists: `find src -name '*.pyc'` gives `src/**` with that name. Null when it lists none, or
 * nobody can tell.
 */
export function producedPaths(commands: readonly SimpleCommand[], known: Known): string | null {
  return produced(commands, known, false);
}

/** @param rewritten whether a filter behind them may have made other names of theirs */
function produced(commands: readonly SimpleCommand[], known: Known, rewritten: boolean): string | null {
  // What several commands list is none of it alone.
  const [last, ...others] = sinksOf(commands).filter((one) => !isSilent(one));
  if (others.length > 0 || last === undefined || last.where !== "here") return null;
  const lister = Object.hasOwn(LISTERS, last.name) ? LISTERS[last.name] : undefined;
  const listed = lister?.(last) ?? null;
  if (listed !== null) return absolute(listed, last);
  const text = rewritten ? null : outputOf(last, known)?.trim();
  if (text != null && text !== "") return /[\s\0]/.test(text) ? null : text;
  if (FILTERS.has(last.name) && last.stdin.from.length > 0) {
    const passed = produced(last.stdin.from, known, rewritten || REWRITING.test(last.name));
    return /^([ef]?grep|rg|awk|sed|cut)$/.test(last.name) ? narrowedTo(passed) : passed;
  }
  return null;
}

/** What a listing gives stays below its place; of a text nothing is left that one can tell. */
const REWRITING = /^(?:sed|tr|cut|awk|column|xargs)$/;

/** A filter leaves some of the names, so the glob over all of them becomes one over some. */
const narrowedTo = (pattern: string | null) =>
  pattern?.endsWith("/*") === true ? `${pattern.slice(0, -1)}**/match` : pattern;

function absolute(path: string, command: SimpleCommand): string | null {
  if (/^[/~]/.test(path)) return path;
  return command.cwd === null ? null : `${command.cwd}/${path}`;
}

const has = (command: SimpleCommand, flag: RegExp) => command.args.some((arg) => flag.test(arg.value));

const LISTERS: Readonly<Record<string, (command: SimpleCommand) => string | null>> = {
  find: findPattern,
  fd: listedByFd,
  fdfind: listedByFd,
  ls: (command) => {
    const operand = flagless(command)[0];
    if (operand === undefined) return "*";
    if (!isKnown(operand)) return null;
    return operand.glob ? operand.value : `${operand.value}/*`;
  },
  grep: (command) => (has(command, /^-\w*[lL]/) ? listedByGrep(flagless(command)[1]) : null),
  rg: (command) => (has(command, /^(-\w*l\w*|--files.*)$/) ? listedByGrep(flagless(command)[1]) : null),
  git: (command) => (/^(ls-files|diff|status|ls-tree|grep)$/.test(command.args[0]?.value ?? "") ? "**/match" : null),
};

const rootOf = (word: Word | undefined) => (word === undefined ? "." : word.value);
const listedByGrep = (root: Word | undefined) =>
  root !== undefined && !isKnown(root) ? null : `${rootOf(root)}/**/match`;

const FD_VALUES = /^(?:-[edtESocjg]|--(?:extension|exclude|type|size|owner|max-depth|min-depth|exact-depth|color|threads|max-results|changed-within|changed-before|ignore-file|format|and|path-separator|batch-size))$/; // prettier-ignore
export const FD_EXECUTES = /^(?:-x|-X|--exec|--exec-batch)$/;
const FD_ROOTS = /^--(?:search-path|base-directory)$/;

/** `fd PATTERN ROOT...`, with the root also in a flag, up to the command it runs. */
function listedByFd({ args }: SimpleCommand): string | null {
  const words: Word[] = [];
  const roots: Word[] = [];
  for (let at = 0; at < args.length && !FD_EXECUTES.test((args[at] as Word).value); at++) {
    const word = args[at] as Word;
    if (FD_ROOTS.test(word.value)) roots.push(...args.slice(++at, at + 1));
    else if (FD_VALUES.test(word.value)) at++;
    else if (!word.value.startsWith("-") || word.value === "-") words.push(word);
  }
  roots.push(...words.slice(1));
  if (!roots.every(isKnown)) return null;
  return `${roots.length === 0 ? "." : widest(roots.map(({ value }) => value))}/**/match`;
}

/** `ROOT`, any depth, then the name, for one root; the filters narrow what is found, so an unfiltered find covers everything below. */
export function findPattern(command: SimpleCommand): string | null {
  const roots: Word[] = [];
  for (const arg of command.args) {
    if (/^[-(!]/.test(arg.value)) break;
    roots.push(arg);
  }
  if (!roots.every(isKnown)) return null;
  return findPatternIn(roots.length === 0 ? "." : widest(roots.map((word) => word.value)), command);
}

/** What a find over one root names, going by its tests. */
export function findPatternIn(root: string, command: SimpleCommand): string {
  const names = command.args.flatMap((arg, i) => (/^-i?(name|path|regex|wholename)$/.test(arg.value) ? [i] : []));
  const positive = names.filter((i) => !/^(!|-not)$/.test(command.args[i - 1]?.value ?? ""));
  if (positive.length > 0) {
    const name = command.args[(positive[0] as number) + 1]?.value ?? "*";
    return `${root}/**/${name.slice(name.lastIndexOf("/") + 1) || "match"}`;
  }
  const narrowed = has(
    command,
    /^-(empty|[acm](time|min)|newer\w*|size|user|group|nouser|nogroup|perm|inum|links|used|samefile|uid|gid|executable)$/,
  );
  return narrowed ? `${root}/**/match` : `${root}/*`;
}

/** One place for several roots: of those outside the directory it starts in what holds them all, else the shortest. */
function widest(roots: readonly string[]): string {
  const outside = roots.filter((root) => /^([/~]|\.\.)/.test(root));
  const lasting = outside.filter((root) => !/^\/tmp\/(?!.*\.\.)/.test(root));
  const pool = lasting.length > 0 ? lasting : outside.length > 0 ? outside : roots;
  const held = lasting.length > 1 ? lasting.reduce(shared) : null;
  return held ?? pool.reduce((a, b) => (b.length < a.length ? b : a));
}

/** The directory that holds both paths. */
function shared(a: string, b: string): string {
  const [one, other] = [a.split("/"), b.split("/")];
  const end = one.findIndex((part, i) => part !== other[i]);
  return (end === -1 ? a : one.slice(0, end).join("/")) || "/";
}
