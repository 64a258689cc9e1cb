import type { ClassifierPolicy } from "./classifier-policy";
import { type Finding, finding } from "./finding";
import { parseUrl } from "./host";

/** Clients give up on a decision after 10 s, and block; asking, recording and the way back need a part of it. */
const LATEST_TIMEOUT_MS = 8_500;
/** Two answers in a row, of a model that has a whole session to read, seldom come sooner. */
const EARLIEST_TIMEOUT_MS = 2_000;
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** What asking Claude brings with it; nothing while it is never asked. */
export function classifierFindings({ llm }: ClassifierPolicy): Finding[] {
  if (llm.when === "never") return [];
  const at = (field: keyof ClassifierPolicy["llm"]) => `/classifier/llm/${field}`;
  const hasLimit = llm.dailyTokenLimit !== null || llm.dailySpendLimitUsd !== null;
  const findings: (Finding | false)[] = [
    llm.dailySpendLimitUsd !== null &&
      llm.prices === null &&
      finding(
        "error",
        "llm-spend-without-prices",
        at("prices"),
        "Without prices the spend of a day is not known, so Claude would never be asked. Enter the prices, or limit tokens instead.",
      ),
    isClearText(llm.baseUrl) &&
      finding(
        "warning",
        "llm-clear-text",
        at("baseUrl"),
        `What Claude is asked goes to ${llm.baseUrl} unencrypted, with the key and what developers wrote. Use https.`,
      ),
    llm.timeoutMs > LATEST_TIMEOUT_MS &&
      finding(
        "warning",
        "llm-timeout-late",
        at("timeoutMs"),
        `Clients wait 10 s for a decision, then block the action. With ${seconds(llm.timeoutMs)} for Claude, a slow answer may come too late; ${seconds(LATEST_TIMEOUT_MS)} leaves room.`,
      ),
    llm.timeoutMs < EARLIEST_TIMEOUT_MS &&
      finding(
        "warning",
        "llm-timeout-early",
        at("timeoutMs"),
        `Two answers in a row seldom come within ${seconds(llm.timeoutMs)}. What takes longer counts as Claude being unavailable.`,
      ),
    llm.when === "always" &&
      finding(
        "info",
        "llm-always-costs",
        at("when"),
        `Each tier 3 action waits for Claude and costs at least one request.${hasLimit ? "" : " No daily limit is set."}`,
      ),
    llm.whenUnavailable === "block" &&
      finding(
        "info",
        "llm-unavailable-blocks",
        at("whenUnavailable"),
        "While Claude cannot be reached, or a daily limit is used up, each action that it was needed for is blocked. With “ask”, the developer decides.",
      ),
  ];
  return findings.filter((each) => each !== false);
}

const isClearText = (baseUrl: string | null): boolean => {
  const url = baseUrl === null ? null : parseUrl(baseUrl);
  return url?.protocol === "http:" && !LOOPBACK.test(url.hostname);
};

const seconds = (ms: number) => `${ms / 1_000} s`;
