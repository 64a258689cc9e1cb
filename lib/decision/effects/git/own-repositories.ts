import { inputText } from "../../input-text";
import { isInside } from "../../paths";
import type { Reading, SimpleCommand, Word } from "../../shell/types";
import { hasFlag, operands } from "../arguments";
import { FRESH_PLACE } from "../../shell/static-output";
import { placeOf } from "../files/places";
import { pathOf, type Scene } from "../scene";
import { goesOnOnlyAfter } from "../sequence";
import { looksLikeUrl } from "./git-remotes";

/** A repository or worktree that this command line made. `remotes`: where they lie, null for one that is not surely its own. */
export type OwnRepository =
  { sort: "repository"; remotes: Map<string, string | null> } | { sort: "worktree"; added: SimpleCommand };

/** Remembers a repository made in a scratch directory: everywhere else `git init` may find one that is somebody's. */
export function madeRepository(path: string | null, origin: string | null | undefined, scene: Scene): void {
  if (path === null || !isScratch(path, scene)) return;
  scene.repositories.set(path, { sort: "repository", remotes: new Map(origin === undefined ? [] : [["origin", origin]]) }); // prettier-ignore
}

/** `git init [DIR]` */
export function initialised(command: SimpleCommand, scene: Scene): void {
  if (hasFlag(command, "--separate-git-dir")) return;
  const [directory] = operands(command, ["-b", "--initial-branch", "--template", "--object-format", "--ref-format"]); // prettier-ignore
  madeRepository(directory === undefined ? command.cwd : pathOf(directory, command, scene), undefined, scene);
}

/** `git worktree add PATH`: git makes none where there is something already, unless forced. */
export function addedWorktree(command: SimpleCommand, scene: Scene): void {
  const [verb, path] = operands(command, ["-b", "-B", "--reason"]);
  if (verb?.value !== "add" || path === undefined || hasFlag(command, "-f", "--force", "-B")) return;
  const place = pathOf(path, command, scene);
  if (place !== null) scene.repositories.set(place, { sort: "worktree", added: command });
}

/** The worktree that `git worktree remove` names, where it is only reached after this command line has added it. */
export function removesOwnWorktree(command: SimpleCommand, scene: Scene): boolean {
  const path = operands(command)[1];
  const place = path === undefined ? null : pathOf(path, command, scene);
  const own = place === null ? undefined : scene.repositories.get(place);
  return (
    own?.sort === "worktree" && operands(command).length === 2 && isMade(place as string, own.added, command, scene)
  );
}

/** Whether a worktree is surely there and this command line's own: what `git worktree add` refused to make is somebody's. */
const isMade = (place: string, added: SimpleCommand, command: SimpleCommand, scene: Scene): boolean =>
  isInside(place, FRESH_PLACE) || goesOnOnlyAfter(added, command, scene);

/** What loses nothing but a worktree's own files. All else the worktrees of a repository share. */
const FILES_ONLY = new Set(["clean", "checkout", "restore", "rm"]);
/** Puts a worktree on another branch than the one it was made with. */
const SWITCHES = new Set(["checkout", "switch", "symbolic-ref", "rebase"]);

/** Whether what a call of git throws away is this session's own, all of it. */
export function losesOnlyOwn(subcommand: string, command: SimpleCommand, scene: Scene): boolean {
  const own = ownAround(command, scene);
  if (own?.sort !== "worktree") return own !== undefined && subcommand !== "worktree";
  if (!isMade(command.cwd ?? "/", own.added, command, scene)) return false;
  return FILES_ONLY.has(subcommand) || (subcommand === "reset" && isOnOwnBranch(own.added, scene));
}

/** On a branch that was made with the worktree, or on none: it may be moved to wherever. */
const isOnOwnBranch = (added: SimpleCommand, { reading }: Scene): boolean =>
  hasFlag(added, "-b", "--detach", "-d") &&
  !reading.commands.some(({ name, args }) => name === "git" && args.some(({ value }) => SWITCHES.has(value)));

/** Notes a remote of a repository of its own; true where it lies in a scratch directory too, so that nothing leaves. */
export function notesScratchRemote(name: string, url: Word, command: SimpleCommand, scene: Scene): boolean {
  const own = ownAround(command, scene);
  if (own?.sort !== "repository") return false;
  const place = own.remotes.get(name) === null ? null : scratchPath(url, command, scene);
  own.remotes.set(name, place);
  return place !== null;
}

/** A push from one scratch repository of its own to another. */
export function pushesWithinScratch(command: SimpleCommand, scene: Scene): boolean {
  const own = ownAround(command, scene);
  if (own?.sort !== "repository" || hasFlag(command, "--repo", "--receive-pack", "--exec")) return false;
  const [remote] = operands(command, ["-o", "--push-option"]);
  const named = own.remotes.get(remote?.value ?? "origin");
  const place = named === undefined && remote !== undefined ? scratchPath(remote, command, scene) : named;
  return place != null && scene.repositories.get(place)?.sort === "repository";
}

/** The scratch directory that a remote is; null where it is anything else. */
export function scratchPath(word: Word, command: SimpleCommand, scene: Scene): string | null {
  if (!/^(?:\/|\.)/.test(word.value) || looksLikeUrl(word.value)) return null;
  const path = pathOf(word, command, scene);
  return path !== null && isScratch(path, scene) ? path : null;
}

const isScratch = (path: string, scene: Scene): boolean => placeOf(path, scene) === "scratch";

function ownAround(command: SimpleCommand, scene: Scene): OwnRepository | undefined {
  const { cwd, where } = command;
  if (cwd === null || where !== "here" || scene.repositories.size === 0 || worksElsewhere(scene)) return undefined;
  let found: [path: string, own: OwnRepository] | undefined;
  for (const entry of scene.repositories)
    if (isInside(cwd, entry[0]) && entry[0].length >= (found?.[0].length ?? 0)) found = entry;
  return found?.[1];
}

/** Variables by which git works on another repository than the one around the working directory, however they are set. */
const ELSEWHERE = /\bGIT_(?!AUTHOR_|COMMITTER_|PAGER|EDITOR|TERMINAL_PROMPT)|\bgitdir\b/;
const TURNED = /^--(?:git-dir|work-tree|config-env|namespace|exec-path)\b/;
/** Settings that lead a repository to other data, files or remotes. */
const LEADING = /^(?:core|remote|url|include|includeif|branch|alias|push|extensions)\./i;

/** Each loss of a command line asks for it. */
const known = new WeakMap<Reading, boolean>();

/** Whether anything in the command line makes git work elsewhere than where it seems to. */
function worksElsewhere({ reading, action, field }: Scene): boolean {
  const before = known.get(reading);
  if (before !== undefined) return before;
  const found = ELSEWHERE.test(inputText(action, field) ?? "") || reading.commands.some(isTurned);
  known.set(reading, found);
  return found;
}

function isTurned({ name, args }: SimpleCommand): boolean {
  if (name !== "git") return false;
  if (args.some(({ value }) => TURNED.test(value) || LEADING.test(value.replace(/^-c/, "")))) return true; // prettier-ignore
  return args.some(({ value }, i) => value === "remote" && /^(?:rename|rm|remove|set-url)$/.test(args[i + 1]?.value ?? "")); // prettier-ignore
}
