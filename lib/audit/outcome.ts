/** How a decision ended, as people speak of it: a fallback is a block that became a question. */
export const OUTCOMES = ["block", "fallback", "ask", "allow", "none"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an enforcement that only observes found and left alone. What the client itself stopped was stopped. */
export const isObserved = (row: { enforcement: string; tier: string; outcome: Outcome }): boolean =>
  row.enforcement === "observe" && row.tier !== "client" && row.outcome !== "allow" && row.outcome !== "none";

export const outcomeOf = (decision: { verdict: Exclude<Outcome, "fallback">; fallback: boolean }): Outcome =>
  decision.fallback ? "fallback" : decision.verdict;
