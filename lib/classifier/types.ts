import type { Action } from "@/lib/decision/types";

/** One turn of a session as the LLM classifier may see it: what the user wrote, and what the agent called. Never prose or outputs. */
export type TranscriptEntry =
  | { sort: "user"; text: string }
  | {
      sort: "tool";
      tool: string;
      input: Readonly<Record<string, unknown>>;
      /** It did not run: a guard refused it. */
      wasBlocked?: boolean;
    }
  /** Calls that were here are not shown. */
  | { sort: "gap" };

/** What the harness knows by itself: facts, not claims of anybody in the conversation. */
export type HarnessFacts = {
  cwd: string;
  gitBranch: string | null;
  gitDefaultBranch: string | null;
  gitRemotes: Readonly<Record<string, string>>;
  /** `git status` in short, where a client sent it. */
  gitStatus: string | null;
  repositoryVisibility: "public" | "private" | "unverified";
  trusted: readonly string[];
};

/** Everything one decision of the LLM classifier is made from. */
export type LlmQuestion = {
  organizationId: string;
  sessionId: string;
  action: Action;
  /** A rule of the embedded classifier stops it: only a full answer, with its reason, may lift that. */
  isStopped?: boolean;
  /** Oldest first, without the action itself. */
  history: readonly TranscriptEntry[];
  /** Contents of CLAUDE.md and its like, where known. */
  instructions: readonly string[];
  facts: HarnessFacts;
  /** The organization's own rules in words (`autoMode.*` of its policy), without `$defaults`. */
  organizationRules: {
    environment: readonly string[];
    allow: readonly string[];
    softDeny: readonly string[];
    hardDeny: readonly string[];
  };
};

/** A question whose session is read once it is certain that it will be asked. */
export type PendingQuestion = {
  organizationId: string;
  /** Null where what the user forbade may stand in what could not be read. */
  load: () => Promise<LlmQuestion | null>;
};

/** Of all requests that one decision took. */
export type LlmUsage = {
  model: string;
  /** Hash of the prompts it was asked with, as the console shows them. */
  promptVersion: string;
  /** The last that was asked. */
  stages: 1 | 2;
  inputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  /** Null where the policy has no prices. */
  costUsd: number | null;
  latencyMs: number;
};

export const UNAVAILABLE_CAUSES = [
  "rate-limited", "overloaded", "server-error", "timeout", "connection", "refused", "cut-off", "input-too-long", "unauthorized",
  "bad-request", "circuit-open", "spend-limit", "queue-full", "not-configured", "history-unread",
] as const; // prettier-ignore
export type UnavailableCause = (typeof UNAVAILABLE_CAUSES)[number];

/** `unavailable` is no verdict: the policy says what becomes of the action. */
export type LlmAnswer =
  | { verdict: "allow"; reason: string; usage: LlmUsage }
  | { verdict: "block"; /** Id of a rule of the catalogue; null where it named none we know. */ rule: string | null; reason: string; usage: LlmUsage }
  | { verdict: "unavailable"; cause: UnavailableCause; usage: LlmUsage | null }; // prettier-ignore
