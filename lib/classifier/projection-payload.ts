import { SAFE_TOOLS } from "@/lib/decision/client-tools";
import { isSafeTool } from "@/lib/decision/tiers";
import type { TranscriptEntry } from "./types";

type ToolCall = Extract<TranscriptEntry, { sort: "tool" }>;

/** What the agent says about its call, to people: no part of what runs. Arguments of MCP tools are all payload. */
const PROSE: Readonly<Record<string, string>> = {
  Bash: "description",
  PowerShell: "description",
  Monitor: "description",
  Agent: "description",
  Task: "description",
};

/** The input without the agent's words about it: what would have its effect also if nobody read it. */
export function payloadOf(tool: string, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const prose = Object.hasOwn(PROSE, tool) ? PROSE[tool] : undefined;
  if (prose === undefined || !Object.hasOwn(input, prose)) return input;
  const { [prose]: _, ...payload } = input;
  return payload;
}

/** Tools that only look at the session itself, besides those that are safe everywhere. */
const SESSION_LOOKUPS = new Set(["LS", "NotebookRead", "BashOutput", "TaskOutput", "TodoRead"]);

/** Reading and searching tell little of what comes next, and are most of a session. Reading a credential store tells much. */
export function isLookup({ tool, input }: ToolCall, home: string | null): boolean {
  if (SESSION_LOOKUPS.has(tool)) return true;
  // The place must not depend on where the agent stands now: the same entry is shown or left out for the whole session.
  const place = { cwd: "/", home, additionalDirectories: [], permissionMode: "auto", git: null, userMessages: [] };
  return SAFE_TOOLS.has(tool) && isSafeTool({ tool, input, ...place });
}
