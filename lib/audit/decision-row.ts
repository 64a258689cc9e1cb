import { Prisma } from "@/lib/db/client";
import { readLlmRecord } from "./llm-record";
import { outcomeOf } from "./outcome";
import type { DecisionRow } from "./schemas";

/** A list shows one line; whole texts are in the record. */
const LINE_MAX = 300;

export type FoundDecision = {
  id: string;
  at: Date;
  developerId: string | null;
  name: string | null;
  email: string | null;
  tool: string;
  summary: string;
  verdict: "allow" | "block" | "ask" | "none";
  fallback: boolean;
  tier: string;
  rule: string | null;
  reason: string;
  sessionId: string;
  revision: number;
  enforcement: string;
  answer: string;
  llm: unknown;
};

export const toDecisionRow = (found: FoundDecision): DecisionRow => ({
  kind: "decision",
  id: found.id,
  at: found.at.toISOString(),
  developer: found.developerId
    ? { id: found.developerId, name: found.name ?? "removed developer", email: found.email ?? "" }
    : null,
  tool: found.tool,
  summary: found.summary,
  outcome: outcomeOf(found),
  tier: found.tier,
  rule: found.rule,
  reason: found.reason,
  sessionId: found.sessionId,
  revision: found.revision,
  enforcement: found.enforcement,
  answer: found.answer,
  llm: readLlmRecord(found.llm),
});

/** Columns of `"Decision" d` that a row shows, without the person. */
export const rowColumns = (lineMax = LINE_MAX) => Prisma.sql`
  d.id, d.at, d."developerId", d.tool, left(d.summary, ${lineMax}::int) AS summary, d.verdict, d.fallback, d.tier, d.rule,
  left(d.reason, ${lineMax}::int) AS reason, d."sessionId", d.revision, d.enforcement, d.answer, d.llm`;
