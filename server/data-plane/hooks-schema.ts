import { z } from "zod";
import { storable } from "@/lib/audit/clean-json";

/** Every event of Claude Code 2.1.329 but the three that are more than an event here. */
const SESSION_EVENTS = [
  "PostToolUseFailure", "PostToolBatch", "Notification", "UserPromptSubmit", "UserPromptExpansion",
  "SessionStart", "SessionEnd", "Stop", "StopFailure", "SubagentStart", "SubagentStop", "PreCompact", "PostCompact",
  "PreModelSwitch", "PostModelSwitch", "PermissionRequest", "Setup", "TeammateIdle", "TaskCreated", "TaskCompleted",
  "Elicitation", "ElicitationResult", "ConfigChange", "WorktreeCreate", "WorktreeRemove", "InstructionsLoaded",
  "CwdChanged", "FileChanged", "DirectoryAdded", "MessageDisplay",
] as const; // prettier-ignore

export const HOOK_EVENTS = ["PreToolUse", "PostToolUse", "PermissionDenied", ...SESSION_EVENTS] as const;

/** Text that a column can hold as it is; ids and names are short. */
const text = (max: number) => z.string().min(1).max(max).transform(storable);

const common = {
  session_id: text(200),
  cwd: text(4_096).optional(),
  transcript_path: z.string().max(4_096).nullish(),
  permission_mode: text(40).default("default"),
  agent_id: text(200).nullish(),
  /** Drawn by the client for each turn; its prompt and its tool calls carry it. */
  prompt_id: text(200).nullish(),
};
const toolUse = {
  cwd: text(4_096),
  tool_name: text(200),
  tool_input: z.record(z.string(), z.unknown()),
};

const PreToolUse = z.looseObject({
  ...common,
  ...toolUse,
  hook_event_name: z.literal("PreToolUse"),
  tool_use_id: text(200).nullish(),
});
export type PreToolUse = z.output<typeof PreToolUse>;

export const PostToolUse = z.looseObject({
  ...common,
  ...toolUse,
  hook_event_name: z.literal("PostToolUse"),
  tool_use_id: text(200).nullish(),
  /** Of the tool's own shape. */
  tool_response: z.unknown().optional(),
});
export type PostToolUse = z.output<typeof PostToolUse>;

const PermissionDenied = z.looseObject({
  ...common,
  ...toolUse,
  hook_event_name: z.literal("PermissionDenied"),
  tool_use_id: text(200).nullish(),
  reason: z.string().nullish(),
});
export type PermissionDenied = z.output<typeof PermissionDenied>;

const SessionEvent = z.looseObject({
  ...common,
  hook_event_name: z.enum(SESSION_EVENTS),
  tool_use_id: text(200).nullish(),
});
export type SessionEvent = z.output<typeof SessionEvent>;

/** What is posted to `/hooks/claude-code`. Strict about what is needed; fields of newer clients pass. */
export const HookPost = z.discriminatedUnion(
  "hook_event_name",
  [PreToolUse, PostToolUse, PermissionDenied, SessionEvent],
  {
    error: (issue) =>
      issue.code === "invalid_union" ? "Not a hook event that Gatehouse knows" : "Expected a JSON object",
  },
);
