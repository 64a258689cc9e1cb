import { isInside, normalise } from "./paths";
import type { Action } from "./types";

/**
 * Directories the session works in: cwd, the repository around it, and those the user added. A repository or directory that spans the
 * home directory, the disk or a whole first level of it (`/etc`) does not make all of that a project.
 */
export function projectRoots(action: Action): string[] {
  const around =
    action.git === null ? action.additionalDirectories : [...action.additionalDirectories, action.git.root];
  const narrow = around.map(normalise).filter((root) => isNarrow(root, action.home));
  return [normalise(action.cwd), ...narrow].filter((root) => root !== "/");
}

const isNarrow = (root: string, home: string | null) =>
  root.split("/").length > 2 && (home === null || !isInside(normalise(home), root));

/** A stand-in where home is not known, so that `~/.ssh` still means somebody's. */
export const homeOf = (action: Action): string => (action.home === null ? "/home/~" : normalise(action.home));
