import type { LlmRecord } from "@/lib/audit/llm-record";
import type { UnavailableCause } from "@/lib/classifier/types";

export const VERDICT_WORDS: Record<LlmRecord["verdict"], string> = {
  allow: "allow it",
  block: "block it",
  unavailable: "no answer",
};

export const CAUSE_WORDS: Record<UnavailableCause, string> = {
  "rate-limited": "The API's rate limit was reached.",
  overloaded: "The API was overloaded.",
  "server-error": "The API failed.",
  timeout: "The answer did not come in time.",
  connection: "The API could not be reached, or the connection broke.",
  refused: "The model refused to answer.",
  "cut-off": "The answer was too long and was cut off.",
  "input-too-long": "The action is too long to be shown to the model whole.",
  unauthorized: "The API did not accept the installation's key.",
  "bad-request": "The API did not accept the request: check the model in the policy.",
  "circuit-open": "The API had failed again and again, so it was not asked.",
  "spend-limit": "The organization's limit for the day was reached, or could not be checked.",
  "queue-full": "Too many other questions were waiting.",
  "history-unread": "What happened in the session could not be read in time.",
  "not-configured": "The operator has not listed the policy's base URL.",
};

const whole = new Intl.NumberFormat("en");
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 });
/** A question costs cents and less, so the leading digits are what matters. */
const usd = new Intl.NumberFormat("en", { style: "currency", currency: "USD", maximumSignificantDigits: 3 });

type Usage = NonNullable<LlmRecord["usage"]>;

/** "12,340 in, of these 96% from the cache; 85 out" */
export function tokenWords({ inputTokens, cacheReadTokens, cacheWriteTokens, outputTokens }: Usage): string {
  const input = inputTokens + cacheReadTokens + cacheWriteTokens;
  const cached = input === 0 ? 0 : cacheReadTokens / input;
  return `${whole.format(input)} in, of these ${percent.format(cached)} from the cache; ${whole.format(outputTokens)} out`;
}

export const costWords = ({ costUsd }: Usage): string => (costUsd === null ? "no prices set" : usd.format(costUsd));

export const stageWords = ({ stages }: Usage): string =>
  stages === 1 ? "1: the quick answer was enough" : "2: judged in full";
