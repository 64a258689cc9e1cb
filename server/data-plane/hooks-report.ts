import { cleanJson, type CleanLimits, cleanText, type Json } from "@/lib/audit/clean-json";
import type { DecisionEntry } from "@/lib/audit/decision-entry";
import { describeAction } from "@/lib/audit/describe-action";
import type { SessionEventEntry } from "@/lib/audit/session-event";
import { CUT, forbiddenIn } from "@/lib/audit/spoken-words";
import { newId } from "@/lib/db/id";
import type { Outcome } from "@/lib/decision/outcome";
import type { DecisionPolicy } from "@/lib/decision/types";
import type { Developer } from "@/lib/delivery/snapshot";
import { actionOf } from "./hooks-action";
import type { PermissionDenied, SessionEvent } from "./hooks-schema";

const PAYLOAD: CleanLimits = { stringLength: 4_000, totalLength: 12_000, depth: 6, entries: 50 };
/** Kept in columns of their own, of no use to a reader, or ours to say. */
const LEFT_OUT = new Set(
  `session_id hook_event_name transcript_path tool_use_id last_assistant_message background_tasks session_crons forbids`.split(
    " ",
  ),
);

export function sessionEventOf(post: SessionEvent, developer: Developer): SessionEventEntry {
  const told = Object.fromEntries(Object.entries(post).filter(([key]) => !LEFT_OUT.has(key)));
  const payload = cleanJson(told, PAYLOAD) as { [key: string]: Json };
  // What the user forbade at the end of a long prompt holds, though the prompt itself is not kept that far.
  const isCut = typeof payload.prompt === "string" && CUT.test(payload.prompt);
  const forbids = isCut && typeof told.prompt === "string" ? forbiddenIn(told.prompt) : null;
  return {
    id: newId(),
    organizationId: developer.organizationId,
    sessionId: post.session_id,
    developerId: developer.memberId,
    clientId: developer.clientId,
    at: new Date().toISOString(),
    event: post.hook_event_name,
    toolUseId: post.tool_use_id ?? null,
    payload: forbids === null ? payload : { ...payload, forbids: cleanText(forbids, PAYLOAD.stringLength) },
  };
}

/** How the client words the return to manual approval. */
const FALLBACK = /^\d+ (?:consecutive )?actions were blocked/i;
/** The client's classifier names its rule first: `[Git Destructive] …`. */
const RULE = /^\[(?<rule>[^\]]{1,80})\]/;

/** Rule ids are their names in kebab case, so that one filter finds both classifiers' blocks. */
const ruleIdOf = (reason: string): string | null =>
  RULE.exec(reason)
    ?.groups?.rule?.toLowerCase()
    .replace(/[^a-z\d]+/g, "-") ?? null;

/** The client's own classifier refused; Gatehouse keeps the record of it and has no say in it. */
export function clientDenialOf(
  post: PermissionDenied,
  developer: Developer,
  policy: Pick<DecisionPolicy, "enforcement" | "revision"> | null,
): DecisionEntry {
  const reason = cleanText(post.reason ?? "The client gave no reason.", 2_000);
  const fallback = FALLBACK.test(reason);
  const settled: Outcome = { verdict: fallback ? "ask" : "block", fallback, tier: "client", reason, answer: "none" };
  return {
    id: newId(),
    at: Date.now(),
    organizationId: developer.organizationId,
    developerId: developer.memberId,
    clientId: developer.clientId,
    groupIds: developer.groupIds,
    sessionId: post.session_id,
    agentId: post.agent_id ?? null,
    toolUseId: post.tool_use_id ?? null,
    source: "client",
    ...describeAction(actionOf(post)),
    permissionMode: post.permission_mode,
    verdict: settled.verdict,
    tier: "client",
    rule: ruleIdOf(reason),
    reason,
    evidence: [],
    enforcement: policy?.enforcement ?? "observe",
    revision: policy?.revision ?? 0,
    latencyUs: 0,
    isDemo: false,
    settled,
  };
}
