import type { TokenPrices } from "@/lib/policy/classifier-policy";
import type { LlmUsage } from "./types";

export type Tokens = Pick<LlmUsage, "inputTokens" | "cacheReadTokens" | "cacheWriteTokens" | "outputTokens">;

export const NO_TOKENS: Tokens = { inputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };

export const addTokens = (a: Tokens, b: Tokens): Tokens => ({
  inputTokens: a.inputTokens + b.inputTokens,
  cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
  cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
  outputTokens: a.outputTokens + b.outputTokens,
});

/** All of them, of whatever price: what a daily token limit counts. */
export const tokensOf = (tokens: Tokens): number =>
  tokens.inputTokens + tokens.cacheReadTokens + tokens.cacheWriteTokens + tokens.outputTokens;

/** Null where the organization's prices are not known. */
export function costUsd(tokens: Tokens, prices: TokenPrices | null): number | null {
  if (prices === null) return null;
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = tokens;
  const millionths =
    inputTokens * prices.input +
    outputTokens * prices.output +
    cacheReadTokens * prices.cacheRead +
    cacheWriteTokens * prices.cacheWrite;
  return millionths / 1_000_000;
}
