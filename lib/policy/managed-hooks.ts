import type { JsonObject } from "./json";
import { TOKEN_VARIABLE } from "./managed-env";

/** Older clients do not know `onFailure` and would run an action when Gatehouse cannot be reached. */
export const MINIMUM_CLIENT_VERSION = "2.1.295";

/** Asked before every tool call. Clients wait at most this long, then block. */
const DECISION_TIMEOUT_S = 10;
const RECORD_TIMEOUT_S = 5;

/** What the audit view needs besides decisions. Nothing of these may hold a developer up: a failure goes unnoticed. */
const RECORDED_EVENTS = [
  "PermissionDenied",
  "PermissionRequest",
  "UserPromptSubmit",
  "Stop",
  "SubagentStart",
  "SubagentStop",
  "ConfigChange",
  "SessionEnd",
] as const;

export const hookUrlOf = (baseUrl: string): string => `${baseUrl}/hooks/claude-code`;

/**
 * The hooks of every document, whether auto mode is on or off: so a client that enters auto mode although its group is
 * off is seen and answered, and switching a group on or off changes nothing else.
 */
export function managedHooks(baseUrl: string): JsonObject {
  const hook = {
    type: "http",
    url: hookUrlOf(baseUrl),
    headers: { Authorization: `Bearer \${${TOKEN_VARIABLE}}` },
    allowedEnvVars: [TOKEN_VARIABLE],
  };
  const decision = { ...hook, timeout: DECISION_TIMEOUT_S, onFailure: "block" };
  const record = { ...hook, timeout: RECORD_TIMEOUT_S };
  return {
    PreToolUse: [{ matcher: "*", hooks: [decision] }],
    PostToolUse: [{ matcher: "*", hooks: [record] }],
    ...Object.fromEntries(RECORDED_EVENTS.map((event) => [event, [{ hooks: [record] }]])),
  };
}
