import { isCredentialStore } from "./credential-paths";
import { inputText } from "./input-text";
import { normalise, resolvePath } from "./paths";
import { homeOf, projectRoots } from "./project";
import { isInProject, protectedPart } from "./protected-paths";
import type { Action } from "./types";

/** Tier 1: tools that cannot change state outside the session. Exact names, as Claude Code has them. */
const SAFE_TOOLS = new Set([
  "Read", "Grep", "Glob", "LSP", "ToolSearch", "ListMcpResourcesTool", "ReadMcpResourceTool", "ReadMcpResourceDirTool",
  "RefreshMcpTools", "WaitForMcpServers", "ReportFindings", "TodoWrite", "TaskCreate", "TaskGet", "TaskUpdate", "TaskList", "TaskStop",
  "GetTask", "ConnectGitHub", "EnterPlanMode", "ExitPlanMode", "ShowOnboardingRolePicker",
]); // prettier-ignore

const EDIT_TOOLS: Readonly<Record<string, string>> = {
  Write: "file_path",
  Edit: "file_path",
  MultiEdit: "file_path",
  NotebookEdit: "notebook_path",
};

/** The file an edit tool writes, in normal form; null for other tools and for input that names none. */
export function editedPath(action: Action): string | null {
  const field = EDIT_TOOLS[action.tool];
  const value = field === undefined ? null : inputText(action, field);
  return value ? resolvePath(value, action.cwd, action.home) : null;
}

/** Reading tools are safe except on credential stores, which tier 3 judges. */
export function isSafeTool(action: Action): boolean {
  if (!SAFE_TOOLS.has(action.tool)) return false;
  return !readPaths(action).some((path) => isCredentialStore(path, homeOf(action)));
}

/** Tier 2: an edit inside the project, where version control shows it to a reviewer. */
export function isProjectEdit(action: Action): boolean {
  const path = editedPath(action);
  return path !== null && isInProject(path, projectRoots(action)) && protectedPart(path) === null;
}

/** What Read, Grep and Glob look at. */
export function readPaths(action: Action): string[] {
  const paths: string[] = [];
  for (const field of ["file_path", "path", "notebook_path"]) {
    const value = inputText(action, field);
    if (value === null) continue;
    paths.push(resolvePath(value, action.cwd, action.home) ?? normalise(`/${value}`));
  }
  return paths;
}
