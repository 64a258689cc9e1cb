import { z } from "zod";

/**
 * `never`: the embedded classifier alone decides. `undecided`: what it leaves open, and what a soft rule stopped that the user
 * may have asked for. `always`: every tier 3 action that no hard rule stopped.
 */
export const LLM_WHEN = ["never", "undecided", "always"] as const;
export type LlmWhen = (typeof LLM_WHEN)[number];

export const DEFAULT_LLM_MODEL = "claude-sonnet-5";
/** What the console offers; any other model id can be typed. */
export const OFFERED_LLM_MODELS = [DEFAULT_LLM_MODEL, "claude-sonnet-4-6"] as const;

const whole = (min: number, max: number) => {
  const words = `A whole number from ${min.toLocaleString("en")} to ${max.toLocaleString("en")}`;
  return z.int(words).min(min, words).max(max, words);
};
const usd = z.number("An amount in USD").positive("More than 0").max(1_000_000, "At most 1,000,000");

/** USD for a million tokens, as the organization's contract has them; without prices, tokens are counted and cost is not known. */
export const TokenPrices = z.object({ input: usd, output: usd, cacheRead: usd, cacheWrite: usd });
export type TokenPrices = z.output<typeof TokenPrices>;

/** How the LLM classifier of an organization works. Hooks wait 10 s for an answer, so both stages together must be done before. */
export const ClassifierPolicy = z.object({
  llm: z
    .object({
      when: z.enum(LLM_WHEN).default("undecided"),
      model: z
        .string()
        .trim()
        .regex(/^[\w.:@/-]{1,200}$/, "A model id, such as claude-sonnet-5")
        .default(DEFAULT_LLM_MODEL),
      /** Null: where the installation's key belongs (CLASSIFIER_BASE_URL). Others must be listed in CLASSIFIER_BASE_URLS. */
      baseUrl: z
        .url({ protocol: /^https?$/, error: "An http or https address" })
        .max(500)
        .nullable()
        .default(null),
      /** For both stages of one decision, with retries. */
      timeoutMs: whole(500, 9_000).default(8_000),
      /** Of one request, after 429, 5xx and broken connections. */
      maxRetries: whole(0, 5).default(1),
      /** Requests of the organization in flight in one data plane process; further ones wait in line within their timeout. */
      maxConcurrent: whole(1, 200).default(16),
      /** A day begins at 00:00 UTC. Null: no limit. */
      dailyTokenLimit: whole(1, 1_000_000_000_000).nullable().default(null),
      dailySpendLimitUsd: usd.nullable().default(null),
      prices: TokenPrices.nullable().default(null),
      /** What an action becomes that the LLM was needed for and could not be asked about. */
      whenUnavailable: z.enum(["ask", "block"]).default("ask"),
    })
    .prefault({}),
  probe: z
    .object({
      /** Also ask the LLM about outputs that look suspicious. The embedded probe always runs. */
      llm: z.boolean().default(false),
    })
    .prefault({}),
});
export type ClassifierPolicy = z.output<typeof ClassifierPolicy>;

export const DEFAULT_CLASSIFIER_POLICY: ClassifierPolicy = ClassifierPolicy.parse({});
