import { loadEarlierCalls } from "@/lib/audit/session-calls";
import { loadUserMessages } from "@/lib/audit/session-event";
import { mayForbid } from "@/lib/decision/boundaries";
import { isWeighty } from "@/lib/decision/bounds";
import { decide } from "@/lib/decision/decide";
import { mayDependOnEarlier } from "@/lib/decision/earlier";
import { RULES } from "@/lib/decision/rules";
import type { Action, DecisionPolicy, Judgement } from "@/lib/decision/types";
import type { Asked } from "./decisions-asked";
import type { DataPlaneDeps } from "./deps";

type Deps = Pick<DataPlaneDeps, "pool">;

/** What the embedded classifier made of an action, and the action with what had to be loaded of its session for that. */
export type Judged = { judgement: Judgement; action: Action };

/** Something of the session that an action does not bring along, and that a judgement may depend on. */
type Part = {
  name: string;
  /** Whether it may change the judgement. */
  isNeeded(judgement: Judgement): boolean;
  /** Whether an action must not be allowed without it. */
  isVital(judgement: Judgement): boolean;
  /** Nothing to add is an empty object. */
  load(deps: Deps, asked: Asked): Promise<Partial<Action>>;
  /** Whether what was loaded may change the judgement, now that it is there. */
  matters(judgement: Judgement, action: Action): boolean;
};

const SOFT = new Set(RULES.filter(({ strength }) => strength === "soft").map(({ id }) => id));
const isSoft = (rule: string | null): boolean => rule !== null && SOFT.has(rule);

const PARTS: readonly Part[] = [
  {
    name: "what this session did before",
    isNeeded: mayDependOnEarlier,
    isVital: mayDependOnEarlier,
    /** What the caller told comes first: of it nobody here knows what was refused. */
    async load({ pool }, asked) {
      const earlier = await loadEarlierCalls(pool, callerOf(asked));
      return earlier.length === 0 ? {} : { earlier: [...(asked.action.earlier ?? []), ...earlier] };
    },
    matters: () => true,
  },
  {
    name: "what the user said in this session",
    /** The user's words clear a soft rule, and may forbid whatever no hard rule blocks. */
    isNeeded: ({ verdict, rule }) => verdict !== "none" && (verdict !== "block" || isSoft(rule)),
    /** Edits, reading and work that no rule looks at go on where the words cannot be read in time. */
    isVital: ({ rule, effects }) => isSoft(rule) || effects.some(isWeighty),
    async load({ pool }, { action, developer, sessionId, promptId = null }) {
      const { clientId, organizationId } = developer;
      if (action.userMessages.length > 0 || clientId === null) return {};
      const userMessages = await loadUserMessages(pool, { organizationId, sessionId, clientId, promptId });
      return userMessages.length === 0 ? {} : { userMessages };
    },
    /** Words that forbid nothing leave an allow what it is. */
    matters: ({ verdict }, action) => verdict !== "allow" || mayForbid(action),
  },
];

export const callerOf = ({ developer, sessionId }: Asked) => ({
  organizationId: developer.organizationId,
  sessionId,
  developerId: developer.memberId,
  clientId: developer.clientId,
});

const LOAD_MS = 200;

/** Judges, and judges anew with each part of the session that the judgement may depend on; of a session nothing is loaded twice. */
export async function judgeInContext(deps: Deps, asked: Asked, policy: DecisionPolicy): Promise<Judged> {
  let action = asked.action;
  let judgement = decide(action, policy);
  const left = new Set(PARTS);
  const missing = new Set<Part>();
  for (;;) {
    // What was not worth more than the verdict may be so once another part has made it an allow.
    const lacking = judgement.verdict === "allow" && [...missing].find((one) => one.isVital(judgement));
    if (lacking) return { judgement: unread(lacking.name), action };
    const part = [...left].find((one) => one.isNeeded(judgement));
    if (part === undefined) return { judgement, action };
    left.delete(part);
    const loaded = await within(LOAD_MS, part.load(deps, asked));
    if (loaded === null) missing.add(part);
    if (loaded === null || Object.keys(loaded).length === 0) continue;
    action = { ...action, ...loaded };
    if (part.matters(judgement, action)) judgement = decide(action, policy);
  }
}

/** It might have spoken against the action. */
const unread = (what: string): Judgement => ({
  verdict: "ask",
  tier: "unavailable",
  rule: null,
  reason: `Gatehouse could not read in time ${what}. A person has to look at it.`,
  evidence: [],
  effects: [],
});

/** Null when it takes longer or fails. What came while this process was busy is still read. */
export function within<T>(timeoutMs: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => setImmediate(resolve, null), timeoutMs);
    work.then(resolve, () => resolve(null)).finally(() => clearTimeout(timer));
  });
}
