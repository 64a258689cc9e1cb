import type { LlmAnswer } from "@/lib/classifier/types";
import type { Action, DecisionPolicy, Judgement } from "@/lib/decision/types";
import type { Developer } from "@/lib/delivery/snapshot";
import { cleanText } from "./clean-json";
import type { DecisionEntry, DecisionSource } from "./decision-entry";
import { cleanEvidence, describeAction } from "./describe-action";
import { gitRecordOf } from "./git-record";
import { llmRecordOf } from "./llm-record";

export type Judged = {
  id: string;
  /** Unix time in ms. */
  at: number;
  developer: Developer;
  action: Action;
  sessionId: string;
  agentId: string | null;
  toolUseId: string | null;
  source: DecisionSource;
  judgement: Judgement;
  policy: DecisionPolicy;
  latencyUs: number;
  llm?: LlmAnswer | null;
  isDemo?: boolean;
};

/** What the record keeps of a judgement and of what was judged: masked, and cut to size. */
export function buildEntry(judged: Judged): DecisionEntry {
  const { id, at, developer, action, sessionId, agentId, toolUseId, source, judgement, policy, latencyUs } = judged;
  return {
    id,
    at,
    organizationId: developer.organizationId,
    developerId: developer.memberId,
    clientId: developer.clientId,
    groupIds: developer.groupIds,
    sessionId,
    agentId,
    toolUseId,
    source,
    ...describeAction(action, gitRecordOf(action.git, source)),
    permissionMode: action.permissionMode,
    verdict: judgement.verdict,
    tier: judgement.tier,
    rule: judgement.rule,
    cleared: judgement.cleared,
    reason: cleanText(judgement.reason, 2_000),
    evidence: cleanEvidence(judgement.evidence),
    enforcement: policy.enforcement,
    revision: policy.revision,
    latencyUs,
    llm: judged.llm ? llmRecordOf(judged.llm) : null,
    isDemo: judged.isDemo ?? false,
  };
}
