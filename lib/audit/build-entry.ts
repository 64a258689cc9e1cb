import type { Action, DecisionPolicy, Judgement } from "@/lib/decision/types";
import type { Developer } from "@/lib/delivery/snapshot";
import { cleanText } from "./clean-json";
import type { DecisionEntry, DecisionSource } from "./decision-entry";
import { cleanEvidence, describeAction } from "./describe-action";

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
    ...describeAction(action),
    permissionMode: action.permissionMode,
    verdict: judgement.verdict,
    tier: judgement.tier,
    rule: judgement.rule,
    reason: cleanText(judgement.reason, 2_000),
    evidence: cleanEvidence(judgement.evidence),
    enforcement: policy.enforcement,
    revision: policy.revision,
    latencyUs,
    isDemo: judged.isDemo ?? false,
  };
}
