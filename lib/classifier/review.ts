import { abortAfter, unlessAborted } from "@/lib/abort-after";
import type { ClassifierPolicy } from "@/lib/policy/classifier-policy";
import { ask, type Asked } from "./ask";
import type { Attempt, Breakers } from "./breaker";
import type { Endpoint, Endpoints } from "./client";
import type { Gates } from "./limits";
import { addTokens, costUsd, NO_TOKENS, type Tokens, tokensOf } from "./price";
import { projectQuestion, type Projected, requestOf } from "./projection";
import type { Stage } from "./prompts/stages";
import { PROMPT_VERSION } from "./prompts/system";
import { hasBudget, type Spend, type SpendLedger } from "./spend";
import type { LlmAnswer, LlmQuestion, LlmUsage, PendingQuestion, UnavailableCause } from "./types";
import { parseFullAnswer, parseQuickAnswer } from "./verdict";

type LlmPolicy = ClassifierPolicy["llm"];

export type ReviewDeps = {
  endpoints: Endpoints;
  gates: Gates;
  breakers: Breakers;
  ledger: SpendLedger;
  logger: { warn(details: object, message: string): void };
};

/**
 * Asks the LLM classifier about one action: a quick answer, and where that does not let it pass a full one on the same prefix. Never
 * throws, and takes no longer than the policy's timeout. Whatever keeps it from a verdict is `unavailable`, also after the first stage
 * flagged: nobody has judged the action then.
 */
export const reviewWithLlm = (
  deps: ReviewDeps,
  { organizationId, load }: PendingQuestion,
  policy: LlmPolicy,
  signal: AbortSignal,
): Promise<LlmAnswer> =>
  askInTurn(deps, organizationId, policy, signal, async () => {
    const question = await load();
    if (question === null) return "history-unread";
    const projected = projectQuestion(question);
    return projected === null ? "input-too-long" : (asking) => inStages(deps.ledger, question, projected, asking);
  });

export const unavailable = (cause: UnavailableCause, usage: LlmUsage | null = null): LlmAnswer => ({
  verdict: "unavailable",
  cause,
  usage,
});

/** What tells that the service is down, or that it does not want to be asked. */
const OUTAGES = new Set<UnavailableCause>([
  "rate-limited", "overloaded", "server-error", "timeout", "connection", "unauthorized",
]); // prettier-ignore

/** What to ask, or why it cannot be. */
type Prepare = () => Promise<((asking: Asking) => Promise<LlmAnswer>) | UnavailableCause>;

/** Within the organization's limits; never throws. @param prepare begins once there is a place, budget and a circuit that is not open */
export async function askInTurn(deps: ReviewDeps, organizationId: string, policy: LlmPolicy, callers: AbortSignal, prepare: Prepare): Promise<LlmAnswer> {
  const limit = abortAfter(policy.timeoutMs, callers);
  try {
    const endpoint = deps.endpoints.of(policy.baseUrl);
    if (endpoint === null) return unavailable("not-configured");
    const circuit = `${organizationId} ${endpoint.baseUrl}`;
    if (deps.breakers.isOpen(circuit)) return unavailable("circuit-open");
    const asking = { endpoint, policy, signal: limit.signal, startedAtMs: performance.now() };
    return await inTurn(deps, organizationId, asking, async () => {
      if (deps.breakers.isOpen(circuit)) return unavailable("circuit-open");
      const send = await unlessAborted(asking.signal, prepare());
      if (send === null) return unavailable("timeout");
      if (typeof send === "string") return unavailable(send);
      const attempt = deps.breakers.begin(circuit);
      if (attempt === null) return unavailable("circuit-open");
      const sentAtMs = performance.now();
      try {
        const answer = await send(asking);
        noteHealth(attempt, answer, !callers.aborted && hadItsTime(sentAtMs, policy));
        return answer;
      } catch (error) {
        attempt.released();
        throw error;
      }
    });
  } catch (error) {
    deps.logger.warn({ err: error }, "LLM classifier failed");
    return unavailable("server-error");
  } finally {
    limit.end();
  }
} // prettier-ignore

export type Asking = { endpoint: Endpoint; policy: LlmPolicy; signal: AbortSignal; startedAtMs: number };

