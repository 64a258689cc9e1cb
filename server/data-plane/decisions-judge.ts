import { buildEntry } from "@/lib/audit/build-entry";
import { UNAVAILABLE } from "@/lib/audit/replace-unconfirmed";
import { newId } from "@/lib/db/id";
import type { Outcome } from "@/lib/decision/outcome";
import { RULE_NAMES } from "@/lib/decision/rule-names";
import { type DecisionPolicy, NOTHING_TRUSTED } from "@/lib/decision/types";
import { DEFAULT_CLASSIFIER_POLICY } from "@/lib/policy/classifier-policy";
import type { Enforcement } from "@/lib/policy/schemas";
import type { Asked } from "./decisions-asked";
import { judgeInContext } from "./decisions-context";
import { reviewJudged } from "./decisions-llm";
import type { DataPlaneDeps } from "./deps";

/** `revision` and `enforcement` are null where nothing was recorded. */
export type Answered = Outcome & {
  id: string;
  rule: string | null;
  revision: number | null;
  enforcement: Enforcement | null;
};

/** The rule's name for people, e.g. "Git Destructive". */
export const ruleName = (id: string | null): string | null => (id === null ? null : (RULE_NAMES.get(id) ?? id));

/** Before the first revision nobody is rolled out. */
const NO_POLICY: DecisionPolicy = {
  revision: 0,
  autoMode: false,
  enforcement: "observe",
  permissions: { deny: [], ask: [], allow: [] },
  trust: NOTHING_TRUSTED,
  classifier: DEFAULT_CLASSIFIER_POLICY,
};

type Deps = Pick<DataPlaneDeps, "snapshot" | "recorder" | "pool" | "llm" | "logger">;

/**
 * The decision on one action, recorded before it is returned. Never throws: where it cannot be made or recorded, the answer
 * is `ask`, in every enforcement, because an action that left no record must not run unseen.
 */
export async function judgeAndRecord(deps: Deps, asked: Asked): Promise<Answered> {
  const id = newId();
  try {
    const policy = deps.snapshot.decisionPolicyOf(asked.developer) ?? NO_POLICY;
    const judged = await judgeInContext(deps, asked, policy);
    const { judgement, llm } = await reviewJudged(deps, asked, policy, judged);
    const latencyUs = Math.round((performance.now() - asked.startedAtMs) * 1_000);
    const outcome = await deps.recorder.record(
      buildEntry({ ...asked, id, at: Date.now(), judgement, policy, latencyUs, llm }),
    );
    return { ...outcome, revision: policy.revision, enforcement: policy.enforcement };
  } catch (error) {
    deps.logger.warn({ err: error, decision: id }, "decision not recorded; answered with ask");
    return { ...UNAVAILABLE, id, rule: null, revision: null, enforcement: null };
  }
}
