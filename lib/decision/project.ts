import { normalise } from "./paths";
import type { Action } from "./types";

/**
 * Directories the session works in: cwd, the repository around it, and those the user added. A repository that spans the home
 * directory or the disk does not make all of it a project.
 */
export function projectRoots(action: Action): string[] {
  const roots = [normalise(action.cwd), ...action.additionalDirectories.map(normalise)];
  if (action.git !== null && isNarrow(normalise(action.git.root), action.home)) roots.push(normalise(action.git.root));
  return roots.filter((root) => root !== "/");
}

const isNarrow = (root: string, home: string | null) => root !== "/" && root !== home && root.split("/").length > 2;

/** A stand-in where home is not known, so that `~/.ssh` still means somebody's. */
export const homeOf = (action: Action): string => (action.home === null ? "/home/~" : normalise(action.home));
