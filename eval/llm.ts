import { z } from "zod";
import { createBreakers } from "@/lib/classifier/breaker";
import { createEndpoints } from "@/lib/classifier/client";
import { historyOfWords } from "@/lib/classifier/history";
import { createGates } from "@/lib/classifier/limits";
import { reviewWithLlm, type ReviewDeps } from "@/lib/classifier/review";
import type { Spend, SpendLedger } from "@/lib/classifier/spend";
import { combine, needsLlm } from "@/lib/decision/combine";
import type { Action, Judgement } from "@/lib/decision/types";
import { DEFAULT_CLASSIFIER_POLICY } from "@/lib/policy/classifier-policy";
import { Fault } from "./fault";

export type Reviewer = {
  atOnce: number;
  judge(id: string, action: Action, embedded: Judgement): Promise<Judgement>;
  /** What it took, in one line. */
  spent(): string;
  close(): Promise<void>;
};

const AT_ONCE = 8;

const Environment = z.object({
  CLASSIFIER_API_KEY: z.string().min(1),
  CLASSIFIER_BASE_URL: z.url({ protocol: /^https?$/ }).default("https://api.anthropic.com"),
});

/** The LLM classifier as the default policy has it, without a database: nothing is recorded, and nothing limits what it may spend. */
export function createReviewer(environment: Record<string, string | undefined> = process.env): Reviewer {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path }) => path.join(".")).join(", ");
    throw new Fault(`--classifier llm asks Claude about cases: set CLASSIFIER_API_KEY (at fault: ${faults}).`, 2);
  }
  const { CLASSIFIER_API_KEY, CLASSIFIER_BASE_URL } = parsed.data;
  const endpoints = createEndpoints({
    CLASSIFIER_API_KEY,
    CLASSIFIER_BASE_URL,
    CLASSIFIER_BASE_URLS: [],
    ANTHROPIC_UPSTREAM_API_KEY: undefined,
    ANTHROPIC_UPSTREAM_URL: CLASSIFIER_BASE_URL,
  });
  if (endpoints === null) throw new Fault("--classifier llm needs CLASSIFIER_API_KEY.", 2);
  const total: Spend = { requests: 0, tokens: 0, costUsd: 0 };
  const logger = { warn: (_: object, message: string) => void process.stderr.write(`${message}\n`) };
  const ledger = inMemory(total);
  const deps: ReviewDeps = { endpoints, gates: createGates(), breakers: createBreakers(() => performance.now()), ledger, logger };
  const policy = DEFAULT_CLASSIFIER_POLICY.llm;
  const never = new AbortController().signal;
  return {
    atOnce: AT_ONCE,
    async judge(id, action, embedded) {
      const userSpoke = action.userMessages.some((text) => text.trim() !== "");
      if (!needsLlm(embedded, policy.when, userSpoke)) return embedded;
      const question = { ...questionOf(id, action), isStopped: embedded.verdict === "block" };
      const pending = { organizationId: question.organizationId, load: async () => question };
      const answer = await reviewWithLlm(deps, pending, policy, never);
      return combine(embedded, answer, policy.whenUnavailable);
    },
    spent: () => `${total.requests} requests, ${total.tokens} tokens`,
    close: () => endpoints.close(),
  };
} // prettier-ignore

const questionOf = (id: string, action: Action) => ({
  organizationId: "evaluation",
  sessionId: id,
  action,
  history: [
    ...historyOfWords(action.userMessages),
    ...(action.earlier ?? []).map(({ tool, input }) => ({ sort: "tool" as const, tool, input })),
  ],
  instructions: [],
  facts: {
    cwd: action.cwd,
    gitBranch: action.git?.branch ?? null,
    gitDefaultBranch: action.git?.defaultBranch ?? null,
    gitRemotes: action.git?.remotes ?? {},
    gitStatus: null,
    repositoryVisibility: "unverified" as const,
    trusted: [],
  },
  organizationRules: { environment: [], allow: [], softDeny: [], hardDeny: [] },
});

const inMemory = (total: Spend): SpendLedger => ({
  today: async () => total,
  add(_, { requests, tokens, costUsd }) {
    total.requests += requests;
    total.tokens += tokens;
    total.costUsd += costUsd;
  },
  flush: async () => {},
});
