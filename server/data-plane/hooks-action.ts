import type { Action } from "@/lib/decision/types";
import type { PermissionDenied, PostToolUse, PreToolUse } from "./hooks-schema";

/** The home directory, where the transcript lies in it: `<home>/.claude/projects/…`. */
export function homeOf(transcriptPath: string | null | undefined): string | null {
  const home = /^(?<home>\/.*?|[A-Za-z]:\\.*?)[\\/]\.claude[\\/]/.exec(transcriptPath ?? "")?.groups?.home;
  return home ?? null;
}

/** A hook's action. The state of git and the user's words do not travel in it. */
export const actionOf = (post: PreToolUse | PostToolUse | PermissionDenied): Action => ({
  tool: post.tool_name,
  input: post.tool_input,
  cwd: post.cwd,
  home: homeOf(post.transcript_path),
  additionalDirectories: [],
  permissionMode: post.permission_mode,
  git: null,
  userMessages: [],
});
