import { loadSessionCalls } from "@/lib/audit/session-calls";
import { loadSpokenPrompts } from "@/lib/audit/session-event";
import { historyOfRecord, historyOfWords } from "@/lib/classifier/history";
import type { LlmClassifier } from "@/lib/classifier/llm";
import type { LlmAnswer, LlmQuestion, PendingQuestion, TranscriptEntry } from "@/lib/classifier/types";
import { combine, needsLlm } from "@/lib/decision/combine";
import type { Action, DecisionPolicy, Judgement } from "@/lib/decision/types";
import type { ClassifierPolicy } from "@/lib/policy/classifier-policy";
import { callerOf, type Judged, within } from "./decisions-context";
import type { Asked } from "./decisions-asked";
import type { DataPlaneDeps } from "./deps";
import type { RepositoryFacts } from "./session-facts-schema";

type LlmPolicy = ClassifierPolicy["llm"];
type Deps = Pick<DataPlaneDeps, "llm" | "pool" | "snapshot">;

/** A small part of what the answer takes. */
const HISTORY_MS = 1_000;
/** From the request's arrival: the client waits for 10 s, of which the record may take 1.5 and the way here and back the rest. */
const ANSWERED_WITHIN_MS = 8_000;

/** Lets the LLM classifier have its say where the policy wants that; what was asked of it goes into the record. */
export async function reviewJudged(
  deps: Deps,
  asked: Asked,
  policy: Pick<DecisionPolicy, "classifier">,
  { judgement, action }: Judged,
): Promise<{ judgement: Judgement; llm: LlmAnswer | null }> {
  const settings = policy.classifier.llm;
  const userSpoke = action.userMessages.some((text) => text.trim() !== "");
  if (deps.llm === null || !needsLlm(judgement, settings.when, userSpoke)) return { judgement, llm: null };
  const load = async () => {
    const history = await within(HISTORY_MS, historyOf(deps.pool, asked));
    return history && { ...questionOf(deps, asked, action, history), isStopped: judgement.verdict === "block" };
  };
  const question = { organizationId: asked.developer.organizationId, load };
  const answer = await review(deps.llm, question, settings, asked);
  return { judgement: combine(judgement, answer, settings.whenUnavailable), llm: answer };
}

function review(llm: LlmClassifier, question: PendingQuestion, settings: LlmPolicy, asked: Asked): Promise<LlmAnswer> {
  const leftMs = Math.max(1, Math.round(ANSWERED_WITHIN_MS - (performance.now() - asked.startedAtMs)));
  const timeoutMs = Math.min(settings.timeoutMs, leftMs);
  return llm.review(question, { ...settings, timeoutMs }, asked.signal);
}

function questionOf(
  { snapshot }: Deps,
  asked: Asked,
  action: Action,
  history: readonly TranscriptEntry[],
): LlmQuestion {
  const { organizationId } = asked.developer;
  const context = snapshot.publishedPolicyOf(organizationId)?.llmContext();
  return {
    organizationId,
    sessionId: asked.sessionId,
    action,
    history,
    instructions: asked.facts?.instructions ?? asked.conversation?.instructions ?? [],
    facts: { ...factsOf(action, asked.facts?.repository ?? null), trusted: context?.trusted ?? [] },
    organizationRules: context?.organizationRules ?? { environment: [], allow: [], softDeny: [], hardDeny: [] },
  };
}

/**
 * A hook's user is known by the prompts of its client (ADR 7 says why not by its model requests); a REST caller tells what the user wrote,
 * or the whole session.
 */
async function historyOf(pool: Deps["pool"], asked: Asked): Promise<readonly TranscriptEntry[]> {
  const { developer, sessionId, promptId = null, action, conversation } = asked;
  const { organizationId, clientId } = developer;
  if (conversation) return conversation.history;
  const recorded = loadSessionCalls(pool, callerOf(asked));
  const speaker = clientId === null ? null : { organizationId, sessionId, clientId, promptId };
  const [prompts, { calls, isWhole }] = await Promise.all([speaker ? loadSpokenPrompts(pool, speaker) : [], recorded]);
  const history = historyOfRecord(prompts, calls, isWhole);
  return clientId === null ? [...historyOfWords(action.userMessages), ...history] : history;
}

const factsOf = ({ cwd, git }: Action, told: RepositoryFacts | null) => ({
  cwd,
  gitBranch: git?.branch ?? null,
  gitDefaultBranch: git?.defaultBranch ?? null,
  gitRemotes: git?.remotes ?? {},
  gitStatus: told?.status ?? null,
  repositoryVisibility: told?.visibility ?? ("unverified" as const),
});