/** Asks once there is a place, and then, not before, whether the day's limits leave room: those in line must not all pass by the same sum. */
async function inTurn(
  { gates, ledger }: ReviewDeps,
  organizationId: string,
  { policy, signal }: Asking,
  asked: () => Promise<LlmAnswer>,
): Promise<LlmAnswer> {
  const leave = await gates.enter(organizationId, policy.maxConcurrent, signal);
  if (leave === "queue-full") return unavailable("queue-full");
  if (leave === "aborted") return unavailable("timeout");
  try {
    const hasRoom = await unlessAborted(signal, hasBudget(ledger, organizationId, policy));
    if (hasRoom === null) return unavailable("timeout");
    return hasRoom ? await asked() : unavailable("spend-limit");
  } finally {
    leave();
  }
}

/** What the embedded classifier stopped by a rule goes straight to the full answer: one word without a reason lifts no rule. */
async function inStages(ledger: SpendLedger, { organizationId, isStopped }: LlmQuestion, projected: Projected, asking: Asking): Promise<LlmAnswer> {
  let stages: Stage = 1;
  let spent: Pick<Asked, "tokens" | "requests"> = { tokens: NO_TOKENS, requests: 0 };
  const usage = () => usageOf(spent.tokens, stages, asking);
  const stage = async (which: Stage): Promise<Asked> => {
    const asked = await askStage(which, projected, asking);
    stages = which;
    spent = { tokens: addTokens(spent.tokens, asked.tokens), requests: spent.requests + asked.requests };
    return asked;
  };
  try {
    if (isStopped !== true) {
      const quick = await stage(1);
      if ("cause" in quick) return unavailable(quick.cause, usage());
      if (quick.stopReason === "refusal") return unavailable("refused", usage());
      if (!isCutOff(quick) && parseQuickAnswer(quick.text) === "allow") return { verdict: "allow", reason: PASSED, usage: usage() };
    }
    const full = await stage(2);
    if ("cause" in full) return unavailable(full.cause, usage());
    if (full.stopReason === "refusal") return unavailable("refused", usage());
    if (isCutOff(full)) return unavailable("cut-off", usage());
    return { ...parseFullAnswer(full.text), usage: usage() };
  } finally {
    ledger.add(organizationId, spendOf(spent, asking));
  }
} // prettier-ignore

const CUT_OFF = new Set(["max_tokens", "model_context_window_exceeded"]);
/** Whatever stands there, it was to go on. */
export const isCutOff = ({ stopReason }: { stopReason: string | null }): boolean => CUT_OFF.has(stopReason ?? "");

const PASSED = "Claude looked at it and found nothing that a rule is about.";

const askStage = (stage: Stage, projected: Projected, asking: Asking): Promise<Asked> =>
  askOnce(requestOf(projected, stage), asking, stage === 2);

/** One request, within the time of its question. @param isLong see `ask` */
export function askOnce(request: ReturnType<typeof requestOf>, { endpoint, policy, signal, startedAtMs }: Asking, isLong: boolean): Promise<Asked> {
  const params = { model: policy.model, thinking: { type: "disabled" as const }, ...request };
  const deadlineMs = startedAtMs + policy.timeoutMs;
  return ask(endpoint.client, params, { maxRetries: policy.maxRetries, signal, deadlineMs, isLong });
} // prettier-ignore

/** What the day's sums are to hold of it. */
export const spendOf = ({ tokens, requests }: Pick<Asked, "tokens" | "requests">, { policy }: Asking): Spend => ({
  requests,
  tokens: tokensOf(tokens),
  costUsd: costUsd(tokens, policy.prices) ?? 0,
});

export const usageOf = (tokens: Tokens, stages: Stage, { policy, startedAtMs }: Asking): LlmUsage => ({
  model: policy.model,
  promptVersion: PROMPT_VERSION,
  stages,
  ...tokens,
  costUsd: costUsd(tokens, policy.prices),
  latencyMs: Math.round(performance.now() - startedAtMs),
});

/** A timeout is the service's only where it had most of the time: the rest may have gone by in line. */
const hadItsTime = (sentAtMs: number, { timeoutMs }: LlmPolicy): boolean =>
  performance.now() - sentAtMs >= timeoutMs * 0.75;

/** What the request itself was at fault for, and time that the caller or our own line took, say nothing about the service. */
function noteHealth(attempt: Attempt, answer: LlmAnswer, isFair: boolean): void {
  if (answer.verdict !== "unavailable" || answer.cause === "refused" || answer.cause === "cut-off") attempt.succeeded();
  else if (OUTAGES.has(answer.cause) && (answer.cause !== "timeout" || isFair)) attempt.failed();
  else attempt.released();
}
