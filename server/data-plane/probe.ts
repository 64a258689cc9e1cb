import { cleanText } from "@/lib/audit/clean-json";
import { describeAction } from "@/lib/audit/describe-action";
import type { ProbeEvent, ProbeWarning } from "@/lib/audit/probe-warning";
import type { SessionEventEntry } from "@/lib/audit/session-event";
import type { SubagentStop } from "@/lib/audit/subagent-stops";
import { newId } from "@/lib/db/id";
import { scanOutput } from "@/lib/decision/probe/scan";
import type { ProbeResult } from "@/lib/decision/probe/types";
import type { Developer } from "@/lib/delivery/snapshot";
import type { DataPlaneDeps } from "./deps";
import { actionOf } from "./hooks-action";
import { NO_OPINION } from "./hooks-answer";
import type { PostToolUse } from "./hooks-schema";
import { warningAnswer } from "./probe-answer";
import { isClearedBy } from "./probe-reviewer";
import { responseText } from "./probe-text";
import { AGENT_TOOLS, stopsOf } from "./subagent-review";

type Deps = Pick<DataPlaneDeps, "snapshot" | "recorder" | "pool" | "probeReviewer" | "logger">;

const EXCERPT = 300;

/**
 * The answer to PostToolUse: nothing, or a warning beside the output, which stays as it is. Never throws and never stops a call: the
 * tool has run already, and what goes wrong here must not cost anybody their result.
 */
export async function probeOutput(deps: Deps, post: PostToolUse, developer: Developer): Promise<string> {
  try {
    const policy = deps.snapshot.decisionPolicyOf(developer);
    if (!policy?.autoMode || post.permission_mode !== "auto") return NO_OPINION;
    const text = responseText(post.tool_response);
    const result = scanOutput(post.tool_name, text, { input: post.tool_input });
    const stopped = AGENT_TOOLS.has(post.tool_name) ? await stopsOf(deps, post, developer) : [];
    if (result.verdict === "clean" && stopped.length === 0) return NO_OPINION;
    const reviewer = policy.classifier.probe.llm && result.verdict === "injection" ? deps.probeReviewer : null;
    const output = {
      organizationId: developer.organizationId,
      sessionId: post.session_id,
      tool: post.tool_name,
      text,
      result,
    };
    const isCleared = reviewer ? await isClearedBy(reviewer, output) : false;
    const warned = policy.enforcement !== "observe" && !isCleared;
    const entry = entryOf(post, developer, warningOf(post, text, result, stopped, warned));
    await deps.recorder.recordEvent(entry).catch((error: unknown) => {
      deps.logger.warn({ err: error, event: entry.event }, "finding of the probe not recorded");
    });
    return warned ? warningAnswer({ id: entry.id, tool: post.tool_name, result, stopped }) : NO_OPINION;
  } catch (error) {
    deps.logger.warn({ err: error }, "output not looked at by the probe");
    return NO_OPINION;
  }
}

function warningOf(
  post: PostToolUse,
  text: string,
  result: ProbeResult,
  stopped: SubagentStop[],
  warned: boolean,
): ProbeWarning {
  const { tool, summary } = describeAction(actionOf(post));
  const findings = result.findings.map(({ signal, note, start, end }) => ({
    signal,
    note,
    excerpt: cleanText(text.slice(start, Math.min(end, start + EXCERPT)), EXCERPT),
  }));
  const score = Math.round(result.score * 100) / 100;
  return { tool, summary, agentId: post.agent_id ?? null, score, warned, findings, stopped };
}

const entryOf = (post: PostToolUse, developer: Developer, payload: ProbeWarning): SessionEventEntry => ({
  id: newId(),
  organizationId: developer.organizationId,
  sessionId: post.session_id,
  developerId: developer.memberId,
  clientId: developer.clientId,
  at: new Date().toISOString(),
  event: (AGENT_TOOLS.has(post.tool_name) ? "HandBackWarning" : "OutputWarning") satisfies ProbeEvent,
  toolUseId: post.tool_use_id ?? null,
  payload,
});
