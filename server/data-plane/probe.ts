import { cleanText } from "@/lib/audit/clean-json";
import { describeAction } from "@/lib/audit/describe-action";
import { llmRecordOf } from "@/lib/audit/llm-record";
import type { ProbeEvent, ProbeWarning } from "@/lib/audit/probe-warning";
import type { SessionEventEntry } from "@/lib/audit/session-event";
import type { SubagentStop } from "@/lib/audit/subagent-stops";
import type { LlmAnswer } from "@/lib/classifier/types";
import { newId } from "@/lib/db/id";
import { scanOutput } from "@/lib/decision/probe/scan";
import type { ProbeResult } from "@/lib/decision/probe/types";
import type { Developer } from "@/lib/delivery/snapshot";
import type { DataPlaneDeps } from "./deps";
import { actionOf } from "./hooks-action";
import { NO_OPINION } from "./hooks-answer";
import type { PostToolUse } from "./hooks-schema";
import { warningAnswer } from "./probe-answer";
import { isInjection, secondOpinion } from "./probe-reviewer";
import { responseText } from "./probe-text";
import { AGENT_TOOLS, stopsOf } from "./subagent-review";

type Deps = Pick<DataPlaneDeps, "snapshot" | "recorder" | "pool" | "llm" | "logger">;

const EXCERPT = 300;

/**
 * The answer to PostToolUse: nothing, or a warning beside the output, which stays as it is. Never throws and never stops a call: the
 * tool has run already, and what goes wrong here must not cost anybody their result.
 */
export async function probeOutput(
  deps: Deps,
  post: PostToolUse,
  developer: Developer,
  signal: AbortSignal,
): Promise<string> {
  try {
    const policy = deps.snapshot.decisionPolicyOf(developer);
    if (!policy?.autoMode || post.permission_mode !== "auto") return NO_OPINION;
    const text = responseText(post.tool_response);
    const result = scanOutput(post.tool_name, text, { input: post.tool_input });
    const stopped = AGENT_TOOLS.has(post.tool_name) ? await stopsOf(deps, post, developer) : [];
    const { organizationId } = developer;
    const { tool_name: tool, tool_input: input } = post;
    const output = { organizationId, tool, input, text, findings: result.findings };
    const opinion = await secondOpinion(deps.llm, policy.classifier, result, output, signal);
    const injected = isInjection(result, opinion);
    if (!injected && result.verdict === "clean" && stopped.length === 0) return NO_OPINION;
    const warned = policy.enforcement !== "observe" && (injected || stopped.length > 0);
    const entry = entryOf(post, developer, warningOf(post, text, { result, opinion, stopped, warned }));
    await deps.recorder.recordEvent(entry).catch((error: unknown) => {
      deps.logger.warn({ err: error, event: entry.event }, "finding of the probe not recorded");
    });
    return warned ? warningAnswer({ id: entry.id, tool, result, isInjection: injected, stopped }) : NO_OPINION;
  } catch (error) {
    deps.logger.warn({ err: error }, "output not looked at by the probe");
    return NO_OPINION;
  }
}

type Seen = { result: ProbeResult; opinion: LlmAnswer | null; stopped: SubagentStop[]; warned: boolean };

function warningOf(post: PostToolUse, text: string, { result, opinion, stopped, warned }: Seen): ProbeWarning {
  const { tool, summary } = describeAction(actionOf(post));
  const findings = result.findings.map(({ signal, note, start, end }) => ({
    signal,
    note,
    excerpt: cleanText(text.slice(start, Math.min(end, start + EXCERPT)), EXCERPT),
  }));
  const score = Math.round(result.score * 100) / 100;
  return {
    tool,
    summary,
    agentId: post.agent_id ?? null,
    score,
    warned,
    findings,
    llm: opinion && llmRecordOf(opinion),
    stopped,
  };
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
