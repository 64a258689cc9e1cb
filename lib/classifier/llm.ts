import type pg from "pg";
import type { ClassifierPolicy } from "@/lib/policy/classifier-policy";
import { type Circuit, createBreakers } from "./breaker";
import { type ClassifierEnv, createEndpoints } from "./client";
import { createGates } from "./limits";
import { reviewOutput, type SuspiciousOutput } from "./probe-review";
import { reviewWithLlm } from "./review";
import { createSpendLedger } from "./spend";
import type { LlmAnswer, PendingQuestion } from "./types";

/** The LLM classifier of one process. */
export type LlmClassifier = {
  /** @see reviewWithLlm */
  review(question: PendingQuestion, policy: ClassifierPolicy["llm"], signal: AbortSignal): Promise<LlmAnswer>;
  /** @see reviewOutput */
  reviewOutput(output: SuspiciousOutput, policy: ClassifierPolicy["llm"], signal: AbortSignal): Promise<LlmAnswer>;
  /** Circuits that are not closed, or whose last request failed; `<organization> <address>`. */
  circuits(): Circuit[];
  /** Writes what was spent. */
  close(): Promise<void>;
};

type Logger = { info(details: object | string, message?: string): void; warn(details: object, message: string): void };

/** Null without a key: the embedded classifier then decides alone, and what it leaves open is asked about. */
export function createLlmClassifier(deps: { env: ClassifierEnv; pool: pg.Pool; logger: Logger }): LlmClassifier | null {
  const { env, pool, logger } = deps;
  const endpoints = createEndpoints(env);
  if (endpoints === null) {
    logger.info("the LLM classifier is off: neither CLASSIFIER_API_KEY nor ANTHROPIC_UPSTREAM_API_KEY is set");
    return null;
  }
  const ledger = createSpendLedger(pool, { logger });
  const breakers = createBreakers(
    () => performance.now(),
    ({ name: circuit, state, failures }) => logger.warn({ circuit, state, failures }, `LLM classifier: circuit ${state}`),
  ); // prettier-ignore
  const reviewing = { endpoints, gates: createGates(), breakers, ledger, logger };
  return {
    review: (question, policy, signal) => reviewWithLlm(reviewing, question, policy, signal),
    reviewOutput: (output, policy, signal) => reviewOutput(reviewing, output, policy, signal),
    circuits: () => breakers.list(),
    async close() {
      await ledger.flush();
      await endpoints.close();
    },
  };
}
