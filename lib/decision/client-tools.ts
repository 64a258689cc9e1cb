import type { Action } from "./types";

/** Tier 1: tools that cannot change state outside the session. Exact names, as Claude Code has them. */
export const SAFE_TOOLS: ReadonlySet<string> = new Set([
  "Read", "Grep", "Glob", "LSP", "ToolSearch", "ListMcpResourcesTool", "ReadMcpResourceTool", "ReadMcpResourceDirTool",
  "RefreshMcpTools", "WaitForMcpServers", "ReportFindings", "TodoWrite", "TaskCreate", "TaskGet", "TaskUpdate", "TaskList", "TaskStop",
  "GetTask", "ConnectGitHub", "EnterPlanMode", "ExitPlanMode", "ShowOnboardingRolePicker",
]); // prettier-ignore

/** Tools that act on the session alone: questions to the user, its own background tasks, instructions to load, its list of jobs. */
const SESSION_TOOLS = new Set([
  "AskUserQuestion", "Skill", "SlashCommand", "TodoRead", "NotebookRead", "LS", "BashOutput", "KillShell", "KillBash", "TaskOutput",
  "AgentOutputTool", "CronList", "CronDelete", "StructuredOutput", "PushNotification", "SendUserMessage", "Sleep", "EnterWorktree",
  "TeamCreate", "WebSearch", "ListAgents", "SubagentHandback",
]); // prettier-ignore

type Doubt = (input: Action["input"]) => string | null;

/**
 * Tools that start work or speak to others, with the reason for a person to look at the call; null where none has to. What an agent
 * that they start does is judged call by call like everything else.
 */
const STARTING_TOOLS: Readonly<Record<string, Doubt>> = {
  Agent: () => null,
  Task: () => null,
  ScheduleWakeup: () => null,
  CronCreate: ({ durable }) =>
    durable === undefined || durable === false ? null : "This schedules a prompt that outlives the session.",
  RemoteTrigger: ({ action }) =>
    action === "list" || action === "get" ? null : "This changes or starts an agent that runs elsewhere.",
  Workflow: () => "This starts a whole workflow of agents.",
  SendMessage: ({ to }) =>
    typeof to === "string" && /^[\w. *@-]{1,200}$/.test(to) ? null : "This writes to somebody outside this session.",
  ExitWorktree: ({ discard_changes: discards }) =>
    discards === undefined || discards === false ? null : "This throws away changes that are not committed.",
};

/**
 * Why a person has to look at a call of a tool that is neither read through nor an MCP server's; null for the client's own harmless
 * ones, `unknown` for a tool nobody here knows.
 */
export function toolDoubt({ tool, input }: Action): "unknown" | { reason: string } | null {
  if (SAFE_TOOLS.has(tool) || SESSION_TOOLS.has(tool)) return null;
  const starting = Object.hasOwn(STARTING_TOOLS, tool) ? STARTING_TOOLS[tool] : undefined;
  if (starting === undefined) return "unknown";
  const reason = starting(input);
  return reason === null ? null : { reason };
}

/** An agent started in this mode asks nobody: not the user, not Gatehouse. */
export const startsUnguarded = ({ tool, input }: Action): boolean =>
  (tool === "Agent" || tool === "Task") && input.mode === "bypassPermissions";
