import type { ClassifierPolicy } from "@/lib/policy/classifier-policy";
import { ask, type Asked } from "./ask";
import type { Breakers } from "./breaker";
import type { Endpoint, Endpoints } from "./client";
import type { Gates } from "./limits";
import { addTokens, costUsd, tokensOf } from "./price";
import { projectQuestion, type Projected, requestOf } from "./projection";
import type { Stage } from "./prompts/stages";
import { PROMPT_VERSION } from "./prompts/system";
import { hasBudget, type SpendLedger } from "./spend";
import type { LlmAnswer, LlmQuestion, LlmUsage, UnavailableCause } from "./types";
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
export async function reviewWithLlm(
  deps: ReviewDeps,
  question: LlmQuestion,
  policy: LlmPolicy,
  signal: AbortSignal,
): Promise<LlmAnswer> {
  try {
    return await review(deps, question, policy, signal);
  } catch (error) {
    deps.logger.warn({ err: error }, "LLM classifier failed");
    return unavailable("server-error");
  }
}

const unavailable = (cause: UnavailableCause, usage: LlmUsage | null = null): LlmAnswer => ({
  verdict: "unavailable",
  cause,
  usage,
});

/** What tells that the service is down, or that it does not want to be asked. */
const OUTAGES = new Set<UnavailableCause>([
  "rate-limited", "overloaded", "server-error", "timeout", "connection", "unauthorized",
]); // prettier-ignore

async function review(deps: ReviewDeps, question: LlmQuestion, policy: LlmPolicy, callers: AbortSignal): Promise<LlmAnswer> {
  const { organizationId } = question;
  const endpoint = deps.endpoints.of(policy.baseUrl);
  if (endpoint === null) return unavailable("not-configured");
  const projected = projectQuestion(question);
  if (projected === null) return unavailable("input-too-long");
  if (!(await hasBudget(deps.ledger, organizationId, policy))) return unavailable("spend-limit");

  const startedAtMs = performance.now();
  const signal = AbortSignal.any([callers, AbortSignal.timeout(policy.timeoutMs)]);
  const leave = await deps.gates.enter(organizationId, policy.maxConcurrent, signal);
  if (leave === "queue-full") return unavailable("queue-full");
  if (leave === "aborted") return unavailable("timeout");
  const circuit = `${organizationId} ${endpoint.baseUrl}`;
  try {
    if (!deps.breakers.mayTry(circuit)) return unavailable("circuit-open");
    const asked = { endpoint, policy, signal, startedAtMs };
    const answer = await inStages(deps.ledger, organizationId, projected, asked);
    noteHealth(deps.breakers, circuit, answer, callers.aborted);
    return answer;
  } catch (error) {
    deps.breakers.released(circuit);
    throw error;
  } finally {
    leave();
  }
} // prettier-ignore

type Asking = { endpoint: Endpoint; policy: LlmPolicy; signal: AbortSignal; startedAtMs: number };

async function inStages(ledger: SpendLedger, organizationId: string, projected: Projected, asking: Asking): Promise<LlmAnswer> {
  const quick = await askStage(1, projected, asking);
  let spent: Asked = quick;
  let stages: Stage = 1;
  const usage = () => usageOf(spent, stages, asking);
  try {
    if ("cause" in quick) return unavailable(quick.cause, usage());
    if (quick.stopReason === "refusal") return unavailable("refused", usage());
    if (parseQuickAnswer(quick.text) === "allow") return { verdict: "allow", reason: PASSED, usage: usage() };

    const full = await askStage(2, projected, asking);
    stages = 2;
    spent = { ...full, tokens: addTokens(quick.tokens, full.tokens), requests: quick.requests + full.requests };
    if ("cause" in full) return unavailable(full.cause, usage());
    if (full.stopReason === "refusal") return unavailable("refused", usage());
    if (full.stopReason === "max_tokens") return unavailable("cut-off", usage());
    return { ...parseFullAnswer(full.text), usage: usage() };
  } finally {
    const { costUsd } = usage();
    ledger.add(organizationId, { requests: spent.requests, tokens: tokensOf(spent.tokens), costUsd: costUsd ?? 0 });
  }
} // prettier-ignore

const PASSED = "Claude looked at it and found nothing that a rule is about.";

function askStage(stage: Stage, projected: Projected, { endpoint, policy, signal, startedAtMs }: Asking): Promise<Asked> {
  const params = { model: policy.model, thinking: { type: "disabled" as const }, ...requestOf(projected, stage) };
  const deadlineMs = startedAtMs + policy.timeoutMs;
  return ask(endpoint.client, params, { maxRetries: policy.maxRetries, signal, deadlineMs, isLong: stage === 2 });
} // prettier-ignore

const usageOf = ({ tokens }: Asked, stages: Stage, { policy, startedAtMs }: Asking): LlmUsage => ({
  model: policy.model,
  promptVersion: PROMPT_VERSION,
  stages,
  ...tokens,
  costUsd: costUsd(tokens, policy.prices),
  latencyMs: Math.round(performance.now() - startedAtMs),
});

/** What the request itself was at fault for, and a caller who left, say nothing about the service. */
function noteHealth(breakers: Breakers, circuit: string, answer: LlmAnswer, callerLeft: boolean): void {
  if (answer.verdict !== "unavailable" || answer.cause === "refused" || answer.cause === "cut-off")
    breakers.succeeded(circuit);
  else if (OUTAGES.has(answer.cause) && !callerLeft) breakers.failed(circuit);
  else breakers.released(circuit);
}
