import type { ProbeContext, Probed } from "./types";

/** Their outputs repeat what the agent or its user wrote, or what the client says itself. */
const OWN_WORDS = new Set(
  (
    "Write Edit MultiEdit NotebookEdit TodoWrite TaskCreate TaskUpdate TaskList TaskGet ExitPlanMode EnterPlanMode AskUserQuestion " +
    "SubagentHandback KillShell KillBash SlashCommand Skill EnterWorktree ExitWorktree"
  ).split(" "),
);

const WEB_TOOLS = new Set(["WebFetch", "WebSearch"]);
/** Servers that hand out source code, where orders to oneself are everyday. */
const CODE_SERVERS = /github|gitlab|bitbucket|git\b|filesystem_code|code|repo|sourcegraph|ide\b/i;
const AGENT_FILES = /(?:^|[\\/\s"'])(?:CLAUDE(?:\.local)?\.md|AGENTS\.md|GEMINI\.md|SKILL\.md|\.cursorrules|\.windsurfrules|copilot-instructions\.md|\.(?:claude|cursor|agents)[\\/](?:agents|commands|skills|rules)[\\/])/i; // prettier-ignore

const TEST_FILES =
  /[._-](?:test|spec)\.\w{1,4}\b|(?:^|[\\/])(?:__tests__|__fixtures__|fixtures?|tests?|evals?|testdata)[\\/]/i;
const MAX_NAME = 2_000;

/** Null where nothing from outside can be in the output. */
export function placeOf(tool: string, { input }: ProbeContext): Omit<Probed, "text"> | null {
  if (OWN_WORDS.has(tool)) return null;
  const isRemote = WEB_TOOLS.has(tool) || (tool.startsWith("mcp__") && !CODE_SERVERS.test(tool));
  const named = ["file_path", "path", "command"].flatMap((field) => {
    const value = input?.[field];
    return typeof value === "string" && value.length < MAX_NAME ? [value] : [];
  });
  const isOf = (pattern: RegExp) => named.some((value) => pattern.test(value));
  return { isRemote, isForAgents: isOf(AGENT_FILES), isTestMaterial: isOf(TEST_FILES) };
}
