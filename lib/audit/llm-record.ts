import { z } from "zod";
import { type LlmAnswer, UNAVAILABLE_CAUSES } from "@/lib/classifier/types";

const count = z.int().nonnegative();

const Usage = z.object({
  model: z.string(),
  promptVersion: z.string(),
  stages: z.union([z.literal(1), z.literal(2)]),
  /** Neither read from nor written to the prompt cache. */
  inputTokens: count,
  cacheReadTokens: count,
  cacheWriteTokens: count,
  outputTokens: count,
  /** Null where the policy had no prices. */
  costUsd: z.number().nonnegative().nullable(),
  latencyMs: z.number().nonnegative(),
});

/** What a decision's record keeps of the LLM classifier: what it said, and what that took. Its reason is the decision's. */
export const LlmRecord = z.object({
  verdict: z.enum(["allow", "block", "unavailable"]),
  cause: z.enum(UNAVAILABLE_CAUSES).nullable(),
  /** Null where no request was sent. */
  usage: Usage.nullable(),
});
export type LlmRecord = z.output<typeof LlmRecord>;

export const llmRecordOf = (answer: LlmAnswer): LlmRecord => ({
  verdict: answer.verdict,
  cause: answer.verdict === "unavailable" ? answer.cause : null,
  usage: answer.usage,
});

/** Of a row. What a newer Gatehouse wrote in another shape is left out, not an error: the record itself must stay readable. */
export const readLlmRecord = (value: unknown): LlmRecord | null =>
  LlmRecord.nullable()
    .catch(null)
    .parse(value ?? null);
