import { readingsOf } from "./acting-files";
import { SAFE_TOOLS } from "./client-tools";
import { misshapen } from "./input-shape";
import { inputText } from "./input-text";
import { delicateLooks } from "./looks";
import { resolvePath } from "./paths";
import { projectRoots } from "./project";
import { isInProject, protectedPart } from "./protected-paths";
import type { Action } from "./types";

const EDIT_TOOLS: Readonly<Record<string, string>> = {
  Write: "file_path",
  Edit: "file_path",
  MultiEdit: "file_path",
  NotebookEdit: "notebook_path",
};

/** The file an edit tool writes, in normal form; null for other tools and for input that names none. */
export function editedPath(action: Pick<Action, "tool" | "input" | "cwd" | "home">): string | null {
  const field = Object.hasOwn(EDIT_TOOLS, action.tool) ? EDIT_TOOLS[action.tool] : undefined;
  const value = field === undefined ? null : inputText(action, field);
  return value ? resolvePath(value, action.cwd, action.home) : null;
}

/** Reading tools are safe except on others' secrets, which tier 3 judges, as it does what names nothing that can be read. */
export function isSafeTool(action: Action): boolean {
  if (!SAFE_TOOLS.has(action.tool) || misshapen(action) !== null) return false;
  return delicateLooks(action).length === 0;
}

/** Tier 2: an edit inside the project, where version control shows it to a reviewer. */
export function isProjectEdit(action: Action): boolean {
  if (misshapen(action) !== null) return false;
  const path = editedPath(action);
  return path !== null && isInProject(path, projectRoots(action)) && protectedPart(path) === null;
}

/** An edit of a file that programs or agents obey by themselves: what it puts in is judged, wherever the file lies. */
export function actsByItself(action: Action): boolean {
  const path = editedPath(action);
  return path !== null && readingsOf(path).length > 0;
}
