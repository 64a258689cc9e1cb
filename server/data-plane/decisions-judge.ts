import { buildEntry } from "@/lib/audit/build-entry";
import type { DecisionSource } from "@/lib/audit/decision-entry";
import { UNAVAILABLE } from "@/lib/audit/replace-unconfirmed";
import { loadUserMessages } from "@/lib/audit/session-event";
import { newId } from "@/lib/db/id";
import { decide } from "@/lib/decision/decide";
import type { Outcome } from "@/lib/decision/outcome";
import { RULES } from "@/lib/decision/rules/index";
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

const RULE_BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule's name for people, e.g. "Git Destructive". */
export const ruleName = (id: string | null): string | null => (id === null ? null : (RULE_BY_ID.get(id)?.name ?? id));

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

/** What the user asked for can only clear a soft rule, so only then is it worth a query. */
async function judge(deps: Deps, { developer, action, sessionId }: Asked, policy: DecisionPolicy): Promise<Judgement> {
  const judgement = decide(action, policy);
  const isClearable = judgement.verdict !== "allow" && RULE_BY_ID.get(judgement.rule ?? "")?.strength === "soft";
  if (!isClearable || action.userMessages.length > 0) return judgement;
  const userMessages = await within(MESSAGES_MS, loadUserMessages(deps.pool, developer.organizationId, sessionId));
  return userMessages && userMessages.length > 0 ? decide({ ...action, userMessages }, policy) : judgement;
}

const MESSAGES_MS = 200;

/** Null when it takes longer or fails: without the user's words the block stands. */
function within<T>(timeoutMs: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, timeoutMs, null);
    work.then(resolve, () => resolve(null)).finally(() => clearTimeout(timer));
  });
}
