import type { DecisionSource } from "@/lib/audit/decision-entry";
import type { Conversation } from "@/lib/classifier/history-messages";
import type { Action } from "@/lib/decision/types";
import type { Developer } from "@/lib/delivery/snapshot";
import type { SessionFacts } from "./session-facts-read";

/** An action that a decision is asked for, and all that is known of who asks. */
export type Asked = {
  developer: Developer;
  action: Action;
  sessionId: string;
  agentId: string | null;
  toolUseId: string | null;
  /** Of the turn it belongs to, where a client told it. */
  promptId?: string | null;
  /** What its client told of the session in model requests. */
  facts?: SessionFacts | null;
  /** The session, where the caller sent it. */
  conversation?: Conversation | null;
  source: DecisionSource;
  /** performance.now() when the request arrived. */
  startedAtMs: number;
  /** Aborted when who asked no longer waits. */
  signal: AbortSignal;
};
