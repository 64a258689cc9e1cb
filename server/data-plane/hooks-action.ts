import type { Action } from "@/lib/decision/types";
import type { PermissionDenied, PostToolUse, PreToolUse } from "./hooks-schema";
import type { SessionFacts } from "./session-facts-read";

/** The home directory, where the transcript lies in it: `<home>/.claude/projects/…`. */
export function homeOf(transcriptPath: string | null | undefined): string | null {
  const home = /^(?<home>\/.*?|[A-Za-z]:\\.*?)[\\/]\.claude[\\/]/.exec(transcriptPath ?? "")?.groups?.home;
  return home ?? null;
}

/** A hook's action, with what its client told elsewhere of the place. The user's words do not travel in either. */
export const actionOf = (
  post: PreToolUse | PostToolUse | PermissionDenied,
  facts: SessionFacts | null = null,
): Action => ({
  tool: post.tool_name,
  input: post.tool_input,
  cwd: post.cwd,
  // The hook's own word first: whoever got hold of the access token could tell another home in facts.
  home: homeOf(post.transcript_path) ?? facts?.home ?? null,
  additionalDirectories: facts?.additionalDirectories ?? [],
  permissionMode: post.permission_mode,
  git: facts?.repository ?? null,
  userMessages: [],
});
