import { isInside } from "../../paths";
import type { SimpleCommand, Word } from "../../shell/types";
import { operands } from "../arguments";
import { placeOf } from "../files/places";
import { pathOf, type Scene } from "../scene";
import { looksLikeUrl } from "./git-remotes";

/** A repository or worktree that this session made, with where its remotes lie. */
export type OwnRepository = { sort: "repository" | "worktree"; remotes: Map<string, string | null> };

/** Remembers a repository made in a scratch directory: everywhere else `git init` may find one that is somebody's. */
export function madeRepository(path: string | null, origin: string | null, scene: Scene): void {
  if (path === null || !isScratch(path, scene)) return;
  scene.repositories.set(path, { sort: "repository", remotes: new Map([["origin", origin]]) });
}

/** `git init [DIR]` */
export function initialised(command: SimpleCommand, scene: Scene): void {
  const [directory] = operands(command, ["-b", "--initial-branch", "--template", "--separate-git-dir", "--object-format", "--ref-format"]); // prettier-ignore
  madeRepository(directory === undefined ? command.cwd : pathOf(directory, command, scene), null, scene);
}

/** `git worktree add PATH`: git makes none where there is something already. */
export function addedWorktree(command: SimpleCommand, scene: Scene): void {
  const [verb, path] = operands(command, ["-b", "-B", "--reason"]);
  const place = verb?.value !== "add" || path === undefined ? null : pathOf(path, command, scene);
  if (place !== null) scene.repositories.set(place, { sort: "worktree", remotes: new Map() });
}

/** The worktree that `git worktree remove` names, where this session added it. */
export function removesOwnWorktree(command: SimpleCommand, scene: Scene): boolean {
  const path = operands(command)[1];
  const place = path === undefined ? null : pathOf(path, command, scene);
  return place !== null && scene.repositories.get(place)?.sort === "worktree";
}

/** What the worktrees of a repository share: losing it in one loses it in all. */
const SHARED = new Set(["branch", "stash", "reflog", "gc", "prune", "repack", "filter-branch", "filter-repo", "replace", "fast-import", "update-ref", "symbolic-ref", "annex", "svn"]); // prettier-ignore

/** Whether what a call of git throws away is this session's own, all of it. */
export function losesOnlyOwn(subcommand: string, command: SimpleCommand, scene: Scene): boolean {
  const own = ownAround(command, scene);
  return own?.sort === "repository" || (own?.sort === "worktree" && !SHARED.has(subcommand));
}

/** Notes a remote of a repository of its own; true where it lies in a scratch directory too, so that nothing leaves. */
export function notesScratchRemote(name: string, url: Word, command: SimpleCommand, scene: Scene): boolean {
  const own = ownAround(command, scene);
  if (own?.sort !== "repository") return false;
  const place = scratchPath(url, command, scene);
  own.remotes.set(name, place);
  return place !== null;
}

/** A push from one scratch repository to another. */
export function pushesWithinScratch(command: SimpleCommand, scene: Scene): boolean {
  const own = ownAround(command, scene);
  if (own?.sort !== "repository") return false;
  const [remote] = operands(command, ["-o", "--push-option", "--receive-pack", "--repo", "--exec"]);
  const named = own.remotes.get(remote?.value ?? "origin");
  return named != null || (named === undefined && remote !== undefined && scratchPath(remote, command, scene) !== null);
}

/** The scratch directory that a remote is; null where it is anything else. */
export function scratchPath(word: Word, command: SimpleCommand, scene: Scene): string | null {
  if (!/^(?:\/|\.)/.test(word.value) || looksLikeUrl(word.value)) return null;
  const path = pathOf(word, command, scene);
  return path !== null && isScratch(path, scene) ? path : null;
}

const isScratch = (path: string, scene: Scene): boolean => placeOf(path, scene) === "scratch";

/** By these git works on another repository than the one around the working directory. */
const ELSEWHERE = ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR"];

function ownAround(command: SimpleCommand, scene: Scene): OwnRepository | undefined {
  const { cwd, where, assignments } = command;
  if (cwd === null || where !== "here" || scene.repositories.size === 0) return undefined;
  if (ELSEWHERE.some((name) => assignments.has(name)) || exportsElsewhere(scene)) return undefined;
  let found: [path: string, own: OwnRepository] | undefined;
  for (const entry of scene.repositories)
    if (isInside(cwd, entry[0]) && entry[0].length >= (found?.[0].length ?? 0)) found = entry;
  return found?.[1];
}

const exportsElsewhere = ({ reading }: Scene): boolean =>
  reading.commands.some(({ name, args, assignments }) => (name === "export" && args.some(({ value }) => value.startsWith("GIT_"))) || (name === "" && ELSEWHERE.some((one) => assignments.has(one)))); // prettier-ignore
