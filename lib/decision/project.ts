import { isInside, normalise, resolvePath } from "./paths";
import type { Action } from "./types";

/**
 * Directories the session works in: cwd, the repository around it, and those the user added. A repository or directory that spans the
 * home directory, the disk or a whole first level of it (`/etc`) does not make all of that a project.
 */
export function projectRoots({ cwd, home, additionalDirectories, git }: Action): string[] {
  const own = normalise(cwd);
  const roots = own === "/" ? [] : [own];
  for (const directory of additionalDirectories) addNarrow(directory, home, roots);
  if (git !== null) addNarrow(git.root, home, roots);
  return roots;
}

function addNarrow(directory: string, home: string | null, roots: string[]): void {
  const root = normalise(directory);
  const isDeep = root.indexOf("/", 1) !== -1;
  if (isDeep && (home === null || !isInside(normalise(home), root))) roots.push(root);
}

/** A stand-in where home is not known, so that `~/.ssh` still means somebody's. */
export const homeOf = (action: Action): string => (action.home === null ? "/home/~" : normalise(action.home));

const DRIVE = /^[A-Za-z]:[\\/]/;

/** A Windows session's directories in the form that all paths are compared in; any other action as it is. */
export function withComparablePaths(action: Action): Action {
  if (!DRIVE.test(action.cwd) && !DRIVE.test(action.home ?? "")) return action;
  const path = (written: string) => (DRIVE.test(written) ? (resolvePath(written, null, null) ?? written) : written);
  const { cwd, home, additionalDirectories, git, earlier } = action;
  return {
    ...action,
    cwd: path(cwd),
    home: home === null ? null : path(home),
    additionalDirectories: additionalDirectories.map(path),
    git: git === null ? null : { ...git, root: path(git.root) },
    ...(earlier === undefined ? {} : { earlier: earlier.map((call) => ({ ...call, cwd: path(call.cwd) })) }),
  };
}
