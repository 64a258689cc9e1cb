import { loadSubagentStops, type SubagentStop } from "@/lib/audit/subagent-stops";
import type { Developer } from "@/lib/delivery/snapshot";
import { within } from "./decisions-context";
import type { DataPlaneDeps } from "./deps";
import type { PostToolUse } from "./hooks-schema";

/** Whose result is what a subagent hands back. */
export const AGENT_TOOLS: ReadonlySet<string> = new Set(["Agent", "Task"]);

const STOPS_MS = 200;

/** What the subagent whose hand-back this is was stopped from doing; nothing where that cannot be told in time. */
export async function stopsOf(
  { pool }: Pick<DataPlaneDeps, "pool">,
  post: PostToolUse,
  developer: Developer,
): Promise<SubagentStop[]> {
  const agentId = agentIdOf(post.tool_response);
  const { organizationId, memberId: developerId } = developer;
  if (agentId === null) return [];
  const stops = loadSubagentStops(pool, { organizationId, developerId, sessionId: post.session_id, agentId });
  return (await within(STOPS_MS, stops)) ?? [];
}

function agentIdOf(response: unknown): string | null {
  const id = typeof response === "object" && response !== null && "agentId" in response ? response.agentId : null;
  return typeof id === "string" && id.length <= 200 ? id : null;
}
