import type { SimpleCommand } from "../../shell/types";
import { hasFlag, operands, phrase } from "../arguments";
import { add, type Maker, type Scene } from "../scene";
import { dropsOwnStash } from "./own-stashes";
import { isBuilt, isEverything, isSweeping, sweepsTree, undoesAll } from "./pathspecs";
import { isRehearsed } from "./rehearsed";
import { addedWorktree, losesOnlyOwn, removesOwnWorktree } from "./own-repositories";

/** What throws work away that git keeps no copy of, or no record of how to find. Trait `what` says it in words. */
const discard =
  (what: string): Maker =>
  (command, scene) =>
    add(scene, "git-discard", "none", phrase(command.args) || null, command, what, { what });

const rewrite =
  (note: string): Maker =>
  (command, scene) =>
    add(scene, "git-rewrite", "none", null, command, note, { what: "history" });

const CHANGES = discard("throws away uncommitted changes");
const UNTRACKED = discard("deletes untracked files");
const HISTORY = rewrite("rewrites the repository's history");
const PRUNES = rewrite("removes unreachable work for good");

type Test = (command: SimpleCommand) => boolean;
const given =
  (maker: Maker, test: Test): Maker =>
  (command, scene) => {
    if (test(command)) maker(command, scene);
  };
const flag =
  (...flags: string[]): Test =>
  (command) =>
    hasFlag(command, ...flags);
const first =
  (pattern: RegExp): Test =>
  ({ args }) =>
    pattern.test(args[0]?.value ?? "");

const makesBranch: Test = ({ args }) =>
  args.some(({ value }) => /^(?:-[a-zA-Z]*[bBcC]|--create|--force-create|--orphan|--detach|--track)/.test(value));

/** Paths that are not in the command: as many as the file holds. */
const listsPaths = flag("--pathspec-from-file");
const isDryRun: Test = (command) => isRehearsed(command, ["-e", "--exclude", "--pathspec-from-file"]);

/** `-bfix` names a branch; `-f` beside it, or before it in the group, forces. */
const forced: Test = (command) => {
  const args = command.args.map((word) => (GROUP.test(word.value) ? { ...word, value: word.value.replace(/[bBcC].*$/, "") } : word)); // prettier-ignore
  return hasFlag({ ...command, args }, "-f", "--force");
};
const GROUP = /^-[a-zA-Z]/;

const checkout: Test = (command) => {
  if (forced(command)) return true;
  if (makesBranch(command)) return false;
  const dashes = command.args.findIndex(({ value }) => value === "--");
  if (listsPaths(command)) return true;
  if (dashes !== -1) return isSweeping(command.args.slice(dashes + 1), true);
  // With submodules one goes to another branch.
  return hasFlag(command, "--recurse-submodules") ? isSweeping(operands(command), false) : sweepsTree(operands(command)); // prettier-ignore
};

const restore: Test = (command) => {
  const worktree = hasFlag(command, "--worktree", "-W");
  if (hasFlag(command, "--staged", "-S") && !hasFlag(command, "--no-staged") && !worktree) return false;
  return listsPaths(command) || isSweeping(operands(command, ["-s", "--source"]), true);
};

const onlyBuilt = (command: SimpleCommand): boolean => {
  const paths = operands(command, ["-e", "--exclude"]);
  return paths.length > 0 && paths.every(isBuilt);
};

/** Without `-f`, git itself refuses to remove a file with changes. */
const removal: Test = (command) =>
  !isDryRun(command) &&
  !hasFlag(command, "--cached") &&
  (hasFlag(command, "-f", "--force") || operands(command).some(isEverything));

const deletesBranch: Test = (command) =>
  command.args.some(({ value }) => /^-[a-zA-Z]*D/.test(value)) ||
  (hasFlag(command, "-d", "--delete") && hasFlag(command, "-f", "--force"));

const resetsTree: Test = (command) => hasFlag(command, "--reset") && hasFlag(command, "-u");

/** Subcommands by which work gets lost. */
const ALL_LOSSES: Readonly<Record<string, Maker>> = {
  reset: given(discard("throws away uncommitted work"), flag("--hard", "--merge", "--keep")),
  clean: given(UNTRACKED, (command) => hasFlag(command, "-f", "--force") && !isDryRun(command) && !onlyBuilt(command)),
  checkout: given(CHANGES, checkout),
  apply: given(CHANGES, undoesAll),
  "checkout-index": given(CHANGES, (command) => hasFlag(command, "-f", "--force") && hasFlag(command, "-a", "--all")),
  "read-tree": given(CHANGES, resetsTree),
  switch: given(CHANGES, (command) => forced(command) || hasFlag(command, "--discard-changes")),
  restore: given(CHANGES, restore),
  rm: given(discard("deletes files with changes that are not committed"), removal),
  stash: given(discard("deletes stashed work"), first(/^(?:drop|clear)$/)),
  branch: given(discard("deletes a branch whether merged or not"), deletesBranch),
  worktree: given(
    discard("removes a worktree with its changes"),
    (command) => first(/^remove$/)(command) && hasFlag(command, "--force", "-f"),
  ),
  submodule: given(
    discard("removes a submodule's changes"),
    (command) => first(/^(?:deinit|update)$/)(command) && hasFlag(command, "--force", "-f"),
  ),
  reflog: given(rewrite("removes the record of earlier states"), first(/^(?:expire|delete|drop)$/)),
  gc: given(PRUNES, ({ args }) => args.some(({ value }) => /^--prune=(?:now|all)/.test(value))),
  prune: PRUNES,
  "prune-packed": () => undefined,
  repack: given(PRUNES, ({ args }) => args.some(({ value }) => /^--expire-to|^--cruft-expiration=now/.test(value))),
  "filter-branch": HISTORY,
  "filter-repo": given(HISTORY, (command) => !hasFlag(command, "--analyze", "--dry-run")),
  replace: given(HISTORY, flag("--edit", "--graft", "-f", "--force")),
  "fast-import": given(HISTORY, flag("--force")),
  "update-ref": given(rewrite("deletes references"), flag("-d", "--delete", "--stdin")),
  "symbolic-ref": given(rewrite("deletes a reference"), flag("-d", "--delete")),
  annex: given(discard("deletes the only copy of files"), (command) => first(/^(?:drop|dropunused|unannex|uninit|dead)$/)(command) && hasFlag(command, "--force")), // prettier-ignore
  lfs: given(discard("deletes the only copy of large files"), (command) => first(/^prune$/)(command) && !isDryRun(command) && (hasFlag(command, "--force", "-f", "--no-verify-remote") || command.args.some(({ value }) => value === "--verify-remote=false"))), // prettier-ignore
  svn: given(HISTORY, first(/^reset$/)),
};

/** Calls that lose nothing but what this command line put there. */
const SPARED: Readonly<Partial<Record<string, (command: SimpleCommand, scene: Scene) => boolean>>> = {
  worktree: removesOwnWorktree,
  stash: dropsOwnStash,
};

/** The same, but for what this session made itself. */
export const LOSSES: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.entries(ALL_LOSSES).map(([name, make]): [string, Maker] => [
    name,
    (command, scene) => {
      if (!losesOnlyOwn(name, command, scene) && !SPARED[name]?.(command, scene)) make(command, scene);
      if (name === "worktree") addedWorktree(command, scene);
    },
  ]),
);

/** `patch -R` undoes what `git diff` shows as `git apply -R` does. */
export const undoingPatch: Maker = given(CHANGES, undoesAll);

/** With `clean.requireForce` off, git deletes without being told twice. */
export const unguardedClean: Maker = given(UNTRACKED, (command) => !isDryRun(command));
