import type { Outcome } from "@/lib/decision/outcome";
import type { Evidence, SetAside, Tier, Verdict } from "@/lib/decision/types";
import type { Enforcement } from "@/lib/policy/schemas";
import type { Json } from "./clean-json";
import type { LlmRecord } from "./llm-record";

export const DECISION_SOURCES = ["hook", "rest", "client"] as const;
/** `client`: the client's own classifier, as its PermissionDenied hook reports it. */
export type DecisionSource = (typeof DECISION_SOURCES)[number];

/** A judgement on its way to the record: masked, cut to size, limits not yet applied. */
export type DecisionEntry = {
  /** UUIDv7. */
  id: string;
  /** Unix time in ms. */
  at: number;
  organizationId: string;
  developerId: string | null;
  clientId: string | null;
  groupIds: readonly string[];
  sessionId: string;
  agentId: string | null;
  toolUseId: string | null;
  source: DecisionSource;
  tool: string;
  summary: string;
  action: Json;
  permissionMode: string;
  verdict: Verdict;
  tier: Tier;
  rule: string | null;
  /** See Judgement. */
  cleared?: readonly SetAside[];
  reason: string;
  evidence: readonly Evidence[];
  enforcement: Enforcement;
  revision: number;
  latencyUs: number;
  /** Absent where the LLM classifier was not needed. */
  llm?: LlmRecord | null;
  isDemo: boolean;
  /** Set where the outcome is not ours to make: reports of the client. Such entries do not count towards limits. */
  settled?: Outcome;
};

export type RecordedOutcome = Outcome & { id: string; rule: string | null };

/** Counts towards the limits of its session, or may end a row of blocks. */
export const countsBlock = (entry: DecisionEntry): boolean =>
  !entry.settled && entry.verdict === "block" && entry.tier !== "unavailable";
export const endsRow = (entry: DecisionEntry): boolean => !entry.settled && entry.verdict === "allow";

/** Sessions are an organization's: ids come from clients. */
export const sessionKey = (entry: Pick<DecisionEntry, "organizationId" | "sessionId">): string =>
  `${entry.organizationId}/${entry.sessionId}`;
