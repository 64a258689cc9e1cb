import { buildEntry } from "@/lib/audit/build-entry";
import type { DecisionSource } from "@/lib/audit/decision-entry";
import { UNAVAILABLE } from "@/lib/audit/replace-unconfirmed";
import { loadUserMessages } from "@/lib/audit/session-event";
import { newId } from "@/lib/db/id";
import { isBounded } from "@/lib/decision/bounds";
import { decide } from "@/lib/decision/decide";
import type { Outcome } from "@/lib/decision/outcome";
import { RULE_NAMES } from "@/lib/decision/rule-names";
import { RULES } from "@/lib/decision/rules";
import type { Action, DecisionPolicy, Judgement } from "@/lib/decision/types";
import type { Developer } from "@/lib/delivery/snapshot";
import type { Enforcement } from "@/lib/policy/schemas";
import type { DataPlaneDeps } from "./deps";

export type Asked = {
  developer: Developer;
  action: Action;
  sessionId: string;
  agentId: string | null;
  toolUseId: string | null;
  /** Of the turn it belongs to, where a client told it. */
  promptId?: string | null;
  source: DecisionSource;
  /** performance.now() when the request arrived. */
  startedAtMs: number;
};

/** `revision` and `enforcement` are null where nothing was recorded. */
export type Answered = Outcome & {
  id: string;
  rule: string | null;
  revision: number | null;
  enforcement: Enforcement | null;
};

const SOFT = new Set(RULES.filter(({ strength }) => strength === "soft").map(({ id }) => id));

/** The rule's name for people, e.g. "Git Destructive". */
export const ruleName = (id: string | null): string | null => (id === null ? null : (RULE_NAMES.get(id) ?? id));

/** Before the first revision nobody is rolled out. */
const NO_POLICY: DecisionPolicy = {
  revision: 0,
  autoMode: false,
  enforcement: "observe",
  permissions: { deny: [], ask: [], allow: [] },
  trust: { domain: () => false, bucket: () => false, gitRemote: () => false },
};

type Deps = Pick<DataPlaneDeps, "snapshot" | "recorder" | "pool" | "logger">;

/**
 * The decision on one action, recorded before it is returned. Never throws: where it cannot be made or recorded, the answer
 * is `ask`, in every enforcement, because an action that left no record must not run unseen.
 */
export async function judgeAndRecord(deps: Deps, asked: Asked): Promise<Answered> {
  const id = newId();
  try {
    const policy = deps.snapshot.decisionPolicyOf(asked.developer) ?? NO_POLICY;
    const judgement = await judge(deps, asked, policy);
    const latencyUs = Math.round((performance.now() - asked.startedAtMs) * 1_000);
    const outcome = await deps.recorder.record(
      buildEntry({ ...asked, id, at: Date.now(), judgement, policy, latencyUs }),
    );
    return { ...outcome, revision: policy.revision, enforcement: policy.enforcement };
  } catch (error) {
    deps.logger.warn({ err: error, decision: id }, "decision not recorded; answered with ask");
    return { ...UNAVAILABLE, id, rule: null, revision: null, enforcement: null };
  }
}

/** The user's words clear a soft rule, or forbid what no rule would stop; for all other actions they are not worth a query. */
async function judge(deps: Deps, asked: Asked, policy: DecisionPolicy): Promise<Judgement> {
  const { action, developer, sessionId, promptId = null } = asked;
  const judgement = decide(action, policy);
  const { clientId, organizationId } = developer;
  if (action.userMessages.length > 0 || clientId === null || !mayDependOnWords(judgement)) return judgement;
  const speaker = { organizationId, sessionId, clientId, promptId };
  const userMessages = await within(MESSAGES_MS, loadUserMessages(deps.pool, speaker));
  if (userMessages === null) return judgement.verdict === "allow" ? UNHEARD : judgement;
  return userMessages.length > 0 ? decide({ ...action, userMessages }, policy) : judgement;
}

function mayDependOnWords({ verdict, rule, effects }: Judgement): boolean {
  if (verdict === "none") return false;
  const isSoft = rule !== null && SOFT.has(rule);
  return verdict === "block" ? isSoft : isSoft || effects.some(isBounded);
}

/** The user may have forbidden it. */
const UNHEARD: Judgement = {
  verdict: "ask",
  tier: "unavailable",
  rule: null,
  reason: "Gatehouse could not read in time what the user said in this session. A person has to look at it.",
  evidence: [],
  effects: [],
};

const MESSAGES_MS = 200;

/** Null when it takes longer or fails. */
function within<T>(timeoutMs: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, timeoutMs, null);
    work.then(resolve, () => resolve(null)).finally(() => clearTimeout(timer));
  });
}
